// SPDX-License-Identifier: MIT
// show: professionals, clients, rooms, services, whole.
#include "app/problems.h"
#include "cli/answer/record_answers.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/wording/fields_text.h"

namespace practice::cli {
namespace {

template <class Thing>
std::string title(const Thing& thing) {
    const auto key = Named<Thing>::key(thing);
    const auto name = Named<Thing>::name(thing);
    return name.empty() || name == key ? key : key + "  " + name;
}

template <class Thing>
int run(const Arguments& arguments, Context& context) {
    using Kind = Named<Thing>;
    const Directory directory{context};
    std::vector<Thing> things;
    Problems problems;
    problems.each(arguments.positionals(),
                  [&](const std::string& text) { things.push_back(Kind::find(directory, text)); });
    problems.raise_if_any();
    const bool told =
        !context.quiet && (context.format == Format::table || (context.format == Format::tsv && !context.format_given));
    const auto listing = Kind::listing(directory);
    if (told) {
        for (const auto& thing : things) {
            context.print(text::fields_told(title(thing), Kind::fields(thing, directory)));
        }
    } else if (context.format == Format::json && things.size() == 1 && !context.quiet) {
        context.print_line(listing.json(things.front()));
    } else {
        print_listing<Thing>(context, things, listing);
    }
    return kDone;
}

Command row(std::string_view name, std::string_view summary, PositionalSpec which, std::vector<Example> examples,
            int (*function)(const Arguments&, Context&)) {
    which.many = true;
    return {.name = name,
            .summary = summary,
            .needs = Needs::read,
            .positionals = {which},
            .options = {},
            .examples = std::move(examples),
            .run = function};
}

}  // namespace

Command professional_show_command() {
    return row("professional show", "Show a professional: room, hours, fees, time off",
               {"WHO", "a code or a name", true, true, ValueKind::professional},
               {{"practice professional show lee", "By code"},
                {"practice professional show 'Dana Lee' --json", "For a program"}},
               run<Professional>);
}
Command client_show_command() {
    return row("client show", "Show a client: professionals, contact, fees",
               {"WHO", "a name, part of one, or a number", true, true, ValueKind::client},
               {{"practice client show Smith", "By family name"},
                {"practice client show 3 --json", "By number, for a program"}},
               run<Client>);
}
Command room_show_command() {
    return row("room show", "Show a room", {"ROOM", "its name", true, true, ValueKind::room},
               {{"practice room show 'Room 1'", "One room"}, {"practice room show Video --json", "For a program"}},
               run<Room>);
}
Command service_show_command() {
    return row(
        "service show", "Show a service: length and price", {"CODE", "its code", true, true, ValueKind::service},
        {{"practice service show 90834", "One service"}, {"practice service show 90834 --json", "For a program"}},
        run<Service>);
}

}  // namespace practice::cli
