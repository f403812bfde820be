// SPDX-License-Identifier: MIT
// Help as text, all of it made from the command table.
#pragma once

#include <string>
#include <string_view>

#include "cli/line/command.h"

namespace practice::cli {

/// `practice --help`: nouns and verbs in groups.
[[nodiscard]] std::string help_overview();
/// `practice session --help`: the verbs of one noun; "" when there is no such noun.
[[nodiscard]] std::string help_of_noun(std::string_view noun);
/// `practice session add --help`: usage, options, two examples or more.
[[nodiscard]] std::string help_of_command(const Command& command);
/// "practice session add [FLAGS]": one line.
[[nodiscard]] std::string usage_of(const Command& command);

inline constexpr std::size_t kHelpWidth = 80;
/// `text` broken between words to `width`, further lines indented by `indent`.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace practice::cli
