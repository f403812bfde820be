// SPDX-License-Identifier: MIT
// client add. Clients are found by name, so a second one of the same name is added only when that is meant.
#include <algorithm>

#include "app/settings/record_entries.h"
#include "app/settings/same_name.h"
#include "cli/answer/settings_answer.h"
#include "cli/flags/record_flags.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

Given name_given(const Arguments& arguments) {
    const auto word = arguments.positional(0);
    const auto flag = given(arguments, "--name");
    if (word && flag) {
        throw misuse("both " + practice::quoted(*word) + " and --name were given", "give one of the two");
    }
    if (!word && !flag) {
        throw misuse("the client's name is not given", "for example: practice client add 'Anna Smith'");
    }
    return word ? Written{*word, {}} : flag;
}

/// You, or the only one; nobody where that is not clear.
std::optional<std::vector<Written>> usual_professionals(const Context& context, const Directory& directory) {
    if (const auto you = context.configuration.get("professional")) {
        return std::vector{Written{directory.find_professional(*you).code, {}}};
    }
    std::vector<Written> current;
    for (const auto& professional : directory.professionals()) {
        if (!professional.archived) { current.push_back({professional.code, {}}); }
    }
    return current.size() == 1 ? std::optional{current} : std::nullopt;
}

int run(const Arguments& arguments, Context& context) {
    change_and_answer<Client>(context, {.only_new = true, .same_name_is_new = true}, [&](const Directory& directory) {
        auto entry = client_entry(entry_words(arguments), directory, nullptr);
        entry.name = name_given(arguments);
        if (!arguments.has("--allow-duplicate") && !context.yes) {
            refuse_same_name(entry.name->text, directory, "added");
        }
        if (!entry.professionals) { entry.professionals = usual_professionals(context, directory); }
        return std::vector{entry};
    });
    return kDone;
}

}  // namespace

Command client_add_command() {
    return {.name = "client add",
            .summary = "Add a client",
            .needs = Needs::write,
            .positionals = {{"NAME", "the full name, such as 'Anna Smith'", false}},
            .options = client_flags(Verb::add),
            .examples = {{"practice client add 'Anna Smith' --professional lee --email anna@example.com",
                          "A client of Dana Lee"},
                         {"practice client add 'Zoe Hill' --fee 90834=120.00 -q",
                          "With an agreed price; prints the number only"}},
            .run = run,
            .description =
                "The client gets the next number. Whose client, when not given: yours ('professional' in the "
                "configuration), or the only professional's."};
}

}  // namespace practice::cli
