// SPDX-License-Identifier: MIT
// One function per verb, each in a file of its name; command_table.cpp puts them in order.
#pragma once

#include "cli/command.h"

namespace practice::cli {

[[nodiscard]] Command session_add_command();
[[nodiscard]] Command session_list_command();
[[nodiscard]] Command session_show_command();
[[nodiscard]] Command recurrence_preview_command();
[[nodiscard]] Command help_command();

}  // namespace practice::cli
