// SPDX-License-Identifier: MIT
#include "cli/help/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/help/help_topics.h"

namespace practice::cli {
namespace {

constexpr std::size_t kHelpColumn = 30;
constexpr std::size_t kOverviewColumn = 16;

/// A command in lines that fit, which a shell takes for one: broken in front of flags and pipes, not within quotes.
std::string broken(std::string_view command) {
    constexpr std::string_view indent = "  ";
    constexpr std::string_view goes_on = " \\";
    std::string result;
    std::string line{indent};
    bool quoted = false;
    std::size_t last_break = 0;
    for (std::size_t at = 0; at < command.size(); ++at) {
        quoted = quoted != (command[at] == '\'');
        const auto rest = command.substr(at);
        if (!quoted && (rest.starts_with(" --") || rest.starts_with(" | "))) { last_break = line.size(); }
        line += command[at];
        const auto room = kHelpWidth - (at + 1 < command.size() ? goes_on.size() : 0);
        if (line.size() <= room || last_break == 0) { continue; }
        result.append(line, 0, last_break).append(goes_on).append("\n");
        line = std::string{indent} + "    " + line.substr(last_break + 1);
        last_break = 0;
    }
    return result + line;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string result;
    std::size_t column = indent;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const auto word = text.substr(0, space);
        if (column > indent && column + 1 + word.size() > width) {
            result += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            result += ' ';
            ++column;
        }
        result += word;
        column += word.size();
        text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    }
    return result;
}

namespace {

std::string entry(std::string_view left, std::string_view right, std::size_t at = kHelpColumn) {
    std::string line = "  " + std::string{left};
    if (line.size() + 2 > at) {
        line += '\n' + std::string(at, ' ');
    } else {
        line += std::string(at - line.size(), ' ');
    }
    return line + wrapped(right, at, kHelpWidth) + '\n';
}

std::string flag_column(const OptionSpec& option) {
    std::string text = option.short_name.empty() ? "    " : std::string{option.short_name} + ", ";
    text += option.name;
    if (option.takes != Takes::nothing) { text += ' ' + std::string{option.value}; }
    return text;
}

std::string flag_help(const OptionSpec& option) {
    std::string text{option.help};
    if (!option.choices.empty()) {
        std::string choices{option.choices};
        for (std::size_t at = 0; (at = choices.find('|', at)) != std::string::npos;) { choices.replace(at, 1, ", "); }
        text += ": " + choices;
    }
    if (option.takes == Takes::many_values) { text += " (repeatable)"; }
    return text;
}

/// "add, list, show"; "" for a command without verbs.
std::string verb_names(std::string_view noun) {
    std::string text;
    for (const auto& command : command_table()) {
        if (command.hidden || !command.name.starts_with(std::string{noun} + " ")) { continue; }
        text += (text.empty() ? "" : ", ") + std::string{command.name.substr(noun.size() + 1)};
    }
    return text;
}

std::string verbs_of(std::string_view noun) {
    std::string text;
    for (const auto& command : command_table()) {
        const bool of_noun = command.name == noun || command.name.starts_with(std::string{noun} + " ");
        if (of_noun && !command.hidden) { text += entry(command.name, command.summary); }
    }
    return text;
}

}  // namespace

std::string usage_of(const Command& command) {
    std::string usage = "practice " + std::string{command.name};
    for (const auto& positional : command.positionals) {
        const std::string name = std::string{positional.name} + (positional.many ? "..." : "");
        usage += positional.required ? " " + name : " [" + name + "]";
    }
    return usage + " [FLAGS]";
}

std::string help_overview() {
    std::string text =
        "practice: schedule the sessions of a therapy or health practice.\n\n"
        "Usage: practice COMMAND [FLAGS]\n";
    std::string_view group;
    for (const auto& noun : nouns()) {
        if (noun.group != group) { text += "\n" + std::string{noun.group} + ":\n"; }
        group = noun.group;
        const auto verbs = verb_names(noun.name);
        text += entry(noun.name, verbs.empty() ? std::string{noun.summary} : verbs, kOverviewColumn);
    }
    text += "\nFlags of every command:\n";
    for (const auto& option : global_options()) { text += entry(flag_column(option), flag_help(option)); }
    std::string topics;
    for (const auto& topic : help_topics()) { topics += (topics.empty() ? "" : ", ") + topic; }
    return text +
           "\nBegin with:\n"
           "  practice help tutorial\n"
           "  practice apply SETTINGS.yaml\n"
           "  practice session add --client Smith --service 90834 --repeat weekly\n"
           "\nMore: practice COMMAND --help, practice help TOPIC, man practice.\n" +
           wrapped("Topics: " + topics + ".", 0, kHelpWidth) + "\n";
}

std::string help_of_noun(std::string_view noun) {
    const auto verbs = verbs_of(noun);
    if (verbs.empty()) { return {}; }
    std::string text;
    const auto found = std::ranges::find(nouns(), noun, &Noun::name);
    if (found != nouns().end()) { text += std::string{found->summary} + ".\n\n"; }
    text += fmt::format("Usage: practice {} VERB [FLAGS]\n\n", noun);
    return text + verbs + fmt::format("\nMore: practice {} VERB --help\n", noun);
}

std::string help_of_command(const Command& command) {
    std::string text =
        wrapped(std::string{command.summary} + ".", 0, kHelpWidth) + "\n\nUsage: " + usage_of(command) + "\n";
    if (!command.description.empty()) {
        text += '\n';
        for (std::string_view rest = command.description; !rest.empty();) {
            const auto end = rest.find('\n');
            text += wrapped(rest.substr(0, end), 0, kHelpWidth) + '\n';
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
    if (!command.positionals.empty()) { text += '\n'; }
    for (const auto& positional : command.positionals) { text += entry(positional.name, positional.help); }
    if (!command.options.empty()) { text += "\nFlags:\n"; }
    for (const auto& option : command.options) { text += entry(flag_column(option), flag_help(option)); }
    text += "\nExamples:\n";
    for (const auto& example : command.examples) {
        text += fmt::format("  # {}\n{}\n", example.what, broken(example.command));
    }
    text += "\nFlags of every command: practice --help. Exit codes: practice help exit-codes.\n";
    return text;
}

}  // namespace practice::cli
