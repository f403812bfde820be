// SPDX-License-Identifier: MIT
// room transfer: what is to come goes from one room to another.
#include "app/problems.h"
#include "app/transfer/transfer.h"
#include "cli/commands/records/transfer.h"
#include "cli/line/command.h"

namespace practice::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
    return run_transfer(arguments, context, [&](const Directory& directory) {
        Problems problems;
        const auto leave =
            problems.attempt([&] { return &directory.find_room(*arguments.positional(0), Archived::after_current); });
        const auto enter = problems.attempt([&] { return &directory.find_room(*arguments.positional(1)); });
        problems.raise_if_any();
        const auto& from = **leave;
        const auto& to = **enter;
        if (from.id == to.id) {
            throw misuse("both are " + from.name.text, "name the room to leave first, then the one to go to");
        }
        return TransferWish{RoomTransfer{name_of(from), name_of(to)}, {}, {}, {}};
    });
}

}  // namespace

Command room_transfer_command() {
    return {
        .name = "room transfer",
        .summary = "Move what is to come from one room to another",
        .needs = Needs::write,
        .positionals = {{"FROM", "the room that the sessions are in", true, false, ValueKind::room},
                        {"TO", "the room to go to", true, false, ValueKind::room}},
        .options = transfer_options(),
        .examples =
            {
                {"practice room transfer 'Room 1' 'Room 2' --dry-run", "See what would go, and what clashes"},
                {"practice room transfer 'Room 1' Video --from 2027-01-01 --yes", "Online from the new year on"},
            },
        .run = run,
        .description =
            "Sessions and series go over with all that belongs to them; a series that has begun is split, and a new "
            "one carries on in the other room. What clashes there is refused, all of it, unless --on-conflict says "
            "otherwise; more than ten bookings ask first.",
    };
}

}  // namespace practice::cli
