// SPDX-License-Identifier: MIT
// From words to Arguments. The verb's row is found first, so that only its options are declared to CLI11:
// start-up does not grow with the number of verbs, and flags may stand anywhere on the line. The only file
// that includes CLI11.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "app/problems.h"
#include "cli/line/arguments.h"
#include "cli/line/named_command.h"
#include "practice/keyword.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::cli {
namespace {

constexpr std::size_t kLongestShown = 60;

std::string shown(std::string_view word) {
    return word.size() <= kLongestShown ? std::string{word} : std::string{word.substr(0, kLongestShown)} + "...";
}

std::string did_you_mean(const std::vector<std::string>& nearest) {
    std::string text;
    for (const auto& candidate : nearest) {
        text += (text.empty() ? "did you mean " : " or ") + ("'" + candidate + "'");
    }
    return text.empty() ? text : text + "? ";
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) { text += (text.empty() ? "" : ", ") + name; }
    return text;
}

[[noreturn]] void refuse_unknown_command(std::string_view noun, std::string_view word) {
    const auto names = names_after(noun);
    const std::string within = noun.empty() ? "practice" : "practice " + std::string{noun};
    throw misuse("'" + shown(word) + "' is not a command of " + within,
                 did_you_mean(nearest(word, names)) + "the commands are " + listed(names));
}

/// Behind a flag that nothing has, what looks like a command may be the flag's value.
void refuse_unknown_flag_before(const std::vector<std::string>& words, std::size_t end) {
    std::vector<std::string> known;
    for (const auto& option : global_options()) { known.emplace_back(option.name); }
    for (std::size_t i = 0; i < end; ++i) {
        const auto has = [&](const Command& command) { return find_option(command.options, words[i]) != nullptr; };
        if (!is_flag(words[i]) || find_option(global_options(), words[i]) != nullptr ||
            std::ranges::any_of(command_table(), has)) {
            continue;
        }
        const auto name = words[i].substr(0, words[i].find('='));
        throw misuse("'" + shown(name) + "' is not a flag of practice",
                     did_you_mean(nearest(name, known)) + "see 'practice --help'");
    }
}

/// The verb that the words name, or what is wrong with them; null when only a noun is there and its help is wanted.
NamedCommand name_command(const std::vector<std::string>& words, bool help_wanted) {
    auto named = find_named_command(words);
    if (named.command != nullptr || named.words.empty()) { return named; }
    const auto& noun = words[named.words.front()];
    const auto verbs = names_after(noun);
    if (verbs.empty()) {
        refuse_unknown_flag_before(words, named.words.front());
        refuse_unknown_command("", noun);
    }
    if (named.behind) { refuse_unknown_command(noun, words[*named.behind]); }
    if (help_wanted) { return named; }
    throw misuse("practice " + noun + " needs a verb",
                 "one of " + listed(verbs) + "; see 'practice " + noun + " --help'");
}

std::string see_help(const Command& command) {
    return "see 'practice " + std::string{command.name} + " --help'";
}

std::string_view name_of_flag(std::string_view word) {
    return word.substr(0, word.find('='));
}

std::vector<std::string> flags_like(const Command& command, std::string_view word) {
    std::vector<std::string> known;
    for (const auto& option : command.options) { known.emplace_back(option.name); }
    for (const auto& option : global_options()) { known.emplace_back(option.name); }
    return nearest(name_of_flag(word), known);
}

void refuse_unknown_flag(const Command& command, std::string_view word) {
    if (!is_flag(word)) { return; }
    throw misuse("'" + shown(name_of_flag(word)) + "' is not a flag of 'practice " + std::string{command.name} + "'",
                 did_you_mean(flags_like(command, word)) + see_help(command));
}

/// The flags among `words`, which the command does not have, as they were probably meant.
std::map<std::string, std::string> flags_meant(const Command& command, const std::vector<std::string>& words) {
    std::map<std::string, std::string> meant;
    for (const auto& word : words) {
        if (!is_flag(word)) { continue; }
        const auto near = flags_like(command, word);
        meant[word] = near.empty() ? std::string{} : near.front() + word.substr(name_of_flag(word).size());
    }
    return meant;
}

/// The value as the choices have it.
std::string choice_of(std::string_view name, std::string_view choices, const std::string& value) {
    if (choices.empty()) { return value; }
    std::vector<std::string> known;
    for (const auto choice : split(choices, '|')) { known.emplace_back(choice); }
    const auto found = std::ranges::find(known, keyword(value));
    if (found == known.end()) {
        throw misuse("'" + shown(value) + "' is not a value of " + std::string{name},
                     did_you_mean(nearest(value, known)) + "it takes " + listed(known));
    }
    return *found;
}

void refuse_second(const OptionSpec& option, const std::vector<std::string>& values) {
    if (option.takes != Takes::one_value || values.size() < 2) { return; }
    constexpr std::size_t most = 5;
    std::string given;
    for (std::size_t i = 0; i < std::min(values.size(), most); ++i) {
        const bool last = i + 1 == values.size();
        given += (i == 0 ? "" : last ? " and " : ", ") + ("'" + shown(values[i]) + "'");
    }
    if (values.size() > most) { given += " and " + std::to_string(values.size() - most) + " more"; }
    const auto times = values.size() == 2 ? "twice" : std::to_string(values.size()) + " times";
    throw misuse(
        std::string{option.name} + " is given " + times + ": " + given,
        values.size() == 2 ? "it takes one value: leave out the other" : "it takes one value: leave out the others");
}

