// SPDX-License-Identifier: MIT
#include "cli/completion/completion.h"

#include <algorithm>

#include "cli/line/named_command.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

WantedValue wanted(const OptionSpec& option) {
    return {option.kind, option.choices, option.offers};
}
WantedValue wanted(const PositionalSpec& positional) {
    return {positional.kind, positional.choices, positional.offers};
}

std::vector<OptionSpec> options_of(const Command* command) {
    std::vector<OptionSpec> options;
    if (command != nullptr) { options = command->options; }
    options.insert(options.end(), global_options().begin(), global_options().end());
    return options;
}

bool has_verbs(const std::string& noun) {
    return !names_after(noun).empty();
}

/// Reads the words before the last one, as the parser will.
class LineReader {
public:
    LineReader(LineEnd& line, std::vector<OptionSpec> options) : line_{line}, options_{std::move(options)} {}

    void read(const std::vector<std::string>& words, const std::vector<std::size_t>& naming) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (std::ranges::find(naming, i) != naming.end()) { continue; }
            take(words[i]);
        }
    }
    /// The option whose value comes next; null when none does.
    [[nodiscard]] const OptionSpec* pending() const { return pending_; }
    [[nodiscard]] bool behind_dashes() const { return behind_dashes_; }
    [[nodiscard]] const OptionSpec* find(std::string_view word) const { return find_option(options_, word); }

private:
    void take(const std::string& word) {
        if (pending_ != nullptr) {
            give(*pending_, word);
            pending_ = nullptr;
        } else if (behind_dashes_ || !is_flag(word)) {
            line_.positionals.push_back(word);
        } else if (word == "--") {
            behind_dashes_ = true;
        } else if (const auto* option = find(word)) {
            if (option->takes != Takes::many_values) { line_.spent.push_back(option->name); }
            const auto equals = word.find('=');
            if (option->takes == Takes::nothing) {
                give(*option, "true");
            } else if (equals == std::string::npos) {
                pending_ = option;
            } else {
                give(*option, word.substr(equals + 1));
            }
        }
    }
    void give(const OptionSpec& option, const std::string& value) {
        for (const std::string_view kept : {"--db", "--config", "--no-config"}) {
            if (option.name == kept) { line_.surroundings.set(kept, {value}); }
        }
    }

    LineEnd& line_;
    std::vector<OptionSpec> options_;
    const OptionSpec* pending_ = nullptr;
    bool behind_dashes_ = false;
};

/// The positionals that can come after `given` others: one that takes many words may be followed by the next.
void want_positionals(LineEnd& line) {
    const auto& rows = line.command->positionals;
    const auto given = line.positionals.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool next = i == given;
        const bool another = i < given && rows[i].many;
        const bool behind_many = i > 0 && i < given && rows[i - 1].many;
        if (next || another || behind_many) { line.values.push_back(wanted(rows[i])); }
    }
}

void want_word(LineEnd& line) {
    line.flags = line.typed.starts_with('-');
    if (line.flags) { return; }
    line.names = line.positionals.empty() && (line.noun.empty() || has_verbs(line.noun)) &&
                 (line.command == nullptr || line.command->name == line.noun);
    if (line.command == nullptr) { return; }
    want_positionals(line);
    // Where no word is wanted, what can come is a flag.
    line.flags = line.typed.empty() && line.values.empty() && !line.names;
}

}  // namespace

LineEnd read_line_end(const std::vector<std::string>& words, const Command& completer) {
    LineEnd line{completer};
    line.typed = words.back();
    const std::vector<std::string> before{words.begin(), words.end() - 1};
    const auto named = find_named_command(before);
    line.command = named.command;
    if (!named.words.empty()) { line.noun = before[named.words.front()]; }
    LineReader reader{line, options_of(line.command)};
    reader.read(before, named.words);
    const auto* option = reader.pending();
    if (option == nullptr && !reader.behind_dashes() && is_flag(line.typed)) {
        const auto equals = line.typed.find('=');
        option = equals == std::string::npos ? nullptr : reader.find(line.typed);
        if (option != nullptr && option->takes != Takes::nothing) {
            line.before = line.typed.substr(0, equals + 1);
            line.typed.erase(0, equals + 1);
        } else {
            option = nullptr;
        }
    }
    if (option != nullptr) {
        line.values.push_back(wanted(*option));
    } else if (reader.behind_dashes()) {
        if (line.command != nullptr) { want_positionals(line); }
    } else {
        want_word(line);
    }
    return line;
}

std::vector<Candidate> name_candidates(const LineEnd& line) {
    std::vector<Candidate> candidates;
    if (!line.names) { return candidates; }
    for (const auto& name : names_after(line.noun)) {
        const auto noun = std::ranges::find(nouns(), name, &Noun::name);
        const auto* command = find_command(line.noun.empty() ? name : line.noun + " " + name);
        const auto summary = line.noun.empty() && noun != nouns().end() ? noun->summary
                             : command != nullptr                       ? command->summary
                                                                        : std::string_view{};
        candidates.push_back({name, std::string{summary}});
    }
    return candidates;
}

std::vector<Candidate> flag_candidates(const LineEnd& line) {
    std::vector<Candidate> candidates;
    if (!line.flags) { return candidates; }
    const auto put = [&](const OptionSpec& option) {
        if (std::ranges::find(line.spent, option.name) == line.spent.end()) {
            candidates.push_back({std::string{option.name}, std::string{option.help}});
        }
    };
    if (line.command != nullptr) { std::ranges::for_each(line.command->options, put); }
    // Those that every verb has would bury the verb's own.
    if (!line.typed.empty()) { std::ranges::for_each(global_options(), put); }
    return candidates;
}

std::vector<Candidate> beginning_with(std::string_view typed, std::vector<Candidate> candidates) {
    std::vector<Candidate> found;
    for (const auto& candidate : candidates) {
        if (candidate.value.starts_with(typed)) { found.push_back(candidate); }
    }
    if (!found.empty() || typed.empty()) { return found; }
    const auto folded = text::fold(typed);
    if (folded.empty()) { return found; }
    for (auto& candidate : candidates) {
        const auto begins = [&](const std::string& name) { return text::fold(name).starts_with(folded); };
        if (begins(candidate.value) || std::ranges::any_of(candidate.also, begins)) {
            found.push_back(std::move(candidate));
        }
    }
    return found;
}

}  // namespace practice::cli
