// SPDX-License-Identifier: MIT
// What `professional transfer` and `room transfer` share: ask, do it, answer.
#pragma once

#include <functional>
#include <vector>

#include "app/transfer/transfer.h"
#include "cli/context.h"
#include "cli/line/arguments.h"

namespace practice::cli {

/// --from, --on-conflict and --allow.
[[nodiscard]] std::vector<OptionSpec> transfer_options();

/// Reads `since` and `policy` of what `read` says. It is read twice when somebody has to be asked.
int run_transfer(const Arguments& arguments, Context& context,
                 const std::function<TransferWish(const Directory&)>& read);

}  // namespace practice::cli
