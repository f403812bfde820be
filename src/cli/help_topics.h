// SPDX-License-Identifier: MIT
// What help knows besides the commands.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace practice::cli {

struct HelpTopic {
    std::string_view name;
    std::string (*text)();
};

[[nodiscard]] std::span<const HelpTopic> help_topics();

}  // namespace practice::cli
