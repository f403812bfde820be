// SPDX-License-Identifier: MIT
#include "app/change/time_off_change.h"

#include <algorithm>

#include "app/query/busy_times.h"
#include "practice/rescheduling.h"
#include "practice/time_off.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "text/format_time.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
namespace {

constexpr std::size_t kShown = 5;

/// Those of a series that carries on under a number that it has not got yet are told as dates.
std::string ids(const Session& session, const std::vector<Date>& dates) {
    std::string list;
    for (std::size_t i = 0; i < dates.size() && i < kShown; ++i) {
        list += (i > 0 ? ", " : "") +
                (session.id.stored() ? to_string(OccurrenceId{session.number(), dates[i]}) : to_string(dates[i]));
    }
    if (dates.size() > kShown) { list += " and " + std::to_string(dates.size() - kShown) + " more"; }
    return list;
}

/// What is left of what the session yields to.
std::vector<Yield> still_standing(const std::vector<Yield>& yields, const std::vector<Professional>& professionals) {
    std::vector<Yield> left;
    for (const auto& yield : yields) {
        const auto whose = std::ranges::find(professionals, yield.to, &Professional::id);
        if (whose == professionals.end()) { continue; }
        for (const auto& off : whose->time_off) {
            const Span<LocalTime> both{std::max(yield.span.from, off.span.from), std::min(yield.span.to, off.span.to)};
            if (both.from < both.to) { left.push_back({yield.to, both}); }
        }
    }
    return left;
}

/// Whether there is no such time off: what came with a feed may wait for it.
bool waits(const Yield& yield, const std::vector<Professional>& professionals) {
    return still_standing({yield}, professionals).empty();
}

}  // namespace

TimeOffChange::TimeOffChange(Office& office)
    : office_{office}, professionals_{store::load_professionals(*office.database)} {
    for (const auto id : store::yielding_sessions(*office.database)) {
        if (auto session = store::load_session(*office.database, id)) { yielding_.push_back(std::move(*session)); }
    }
}

void yield_to_what_stands(const Office& office, const Directory& directory, Session& after, const YieldScope& scope) {
    BusyTimes busy;
    busy.away = away_times(directory, {after.professional.id});
    busy.practice_zone = &office.zone();
    static_cast<void>(yield_to_time_off(after, busy.booked(), *office.zones, scope));
}

void TimeOffChange::settle(const std::function<bool(SessionId)>& as_before) {
    if (!office_.practice) { return; }  // what is made only now has nothing booked
    back_ = std::make_unique<Back>(office_);
    const auto before = std::move(professionals_);
    professionals_ = store::load_professionals(*office_.database);
    // An undo may have brought back what a series gave way to, and that is gone.
    for (const auto id : store::yielding_sessions(*office_.database)) {
        if (std::ranges::binary_search(yielding_, id, {}, &Session::id)) { continue; }
        if (const auto session = store::load_session(*office_.database, id)) { settle(*session, {}); }
    }
    for (const auto& session : yielding_) {
        std::vector<Yield> waiting;
        std::ranges::copy_if(session.yields, std::back_inserter(waiting),
                             [&](const Yield& yield) { return waits(yield, before); });
        settle(session, waiting, as_before && as_before(session.id));
    }
    for (const auto& professional : professionals_) {
        const auto was = std::ranges::find(before, professional.id, &Professional::id);
        for (const auto& off : professional.time_off) {
            const auto covers = [&](const TimeOff& then) {
                return then.span.from <= off.span.from && off.span.to <= then.span.to;
            };
            const bool known = was != before.end() && std::ranges::any_of(was->time_off, covers);
            if (!known) { tell_hit(professional, off); }
        }
    }
}

