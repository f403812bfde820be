// SPDX-License-Identifier: MIT
// professional transfer: what is to come goes from one professional to another.
#include "app/problems.h"
#include "app/transfer/transfer.h"
#include "cli/commands/records/transfer.h"
#include "cli/line/command.h"

namespace practice::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
    return run_transfer(arguments, context, [&](const Directory& directory) {
        Problems problems;
        const auto giver = problems.attempt(
            [&] { return &directory.find_professional(*arguments.positional(0), Archived::after_current); });
        const auto taker = problems.attempt([&] { return &directory.find_professional(*arguments.positional(1)); });
        problems.raise_if_any();
        const auto& from = **giver;
        const auto& to = **taker;
        if (from.id == to.id) {
            throw misuse("both are " + from.name.text, "name the one who gives first, then the one who takes over");
        }
        TransferWish wish{ProfessionalTransfer{name_of(from), name_of(to)}, {}, {}, {}};
        problems.each(arguments.values("--client"), [&](const std::string& text) {
            wish.clients.push_back(directory.find_client(text, from.id, Archived::after_current).id);
        });
        problems.raise_if_any();
        return wish;
    });
}

}  // namespace

Command professional_transfer_command() {
    using enum Takes;
    Command command{
        .name = "professional transfer",
        .summary = "Move what is to come from one professional to another",
        .needs = Needs::write,
        .positionals = {{"FROM", "who has the sessions: a code or a name", true, false, ValueKind::professional},
                        {"TO", "who takes them over", true, false, ValueKind::professional}},
        .options = transfer_options(),
        .examples =
            {
                {"practice professional transfer lee orr --dry-run", "See what would go over, and what clashes"},
                {"practice professional transfer lee orr --from 2027-01-01 --client Smith --yes",
                 "One client's sessions, from the new year on"},
            },
        .run = run,
        .description =
            "Sessions and series go over with all that belongs to them; a series that has begun is split, and a new "
            "one carries on with the other professional. Rooms, prices and times stay as they are. The clients are "
            "added to the new professional's. What clashes there is refused, all of it, unless --on-conflict says "
            "otherwise; more than ten bookings ask first.",
    };
    command.options.push_back(
        {"--client", "NAME", many_values, "only the sessions of this client", "", ValueKind::client});
    return command;
}

}  // namespace practice::cli
