// SPDX-License-Identifier: MIT
// --on-conflict and --allow: what to do about clashes.
#pragma once

#include <string_view>
#include <vector>

#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "practice/clash_policy.h"

namespace practice::cli {

/// `help`: of --on-conflict.
[[nodiscard]] std::vector<OptionSpec> clash_options(std::string_view help);
/// Throws Refusal(misuse) for what is no kind of clash.
[[nodiscard]] ClashPolicy read_clash_policy(const Arguments& arguments);

}  // namespace practice::cli
