// SPDX-License-Identifier: MIT
// delete: for what was added by mistake. Whatever a session, or something else, refers to is archived instead.
#include <algorithm>

#include "app/problems.h"
#include "cli/answer/prompt.h"
#include "cli/answer/record_answers.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "store/rows/settings_rows.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

template <class Thing>
std::vector<Thing> find_all(const Arguments& arguments, const Context& context, store::Database* database) {
    static_cast<void>(context.require_practice());
    const Directory directory{database};
    std::vector<Thing> things;
    Problems problems;
    problems.each(arguments.positionals(), [&](const std::string& text) {
        const auto& thing = Named<Thing>::find(directory, text);
        if (std::ranges::find(things, thing.id, &Thing::id) == things.end()) { things.push_back(thing); }
    });
    problems.raise_if_any();
    return things;
}

/// All that are in use, at once.
template <class Thing>
void require_unused(const std::vector<Thing>& things, store::Database& database) {
    std::vector<Problem> problems;
    for (const auto& thing : things) {
        const auto count = store::references(database, thing.id);
        if (count == 0) { continue; }
        const std::string noun{Named<Thing>::noun};
        problems.push_back(
            {called(thing) + " is in use" + (count == 1 ? " once" : " " + std::to_string(count) + " times") +
                 "; nothing was deleted",
             "archive it instead: practice " + noun + " archive " + text::shell_word(Named<Thing>::key(thing)),
             std::nullopt,
             {}});
    }
    if (!problems.empty()) { throw Refusal{RefusalKind::conflict, std::move(problems)}; }
}
/// A session carries its rule, not the rule's name.
void require_unused(const std::vector<NamedRecurrence>&, store::Database&) {}

template <class Thing>
void tell(Context& context, const std::vector<Thing>& things) {
    std::vector<std::string> keys;
    for (const auto& thing : things) {
        const auto key = Named<Thing>::key(thing);
        if (context.quiet) {
            context.print_line(key);
        } else if (context.format == Format::json || context.format == Format::jsonl) {
            keys.push_back("{\"deleted\":" + text::json_string(key) + "}");
        } else {
            context.print_line((context.dry_run ? "Would delete " : "Deleted ") + called(thing));
        }
    }
    if (context.quiet) { return; }
    if (!keys.empty()) { return print_json(context, keys); }
    if (context.dry_run) { context.print_line("Nothing was written (--dry-run)."); }
    context.print_undo();
}

template <class Thing>
int run(const Arguments& arguments, Context& context) {
    auto things = find_all<Thing>(arguments, context, &*context.database);
    require_unused(things, *context.database);
    std::string all;
    for (const auto& thing : things) { all += (all.empty() ? "" : ", ") + called(thing); }
    if (!context.dry_run) { confirm(context, "Delete " + all + "?", "nothing was deleted"); }

    Change change{context};  // only now: no question while others wait
    things = find_all<Thing>(arguments, context, &*context.database);
    require_unused(things, *context.database);
    for (const auto& thing : things) { store::erase(*context.database, thing.id); }
    change.commit();

    tell(context, things);
    return kDone;
}

Command row(std::string_view name, std::string_view summary, const PositionalSpec& which, std::vector<Example> examples,
            int (*function)(const Arguments&, Context&)) {
    return {
        .name = name,
        .summary = summary,
        .needs = Needs::write,
        .positionals = {which},
        .options = {},
        .examples = std::move(examples),
        .run = function,
        .description =
            "For what was added by mistake: it asks first (--yes answers). What is in use is not deleted; archive it."};
}

}  // namespace

Command professional_delete_command() {
    return row(
        "professional delete", "Delete a professional who was added by mistake",
        {"WHO", "a code or a name", true, true, ValueKind::professional},
        {{"practice professional delete orr", "Asks first"}, {"practice professional delete orr --yes", "In a script"}},
        run<Professional>);
}
Command client_delete_command() {
    return row("client delete", "Delete a client who was added by mistake",
               {"WHO", "a name, part of one, or a number", true, true, ValueKind::client},
               {{"practice client delete 7", "Asks first"}, {"practice client delete 7 --yes", "In a script"}},
               run<Client>);
}
Command room_delete_command() {
    return row(
        "room delete", "Delete a room that was added by mistake", {"ROOM", "its name", true, true, ValueKind::room},
        {{"practice room delete 'Room 3'", "Asks first"}, {"practice room delete 'Room 3' --yes", "In a script"}},
        run<Room>);
}
Command service_delete_command() {
    return row(
        "service delete", "Delete a service that was added by mistake",
        {"CODE", "its code", true, true, ValueKind::service},
        {{"practice service delete 90899", "Asks first"}, {"practice service delete 90899 --yes", "In a script"}},
        run<Service>);
}
Command recurrence_delete_command() {
    return row("recurrence delete", "Delete a named recurrence; series that it made stay",
               {"NAME", "its name", true, true, ValueKind::recurrence},
               {{"practice recurrence delete every-6-weeks", "Asks first"},
                {"practice recurrence delete every-6-weeks --yes", "In a script"}},
               run<NamedRecurrence>);
}

}  // namespace practice::cli
