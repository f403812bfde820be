// SPDX-License-Identifier: MIT
#include "cli/line/invocation.h"

#include <algorithm>

#include "cli/line/named_command.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

constexpr std::string_view kProgram = "practice ";

/// "--db other.db ", and "--db=-x.db " for what would look like a flag.
std::string option(std::string_view name, const std::string& value) {
    return std::string{name} + (value.starts_with('-') && value != "-" ? "=" : " ") + text::shell_word(value) + " ";
}

bool names_option(std::string_view words, std::string_view name) {
    const auto at = words.find(name);
    return at != std::string_view::npos &&
           (at + name.size() == words.size() || words[at + name.size()] == ' ' || words[at + name.size()] == '=');
}

/// As the configuration reads it.
std::optional<std::string> named_by_variable(const Environment& environment) {
    const auto value = environment.variable("PRACTICE_DB").value_or("");
    const std::string file{trimmed(value)};
    if (file.empty() || says_none(file)) { return std::nullopt; }
    const auto home = environment.variable("HOME");
    return file.starts_with("~/") && home ? *home + file.substr(1) : file;
}

/// Of a text in which a command begins at `at`: the words behind the program's name, at least to the command's end.
std::string_view words_at(std::string_view text, std::size_t at) {
    const bool quoted = at > 0 && text[at - 1] == '\'';
    const auto words = text.substr(at + kProgram.size());
    return words.substr(0, words.find_first_of(quoted ? "'" : ";|"));
}

/// Whether it is one of the program's own words, and no English sentence about a practice.
bool is_command(std::string_view words) {
    const auto commands = names_after("");
    const auto first = words.substr(0, words.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"));
    return std::ranges::find(commands, first) != commands.end();
}

bool is_flag_name(std::string_view name) {
    const auto flag = "--" + std::string{name};
    const auto has_it = [&](const Command& command) { return find_option(command.options, flag) != nullptr; };
    return flag == "--help" || find_option(global_options(), flag) != nullptr ||
           std::ranges::any_of(command_table(), has_it);
}

/// Behind the backquote at `open`: where the one that closes it stands. What a shell's quotes hold is passed over.
std::size_t closing(std::string_view text, std::size_t open) {
    bool quoted = false;
    for (auto at = open + 1; at < text.size(); ++at) {
        if (text[at] == '\'') { quoted = !quoted; }
        if (text[at] == '`' && !quoted) { return at; }
    }
    return std::string_view::npos;
}

}  // namespace

std::string with_flags(std::string_view text) {
    std::string out;
    std::size_t done = 0;
    for (auto open = text.find('`'); open != std::string_view::npos; open = text.find('`', open + 1)) {
        const auto words = text.substr(open + 1);
        const auto name = words.substr(0, words.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"));
        const auto close = closing(text, open);
        if (close == std::string_view::npos || !is_flag_name(name)) { continue; }
        out.append(text.substr(done, open - done)).append("--").append(text.substr(open + 1, close - open - 1));
        done = close + 1;
        open = close;
    }
    return out.append(text.substr(done));
}

Invocation::Invocation(const Arguments& arguments, const Environment& environment)
    : program_{environment.program + " "} {
    const auto given = arguments.value("--db");
    if (const auto file = given ? given : named_by_variable(environment)) { database_ = option("--db", *file); }
    if (const auto file = arguments.value("--config")) { configuration_ = option("--config", *file); }
    if (arguments.has("--no-config")) { configuration_ += "--no-config "; }
}

std::string Invocation::command(std::string_view words) const {
    if (names_option(words, "--help") || words.starts_with("help")) { return std::string{kProgram}.append(words); }
    auto command = program_;
    if (!names_option(words, "--db")) { command += database_; }
    return command.append(configuration_).append(words);
}

std::string Invocation::completed(std::string_view words_of_fields) const {
    const auto text = with_flags(words_of_fields);
    std::string out;
    std::size_t done = 0;
    for (auto at = text.find(kProgram); at != std::string_view::npos; at = text.find(kProgram, at + 1)) {
        const bool begins = at == 0 || std::string_view{" '(\n"}.find(text[at - 1]) != std::string_view::npos;
        const auto words = words_at(text, at);
        if (!begins || !is_command(words)) { continue; }
        out.append(text, done, at - done).append(command(words));
        done = at + kProgram.size() + words.size();
        at = done - 1;
    }
    return out.append(text, done);
}

}  // namespace practice::cli
