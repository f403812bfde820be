// SPDX-License-Identifier: MIT
// edit: only what is given changes; the answer shows it before and after.
#include "app/settings/record_entries.h"
#include "app/settings/same_name.h"
#include "cli/answer/settings_answer.h"
#include "cli/flags/record_flags.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

ProfessionalEntry entry_of(const Professional& present, const Arguments& arguments, const Context& context,
                           const Directory& directory) {
    return professional_entry(entry_words(arguments), context, directory, &present);
}
ClientEntry entry_of(const Client& present, const Arguments& arguments, const Context& context,
                     const Directory& directory) {
    auto entry = client_entry(entry_words(arguments), directory, &present);
    if (entry.name && !arguments.has("--allow-duplicate") && !context.yes) {
        refuse_same_name(entry.name->text, directory, "changed", &present);
    }
    return entry;
}
RoomEntry entry_of(const Room&, const Arguments& arguments, const Context&, const Directory&) {
    return room_entry(entry_words(arguments));
}
ServiceEntry entry_of(const Service&, const Arguments& arguments, const Context&, const Directory&) {
    return service_entry(entry_words(arguments));
}

template <class Thing>
int run(const Arguments& arguments, Context& context) {
    require_a_change(arguments);
    change_and_answer<Thing>(context, {}, [&](const Directory& directory) {
        const auto& present = Named<Thing>::find(directory, arguments.positional(0).value());
        auto entry = entry_of(present, arguments, context, directory);
        entry.id = present.id;
        return std::vector{entry};
    });
    return kDone;
}

Command row(std::string_view name, std::string_view summary, const PositionalSpec& which,
            std::vector<OptionSpec> options, std::vector<Example> examples,
            int (*function)(const Arguments&, Context&)) {
    return {.name = name,
            .summary = summary,
            .needs = Needs::write,
            .positionals = {which},
            .options = std::move(options),
            .examples = std::move(examples),
            .run = function,
            .description =
                "Only what is given changes; 'none' clears a value. Sessions that are booked keep their prices."};
}

}  // namespace

Command professional_edit_command() {
    return row(
        "professional edit", "Change a professional: hours, room, fees, time off",
        {"WHO", "a code or a name", true, false, ValueKind::professional}, professional_flags(Verb::edit),
        {{"practice professional edit lee --add-time-off 2026-12-24..2027-01-02 --reason vacation",
          "Away over the holidays"},
         {"practice professional edit lee --hours 'mon-thu 09:00-17:00; fri 09:00-13:00'", "Fridays are shorter"}},
        run<Professional>);
}
Command client_edit_command() {
    return row("client edit", "Change a client: name, contact, professionals, fees",
               {"WHO", "a name, part of one, or a number", true, false, ValueKind::client}, client_flags(Verb::edit),
               {{"practice client edit Smith --email anna@example.com", "A new address"},
                {"practice client edit 3 --fee 90834=120.00 --phone none", "An agreed price; no phone any more"}},
               run<Client>);
}
Command room_edit_command() {
    return row("room edit", "Change a room", {"ROOM", "its name", true, false, ValueKind::room}, room_flags(Verb::edit),
               {{"practice room edit 'Room 1' --address '12 Shore Rd'", "Its address"},
                {"practice room edit 'Room 1' --name 'Lake Room'", "Another name; sessions stay in it"}},
               run<Room>);
}
Command service_edit_command() {
    return row("service edit", "Change a service: price, length, description",
               {"CODE", "its code", true, false, ValueKind::service}, service_flags(Verb::edit),
               {{"practice service edit 90834 --price 155.00", "A new price, for what is booked from now on"},
                {"practice service edit 90834 --length 50 --dry-run", "See what it would change"}},
               run<Service>);
}

}  // namespace practice::cli