void check_positionals(const Command& command, std::vector<std::string>& given) {
    std::size_t required = 0;
    bool many = false;
    for (const auto& positional : command.positionals) {
        required += positional.required ? 1 : 0;
        many = many || positional.many;
    }
    if (given.size() < required) {
        const auto& missing = command.positionals[given.size()];
        throw misuse("'practice " + std::string{command.name} + "' needs " + std::string{missing.name} + ": " +
                         std::string{missing.help},
                     see_help(command));
    }
    if (!many && given.size() > command.positionals.size()) {
        throw misuse("'" + shown(given[command.positionals.size()]) + "' is one word too many for 'practice " +
                         std::string{command.name} + "'",
                     "put a value of several words in quotes; " + see_help(command));
    }
    for (std::size_t i = 0; i < command.positionals.size() && i < given.size(); ++i) {
        given[i] = choice_of(command.positionals[i].name, command.positionals[i].choices, given[i]);
    }
}

struct Bound {
    const OptionSpec* spec;
    CLI::Option* option;
    std::vector<std::string> values;
};

void declare(CLI::App& app, const OptionSpec& spec, std::vector<Bound>& bound) {
    auto& entry = bound.emplace_back(Bound{&spec, nullptr, {}});
    const std::string names =
        spec.short_name.empty() ? std::string{spec.name} : std::string{spec.short_name} + "," + std::string{spec.name};
    if (spec.takes == Takes::nothing) {
        entry.option = app.add_flag(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    } else {
        entry.option = app.add_option(names, entry.values)->allow_extra_args(false);
    }
}

Arguments parse_options(const Command& command, std::vector<std::string> words,
                        std::vector<std::string> behind_dashes) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<Bound> bound;
    bound.reserve(command.options.size() + global_options().size());
    for (const auto& option : command.options) { declare(app, option, bound); }
    for (const auto& option : global_options()) { declare(app, option, bound); }
    try {
        std::ranges::reverse(words);
        app.parse(words);
    } catch (const CLI::ArgumentMismatch& mismatch) {
        const std::string text = mismatch.what();
        throw misuse("'" + text.substr(0, text.find_first_of(": ")) + "' needs a value", see_help(command));
    } catch (const CLI::ParseError&) { throw misuse("the command line cannot be read", see_help(command)); }
    auto positionals = app.remaining();
    app::Problems problems;
    problems.each(positionals, [&](const std::string& word) { refuse_unknown_flag(command, word); });
    const bool any_unknown = problems.count() > 0;
    const auto meant = flags_meant(command, positionals);
    positionals.insert(positionals.end(), behind_dashes.begin(), behind_dashes.end());
    // Behind a flag that nobody knows, a word may be its value.
    if (!any_unknown) {
        problems.attempt([&] { return check_positionals(command, positionals), true; });
    }
    Arguments arguments{command};
    for (auto& entry : bound) {
        if (entry.option->count() == 0) { continue; }
        problems.attempt([&] { return refuse_second(*entry.spec, entry.values), true; });
        for (auto& value : entry.values) {
            const auto chosen =
                problems.attempt([&] { return choice_of(entry.spec->name, entry.spec->choices, value); });
            if (chosen) { value = *chosen; }
        }
        arguments.set(entry.spec->name, std::move(entry.values));
    }
    try {
        problems.raise_if_any();
    } catch (const Refusal& refusal) {
        if (any_unknown) { throw UnknownFlags{refusal, meant}; }
        throw;
    }
    arguments.set_positionals(std::move(positionals));
    return arguments;
}

}  // namespace

std::optional<std::vector<std::string>> UnknownFlags::as_meant(std::vector<std::string> words) const {
    for (auto& word : words) {
        if (word == "--") { break; }
        const auto found = meant_.find(word);
        if (found == meant_.end()) { continue; }
        if (found->second.empty()) { return std::nullopt; }
        word = found->second;
    }
    return words;
}

ParsedLine parse_line(const std::vector<std::string>& words) {
    const auto dashes = std::ranges::find(words, "--");
    std::vector<std::string> before{words.begin(), dashes};
    std::vector<std::string> behind{dashes == words.end() ? dashes : dashes + 1, words.end()};
    const auto asks = [&before](std::string_view flag) { return std::ranges::find(before, flag) != before.end(); };
    ParsedLine line;
    // A value may look like a flag ("--note --help"): those words are not questions of their own.
    const auto named = name_command(before, asks("--help") || asks("-h"));
    if (named.command != nullptr) { line.command = named.command; }
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (std::ranges::find(named.words, i) == named.words.end()) { rest.push_back(before[i]); }
    }
    std::vector<OptionSpec> known{global_options().begin(), global_options().end()};
    if (line.command != nullptr) {
        known.insert(known.end(), line.command->options.begin(), line.command->options.end());
    }
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == "--help" || rest[i] == "-h") { line.help = true; }
        if (rest[i] == "--version") { line.version = true; }
        const auto* option = find_option(known, rest[i]);
        if (option != nullptr && option->takes != Takes::nothing && rest[i].find('=') == std::string::npos) { ++i; }
    }
    for (const auto i : named.words) { line.topic += (line.topic.empty() ? "" : " ") + before[i]; }
    if (line.help || line.version) { return line; }
    if (line.command == nullptr) {
        for (const auto& word : rest) {
            if (is_flag(word) && find_option(known, word) == nullptr) {
                throw misuse("'" + shown(word) + "' is not a flag of practice", "see 'practice --help'");
            }
        }
        line.help = true;
        return line;
    }
    line.arguments = parse_options(*line.command, std::move(rest), std::move(behind));
    return line;
}

}  // namespace practice::cli
