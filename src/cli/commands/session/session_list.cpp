// SPDX-License-Identifier: MIT
// session list: occurrences of a window, or bookings with --series.
#include <algorithm>

#include "app/booking/standing_clashes.h"
#include "cli/answer/session_listings.h"
#include "cli/context.h"
#include "cli/flags/session_filter.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

constexpr int kUsualDays = 14;

/// The practice's.
std::string zone_named(const Context& context) {
    return context.practice ? context.practice->time_zone : std::string{};
}

int list_bookings(const Arguments& arguments, Context& context) {
    std::vector<Session> sessions;
    std::vector<text::SessionView> views;
    if (context.database && context.practice) {
        const store::Reading reading{*context.database};
        const Directory directory{context};
        const auto filter = read_filter(arguments, context, directory, std::nullopt);
        sessions = store::load_sessions(*context.database, filter.sessions);
        for (auto& session : sessions) {
            const auto& zone = context.zone(session.time_zone);
            forget_gone_clashes(context, session);
            if (filter.takes_booking(session, zone)) { views.push_back({&session, &zone, context.now}); }
        }
    }
    print_listing<text::SessionView>(context, views, booking_listing(zone_named(context)));
    return kDone;
}

int run(const Arguments& arguments, Context& context) {
    if (arguments.has("--series")) { return list_bookings(arguments, context); }
    Occurrences found;
    if (context.database && context.practice) {
        const store::Reading reading{*context.database};
        const Directory directory{context};
        const auto filter = read_filter(arguments, context, directory, kUsualDays);
        found = load_occurrences(context, filter);
    }
    print_listing<Occurrence>(context, found.list, occurrence_listing(zone_named(context)));
    return kDone;
}

}  // namespace

Command session_list_command() {
    Command command{
        .name = "session list",
        .summary = "List sessions of some days, or bookings",
        .needs = Needs::read,
        .positionals = {},
        .options = window_options(),
        .examples =
            {
                {"practice session list --week --professional lee", "One professional's week"},
                {"practice session list --from 2026-12-01 --to 2026-12-31 --json", "December, for a program"},
                {"practice session list --series --client Smith", "What was booked for a client, each series once"},
            },
        .run = run,
        .description =
            "Without a window: 14 days from today. Cancelled sessions are left out unless --status names them or says "
            "all. With --series each booking is listed once; without a window, all of them.",
    };
    for (const auto& option : filter_options()) { command.options.push_back(option); }
    command.options.push_back({"--series", "", Takes::nothing, "list bookings, each series once"});
    return command;
}

}  // namespace practice::cli
