// SPDX-License-Identifier: MIT
#include "cli/standing_clashes.h"

#include <algorithm>

#include "cli/busy_times.h"
#include "store/session_rows.h"
#include "text/conflict_text.h"

namespace practice::cli {
namespace {

store::BusyFilter filter_for(const Session& session, Instant from) {
    store::BusyFilter filter;
    filter.from = from - std::chrono::days{1};
    const auto add = [&](const ProfessionalName& professional, const RoomName& room,
                         const std::vector<ClientName>& clients) {
        filter.professionals.push_back(professional.id);
        filter.rooms.push_back(room.id);
        for (const auto& client : clients) { filter.clients.push_back(client.id); }
    };
    add(session.professional, session.room, session.clients);
    for (const auto& [slot, change] : session.changes) {
        add(change.professional.value_or(session.professional), change.room.value_or(session.room),
            change.clients.value_or(session.clients));
    }
    const auto once = [](auto& ids) {
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    };
    once(filter.professionals);
    once(filter.rooms);
    once(filter.clients);
    return filter;
}

Conflicts conflicts_from(BusyTimes& busy, Context& context, const Session& session, std::optional<Instant> from) {
    const Directory directory{context};
    const auto filter = filter_for(session, from.value_or(reach(session, *context.environment.zones).from));
    busy.sessions = store::load_busy(*context.database, filter);
    busy.away = away_times(directory, filter.professionals);
    busy.practice_zone = &context.zone();
    ConflictScope scope;
    scope.not_before = from;
    return find_conflicts(session, busy.booked(), *context.environment.zones, scope).with_allowed();
}

}  // namespace

std::vector<std::string> standing_clashes(Context& context, const Session& session) {
    if (!session.may_clash()) { return {}; }
    BusyTimes busy;
    return text::clash_lines(conflicts_from(busy, context, session, context.now));
}

void forget_gone_clashes(Context& context, Session& session) {
    if (!session.may_clash()) { return; }
    BusyTimes busy;
    const auto standing = conflicts_from(busy, context, session, std::nullopt);
    if (standing.none()) { session.clash_allowed = false; }
    std::erase_if(session.allowed, [&](const AllowedClash& permission) {
        return std::ranges::none_of(standing.clashes,
                                    [&](const Clash& clash) { return permission.covers(clash.pair); });
    });
}

}  // namespace practice::cli
