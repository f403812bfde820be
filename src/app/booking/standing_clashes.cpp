// SPDX-License-Identifier: MIT
#include "app/booking/standing_clashes.h"

#include <algorithm>

#include "app/query/busy_times.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
namespace {

StandingClashes clashes_in(Office& office, const Session& session, ConflictScope scope, Instant from) {
    BusyQuery query{from};
    query.add(session);
    StandingClashes clashes{busy_times(office, Directory{office}, query), {}};
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
