// SPDX-License-Identifier: MIT
#include "cli/line/named_command.h"

#include <algorithm>

namespace practice::cli {
namespace {

std::string_view noun_of(const Command& command) {
    return command.name.substr(0, command.name.find(' '));
}

/// Whether the flag is followed by a value, as far as the commands of this noun (of any, when it is empty) know it.
bool takes_value(std::string_view flag, std::string_view noun) {
    if (flag.find('=') != std::string_view::npos) { return false; }
    const auto valued = [flag](std::span<const OptionSpec> options) {
        const auto* option = find_option(options, flag);
        return option != nullptr && option->takes != Takes::nothing;
    };
    return valued(global_options()) || std::ranges::any_of(command_table(), [&](const Command& command) {
               return (noun.empty() || noun_of(command) == noun) && valued(command.options);
           });
}

/// The next word from `at` on that is neither a flag nor its value.
std::optional<std::size_t> next_plain(const std::vector<std::string>& words, std::size_t at, std::string_view noun) {
    for (; at < words.size() && words[at] != "--"; ++at) {
        if (!is_flag(words[at])) { return at; }
        if (takes_value(words[at], noun)) { ++at; }
    }
    return std::nullopt;
}

}  // namespace

bool is_flag(std::string_view word) {
    return word.size() > 1 && word.front() == '-';
}

const OptionSpec* find_option(std::span<const OptionSpec> options, std::string_view word) {
    const auto name = word.substr(0, word.find('='));
    const auto found = std::ranges::find_if(
        options, [name](const OptionSpec& option) { return option.name == name || option.short_name == name; });
    return found == options.end() ? nullptr : &*found;
}

std::vector<std::string> names_after(std::string_view noun) {
    std::vector<std::string> names;
    for (const auto& command : command_table()) {
        if (command.hidden) { continue; }
        const auto space = command.name.find(' ');
        if (noun.empty()) {
            names.emplace_back(command.name.substr(0, space));
        } else if (space != std::string_view::npos && command.name.substr(0, space) == noun) {
            names.emplace_back(command.name.substr(space + 1));
        }
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

NamedCommand find_named_command(const std::vector<std::string>& words) {
    const auto first = next_plain(words, 0, "");
    if (!first) { return {}; }
    const auto& noun = words[*first];
    const auto second = next_plain(words, *first + 1, noun);
    if (second) {
        if (const auto* command = find_command(noun + " " + words[*second])) {
            return {command, {*first, *second}, next_plain(words, *second + 1, noun)};
        }
    }
    return {find_command(noun), {*first}, second};
}

}  // namespace practice::cli
