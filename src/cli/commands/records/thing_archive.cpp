// SPDX-License-Identifier: MIT
// archive and unarchive: what is archived is no longer offered or found for new bookings, and stays with
// what was booked.
#include "app/problems.h"
#include "cli/answer/settings_answer.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

template <class Thing>
int set_archived(const Arguments& arguments, Context& context, const char* archived) {
    change_and_answer<Thing>(context, {}, [&](const Directory& directory) {
        std::vector<typename Named<Thing>::Entry> entries;
        Problems problems;
        problems.each(arguments.positionals(), [&](const std::string& text) {
            auto& entry = entries.emplace_back();
            entry.id = Named<Thing>::find(directory, text).id;
            entry.archived = Written{archived, {}};
        });
        problems.raise_if_any();
        return entries;
    });
    return kDone;
}

template <class Thing>
int archive(const Arguments& arguments, Context& context) {
    return set_archived<Thing>(arguments, context, "yes");
}
template <class Thing>
int unarchive(const Arguments& arguments, Context& context) {
    return set_archived<Thing>(arguments, context, "no");
}

constexpr std::string_view kMeaning =
    "What is archived is no longer listed, or found for new bookings. Sessions that are booked stay as they are, and "
    "those to come are named. "
    "'unarchive' brings it back.";

Command row(std::string_view name, std::string_view summary, const PositionalSpec& which, std::vector<Example> examples,
            int (*function)(const Arguments&, Context&)) {
    return {.name = name,
            .summary = summary,
            .needs = Needs::write,
            .positionals = {which},
            .options = {},
            .examples = std::move(examples),
            .run = function,
            .description = kMeaning};
}

constexpr PositionalSpec kProfessional{"WHO", "a code or a name", true, true, ValueKind::professional};
constexpr PositionalSpec kClient{"WHO", "a name, part of one, or a number", true, true, ValueKind::client};
constexpr PositionalSpec kRoom{"ROOM", "its name", true, true, ValueKind::room};
constexpr PositionalSpec kService{"CODE", "its code", true, true, ValueKind::service};

}  // namespace

Command professional_archive_command() {
    return row("professional archive", "Put a professional away who works here no longer", kProfessional,
               {{"practice professional archive orr", "By code"},
                {"practice professional archive orr --dry-run", "See what it would do"}},
               archive<Professional>);
}
Command professional_unarchive_command() {
    return row("professional unarchive", "Bring an archived professional back", kProfessional,
               {{"practice professional unarchive orr", "By code"},
                {"practice professional list --archived", "See who is archived"}},
               unarchive<Professional>);
}
Command client_archive_command() {
    return row(
        "client archive", "Put a client away who comes no longer", kClient,
        {{"practice client archive Smith", "By family name"}, {"practice client archive 3 5 8", "Several, by number"}},
        archive<Client>);
}
Command client_unarchive_command() {
    return row(
        "client unarchive", "Bring an archived client back", kClient,
        {{"practice client unarchive 3", "By number"}, {"practice client list --archived", "See who is archived"}},
        unarchive<Client>);
}
Command room_archive_command() {
    return row("room archive", "Put a room away that is used no longer", kRoom,
               {{"practice room archive 'Room 2'", "One room"},
                {"practice room archive 'Room 2' --dry-run", "See what it would do"}},
               archive<Room>);
}
Command room_unarchive_command() {
    return row(
        "room unarchive", "Bring an archived room back", kRoom,
        {{"practice room unarchive 'Room 2'", "One room"}, {"practice room list --archived", "See what is archived"}},
        unarchive<Room>);
}
Command service_archive_command() {
    return row("service archive", "Put a service away that is offered no longer", kService,
               {{"practice service archive 90832", "One service"},
                {"practice service archive 90832 --dry-run", "See what it would do"}},
               archive<Service>);
}
Command service_unarchive_command() {
    return row("service unarchive", "Bring an archived service back", kService,
               {{"practice service unarchive 90832", "One service"},
                {"practice service list --archived", "See what is archived"}},
               unarchive<Service>);
}

}  // namespace practice::cli
