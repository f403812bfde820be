// SPDX-License-Identifier: MIT
// professional add: `professional add 'Dana Lee'` or `professional add lee --name 'Dana Lee'`.
#include <algorithm>

#include "app/settings/record_entries.h"
#include "cli/answer/settings_answer.h"
#include "cli/flags/record_flags.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/plain_text.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

/// The family name without accents; with a number behind it where somebody has that code.
std::string made_code(const std::string& name, const Directory& directory) {
    std::string code;
    for (const char c : text::fold(code_of_name(name))) {
        if ((c >= 'a' && c <= 'z') || is_digit(c)) { code += c; }
    }
    constexpr std::size_t longest = 12;
    code.resize(std::min(code.size(), longest));
    if (code.empty() || all_digits(code)) { code = "p" + code; }
    const auto taken = [&](const std::string& candidate) {
        return std::ranges::any_of(directory.professionals(),
                                   [&](const Professional& p) { return small_letters(p.code) == candidate; });
    };
    if (!taken(code)) { return code; }
    int number = 2;
    while (taken(code + std::to_string(number))) { ++number; }
    return code + std::to_string(number);
}

/// One word is a code unless one was given; a text with spaces is a name.
void take_word(const std::string& word, ProfessionalEntry& entry) {
    const bool is_name = entry.code.has_value() || (!entry.name && word.find(' ') != std::string::npos);
    Given& field = is_name ? entry.name : entry.code;
    if (field) {
        throw misuse(practice::quoted(word) + " is one word too many",
                     "the code and the name were given by flags already");
    }
    field = Written{word, {}};
}

int run(const Arguments& arguments, Context& context) {
    change_and_answer<Professional>(context, {.only_new = true}, [&](const Directory& directory) {
        auto entry = professional_entry(entry_words(arguments), context, directory, nullptr);
        if (const auto word = arguments.positional(0)) { take_word(*word, entry); }
        if (!entry.name) {
            throw misuse("the professional's name is not given", "for example: practice professional add 'Dana Lee'");
        }
        if (!entry.code) { entry.code = Written{made_code(entry.name->text, directory), {}}; }
        return std::vector{entry};
    });
    return kDone;
}

}  // namespace

Command professional_add_command() {
    return {.name = "professional add",
            .summary = "Add a professional",
            .needs = Needs::write,
            .positionals = {{"NAME", "the full name; or a code, with --name", false}},
            .options = professional_flags(Verb::add),
            .examples = {{"practice professional add 'Dana Lee' --room 'Room 1'", "Her code is lee"},
                         {"practice professional add dl --name 'Dana Lee' --hours 'mon-thu 09:00-17:00'",
                          "With a code and hours of her own"}},
            .run = run,
            .description = "The code is what commands take: the family name, unless you choose one."};
}

}  // namespace practice::cli
