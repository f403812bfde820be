// SPDX-License-Identifier: MIT
// Which verb a line names. The words that name it may stand anywhere between flags, so that these have to be
// known well enough not to take their values for words of the line.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/line/command.h"

namespace practice::cli {

/// Whether it begins with a dash and is not "-", the name of standard input.
[[nodiscard]] bool is_flag(std::string_view word);

/// By "--name", "-n" or "--name=value"; null when there is none.
[[nodiscard]] const OptionSpec* find_option(std::span<const OptionSpec> options, std::string_view word);

/// The verbs of a noun, or all nouns and verbs without one; sorted, hidden ones left out.
[[nodiscard]] std::vector<std::string> names_after(std::string_view noun);

struct NamedCommand {
    const Command* command = nullptr;
    /// The indices of the words that name it; of the noun only, when the command is null.
    std::vector<std::size_t> words;
    /// The word behind them, neither a flag nor a flag's value.
    std::optional<std::size_t> behind;
};

/// Nothing is refused here: the command is null when the words name none.
[[nodiscard]] NamedCommand find_named_command(const std::vector<std::string>& words);

}  // namespace practice::cli
