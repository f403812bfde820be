// SPDX-License-Identifier: MIT
#include "app/booking/standing_clashes.h"

#include <algorithm>

#include "app/booking/busy_times.h"
#include "store/sessions/session_rows.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
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

StandingClashes clashes_in(Office& office, const Session& session, ConflictScope scope, Instant from) {
    const Directory directory{office};
    const auto filter = filter_for(session, from);
    StandingClashes clashes;
    clashes.busy.sessions = store::load_busy(*office.database, filter);
    clashes.busy.away = away_times(directory, filter.professionals);
    clashes.busy.practice_zone = &office.zone();
    clashes.found = find_conflicts(session, clashes.busy.booked(), *office.zones, scope);
    return clashes;
}

}  // namespace

std::vector<std::string> StandingClashes::lines() const {
    Conflicts allowed;
    allowed.clashes = found.allowed;
    auto list = text::clash_lines(allowed);
    for (auto& line : list) { line += " (allowed)"; }
    const auto others = text::clash_lines(found);
    list.insert(list.end(), others.begin(), others.end());
    return list;
}

StandingClashes standing_clashes(Office& office, const Session& session, std::optional<Date> slot) {
    ConflictScope scope;
    auto from = office.now;
    if (slot) {
        scope.only = std::vector{*slot};
        from = occurrence_at(session, office.zone(session.time_zone), slot)->start;
    } else {
        scope.not_before = from;
    }
    return clashes_in(office, session, std::move(scope), from);
}

void forget_gone_clashes(Office& office, Session& session) {
    if (!session.may_clash()) { return; }
    const auto there = clashes_in(office, session, {}, reach(session, *office.zones).from);
    const auto standing = there.found.with_allowed();
    if (standing.none()) { session.clash_allowed = false; }
    std::erase_if(session.allowed, [&](const AllowedClash& permission) {
        return std::ranges::none_of(standing.clashes,
                                    [&](const Clash& clash) { return permission.covers(clash.pair); });
    });
}

}  // namespace practice::app
