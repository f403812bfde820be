// SPDX-License-Identifier: MIT
// What help knows besides the commands: pages of the manual as plain text, and lists that the program has.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace practice::cli {

/// A page of section 5 or 7 of the manual, formatted (man/help/NAME.txt).
struct HelpPage {
    std::string_view name;  // "dates"
    std::string_view text;
};
/// In the order in which they are best read. Made when the program is built.
[[nodiscard]] std::span<const HelpPage> help_pages();

/// The names of all topics.
[[nodiscard]] std::vector<std::string> help_topics();
/// Nullopt when there is no such topic.
[[nodiscard]] std::optional<std::string> help_on_topic(std::string_view name);

}  // namespace practice::cli
