// SPDX-License-Identifier: MIT
// The flags that say what a session is, and those that let a change pass.
#pragma once

#include <vector>

#include "app/booking/session_words.h"
#include "cli/line/arguments.h"

namespace practice::cli {

[[nodiscard]] std::vector<OptionSpec> session_options();
[[nodiscard]] app::SessionWords session_words(const Arguments& arguments);

/// --allow-future: what is still to come may be marked attended or missed.
[[nodiscard]] OptionSpec allow_future_option();

}  // namespace practice::cli
