// SPDX-License-Identifier: MIT
#include "app/booking/standing_clashes.h"

#include <algorithm>

#include "app/query/busy_times.h"
#include "practice/rescheduling.h"
#include "store/sessions/session_rows.h"
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

/// All that may come back takes place: cancelled and left-out dates, and the rest that was cut off.
Session as_if_restored(Session session) {
    session.status = Status::scheduled;
    for (auto& [slot, change] : session.changes) { change.status = Status::scheduled; }
    if (!session.recurrence) { return session; }
    session = with_former_end(std::move(session));
    const auto& given = *session.recurrence;
    session.recurrence = Recurrence{given.anchor(), given.rule(), {}, given.added()};
    return session;
}

/// Those that may clash with `session`, as if they had been restored, too.
void put_back(Office& office, const Session& session, std::vector<Session>& others) {
    for (const auto& permission : session.allowed) {
        const auto* with = std::get_if<SessionId>(&permission.with);
        auto other = with != nullptr ? store::load_session(*office.database, *with) : std::nullopt;
        if (!other) { continue; }
        std::erase_if(others, [&](const Session& one) { return one.id == *with; });
        others.push_back(as_if_restored(std::move(*other)));
    }
}

void forget_but(const Conflicts& standing, Session& session) {
    if (standing.none()) { session.clash_allowed = false; }
    std::erase_if(session.allowed, [&](const AllowedClash& permission) {
        return std::ranges::none_of(standing.clashes,
                                    [&](const Clash& clash) { return permission.covers(clash.pair); });
    });
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
    forget_but(there.found.with_allowed(), session);
}

void forget_lost_permissions(Office& office, Session& session) {
    if (!session.may_clash()) { return; }
    const auto whole = as_if_restored(session);
    BusyQuery query{reach(whole, *office.zones).from};
    query.add(whole);
    auto busy = busy_times(office, Directory{office}, query);
    put_back(office, session, busy.sessions);
    forget_but(find_conflicts(whole, busy.booked(), *office.zones, {}).with_allowed(), session);
}

}  // namespace practice::app