void TimeOffChange::settle(const Session& before, const std::vector<Yield>& waiting, bool as_before) {
    auto now = store::load_session(*office_.database, before.id);
    if (!now || !now->is_series()) { return; }
    std::vector<Date> taken;
    for (const auto& away : newly_away(before, *now)) { taken.push_back(away.date); }
    if (!taken.empty()) {
        notes_.push_back("gives way to that time off, as it did when it was booked: " + ids(*now, taken));
    }
    std::vector<Yield> yields;
    for (const auto& yield : now->yields) {
        const bool stays = as_before || std::ranges::find(waiting, yield) != waiting.end();
        const auto left = stays ? std::vector<Yield>{yield} : still_standing({yield}, professionals_);
        yields.insert(yields.end(), left.begin(), left.end());
    }
    const auto back = back_again(before, *now);
    if (yields == now->yields && !(as_before && !back.empty())) { return; }
    const auto away = staying_away(office_, *office_.database, *now, back, notes_);
    const auto stored = *now;
    auto after = leaving_out(std::move(*now), away);
    after.yields = std::move(yields);
    after = as_next_version(stored, std::move(after), office_.now);
    store::update(*office_.database, after, *office_.zones);
    // Only as it is stored it says which dates are away.
    if (const auto settled = store::load_session(*office_.database, before.id)) { also_back(&before, *settled); }
    std::vector<Date> there;
    std::ranges::set_difference(back, away, std::back_inserter(there));
    if (!there.empty()) { notes_.push_back("takes place again: " + ids(before, there)); }
}

std::vector<Date> staying_away(const Office& office, store::Database& database, Session session,
                               const std::vector<Date>& back, std::vector<std::string>& notes,
                               const ClashPolicy& policy) {
    const auto& zones = *office.zones;
    const auto& zone = office.zone(session.time_zone);
    std::vector<Date> away;
    std::vector<Date> to_come;
    for (const auto date : back) {
        const auto occurrence = occurrence_at(session, zone, date);
        if (!occurrence || occurrence->start < office.now) {
            away.push_back(date);
            continue;
        }
        to_come.push_back(date);
    }
    if (!away.empty()) { notes.push_back("over, and left out for good: " + ids(session, away)); }
    if (to_come.empty()) { return away; }
    ConflictScope scope;
    scope.only = to_come;
    const BusyQuery query{session, scope, zones};
    BusyTimes busy;
    busy.sessions = busy_sessions(database, query);
    busy.practice_zone = &office.zone();
    auto found = find_conflicts(session, busy.booked(), zones, scope);
    if (allow_clashes(session, found, policy)) { found = find_conflicts(session, busy.booked(), zones, scope); }
    for (const auto& clash : text::clash_lines(found)) {
        notes.push_back("stays away: " + ids(session, found.slots) + ": " + clash);
    }
    away.insert(away.end(), found.slots.begin(), found.slots.end());
    std::ranges::sort(away);
    return away;
}

void TimeOffChange::tell_hit(const Professional& professional, const TimeOff& off) {
    const auto& zone = office_.zone();
    const InstantSpan span{zone.to_instant(off.span.from), zone.to_instant(off.span.to)};
    store::SessionFilter filter;
    filter.from = std::max(span.from, office_.now);
    filter.to = span.to;
    filter.professionals = {professional.id};
    if (*filter.from >= span.to) { return; }
    std::vector<std::string> hit;
    for (const auto& session : store::load_sessions(*office_.database, filter)) {
        for (const auto& one : occurrences(session, office_.zone(session.time_zone), {*filter.from, span.to})) {
            if (!takes_time(one.status()) || one.professional().id != professional.id) { continue; }
            hit.push_back(to_string(one.id()));
        }
    }
    if (hit.empty()) { return; }
    std::string list;
    for (std::size_t i = 0; i < hit.size() && i < kShown; ++i) { list += " " + hit[i]; }
    const auto more = hit.size() > kShown ? " (the first of " + std::to_string(hit.size()) + ")" : std::string{};
    notes_.push_back("booked in that time off of " + professional.name.text +
                     ", and takes place until it is moved or cancelled: practice session cancel" + list + more);
}

void TimeOffChange::also_back(const Session* before, const Session& after) {
    if (back_) { back_->with_archived.add(before, after); }
}

void TimeOffChange::tell() const {
    for (const auto& note : notes_) { office_.notes(note); }
    if (!back_) { return; }
    for (const auto& note : back_->with_archived.notes()) { office_.notes(note); }
}

}  // namespace practice::app
