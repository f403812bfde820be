// SPDX-License-Identifier: MIT
// What `professional transfer` and `room transfer` share: plan, ask, save, answer.
#pragma once

#include <functional>

#include "app/directory.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/transfer.h"

namespace practice::cli {

/// --from and --on-conflict.
[[nodiscard]] std::vector<OptionSpec> transfer_options();

/// Who or what, and whose sessions only.
struct TransferWish {
    TransferSubject subject;
    std::vector<ClientId> clients;
};

/// `read`: what is wanted, out of the directory. It is read twice when somebody has to be asked.
int transfer(const Arguments& arguments, Context& context, const std::function<TransferWish(const Directory&)>& read);

}  // namespace practice::cli
