// SPDX-License-Identifier: MIT
// How two series that never end are compared for every one of their dates at little cost:
//
// 1. Most pairs are told apart by arithmetic (may_meet). Two occurrences that overlap are at wall-clock times
//    whose offsets from UTC differ by one of a few known amounts (Clocks::differences; 0 in one zone). For each
//    amount, the times of day overlap only for a few shifts between the two dates, mostly for none: one at 14:00,
//    the other at 15:00. For the shifts that are left, the weekdays are compared, and then the rules' steps
//    (Recurrence::never_meets). In one zone the amount is 0 as long as neither side is out of step with its wall
//    clock; one that begins in a skipped time, or goes on through a change of the clock, is compared with all
//    amounts instead.
// 2. What is left is merged (meet): the planned occurrences are there as instants, by start and by end, and the
//    booked slots are walked beside them, over the time that both cover. Instants decide, so nothing above needs
//    to be tight, only safe.
//
// Single sessions, changed slots and time off are spans: each is looked up among the planned occurrences.
//
// The planned session's own occurrences are compared in the same two ways, as one more series and more spans.
#include "conflict_timetable.h"

#include <algorithm>
#include <cassert>

namespace practice::conflict {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// From an instant's wall-clock date to the slots that can be at it: a session lasts a day at most, a skipped time
/// moves by a day at most, and a zone is within a day of UTC.
constexpr days kReach{3};
/// From how long a pause of the planned side on it pays to jump over the booked slots rather than to walk them.
constexpr days kPause{45};

Date date_in(const TimeZone& zone, Instant instant) {
    return date_of(zone.to_local(instant));
}

/// The weekdays of dates that have one of `weekdays` `shift` days later.
unsigned shifted_back(unsigned weekdays, int shift) {
    const int by = ((shift % 7) + 7) % 7;
    return ((weekdays >> by) | (weekdays << (7 - by))) & 0x7FU;
}

int floor_days(seconds time) {
    return static_cast<int>(std::chrono::floor<days>(time).count());
}

/// Whether the slot is one of the series' regular ones: not cancelled, moved or otherwise its own.
bool is_regular(const Session& series, Date slot) {
    if (series.changes.empty()) { return true; }
    const auto change = series.changes.find(slot);
    return change == series.changes.end() || stands_as_planned(change->second);
}

bool concerns(Matter matter, const Claims& planned, const Claims& booked) {
    bool any = false;
    each_shared(planned, booked, [&](const Thing& thing) {
        any = any || matter == Matter::everything || (matter == Matter::room) == (thing.kind == ClashKind::room);
    });
    return any;
}

}  // namespace

Timetable::Timetable(const Booked& booked, const TimeZones& zones, const Concern& concern, InstantSpan within,
                     SessionId self)
    : clocks_{zones, within}, within_{within} {
    for (const auto& session : booked.sessions) {
        if (self.none() || session.id != self) { add(session, concern); }
    }
    for (const auto* session : booked.more) {
        if (self.none() || session->id != self) { add(*session, concern); }
    }
    for (const auto& away : booked.away) {
        assert(booked.practice_zone != nullptr);
        const auto claims = claims_of(away);
        if (!concern.touches(claims)) { continue; }
        const auto& zone = *booked.practice_zone;
        add_span({{zone.to_instant(away.span.from), zone.to_instant(away.span.to)}, claims, {nullptr, &away}, {}});
    }
}

void Timetable::add(const Session& session, const Concern& concern) {
    const auto claims = claims_of(session);
    const bool touched = concern.touches(claims);
    if (!session.is_series()) {
        if (!touched || !takes_time(session.status)) { return; }
        const auto start = clocks_.of(session.time_zone).zone().to_instant(session.start);
        add_span({{start, start + session.length}, claims, {&session, nullptr}, {}});
        return;
    }
    const auto time = time_of_day(session.start);
    if (touched) {
        const auto& clock = clocks_.of(session.time_zone);
        if (has_slots_within(session, clock.zone())) {
            series_.push_back({&session, &clock, claims, time, clock.disturbs(time, session.length)});
        }
    }
    for (const auto& [slot, change] : session.changes) {
        if (!takes_time(change.status) || stands_as_planned(change)) { continue; }
        const auto own = claims_of(session, change);
        if (!concern.touches(own)) { continue; }
        const auto start = clocks_.of(session.time_zone).zone().to_instant(change.start.value_or(slot + time));
        const InstantSpan span{start, start + change.length.value_or(session.length)};
        if (span.overlaps(within_) && session.recurrence->occurs_on(slot)) {
            add_span({span, own, {&session, nullptr}, slot});
        }
    }
}

void Timetable::add_span(const Busy& busy) {
    if (busy.span.overlaps(within_)) { singles_.push_back(busy); }
}

bool Timetable::has_slots_within(const Session& session, const TimeZone& zone) const {
    const auto& rule = *session.recurrence;
    if (rule.added().empty() && rule.anchor() > date_in(zone, within_.to) + kReach) { return false; }
    if (rule.never_ends()) { return true; }
    const auto last = rule.last();
    return last && *last >= date_in(zone, within_.from) - kReach;
}

bool Timetable::may_meet(const Asked& asked, const Series& series) {
    static const std::vector<seconds> none{seconds{0}};
    const auto& group = *asked.group;
    const bool own = series.session == asked.planned->session && group.rule != nullptr;
    const bool in_step = asked.clock == series.clock && !asked.disturbed && !series.disturbed;
    const auto& rule = *series.session->recurrence;
    std::optional<unsigned> weekdays;
    for (const auto difference : in_step ? none : clocks_.differences(*asked.clock, *series.clock)) {
        // A booked slot `shift` days after a planned one begins `apart` + `shift` days after it.
        const auto apart = series.time + difference - group.time;
        const int from = floor_days(-apart - series.session->length) + 1;
        const int to = -floor_days(apart - group.length) - 1;
        for (int shift = from; shift <= to; ++shift) {
            if (own && shift == 0) { continue; }  // each with itself
            if (!weekdays) { weekdays = rule.weekdays(); }
            if ((group.weekdays & shifted_back(*weekdays, shift)) == 0) { continue; }
            if (group.rule == nullptr || !group.rule->never_meets(rule, shift)) { return true; }
        }
    }
    return false;
}

void Timetable::meet(const PlannedGroup& group, const Series& series) {
    const auto& zone = series.clock->zone();
    const auto& rule = *series.session->recurrence;
    const auto& planned = group.occurrences;
    const auto behind = date_in(zone, planned.back().end) + kReach;
    const auto slots_near = [&](Instant start) { return SlotCursor{rule, date_in(zone, start) - kReach, behind}; };
    auto slots = slots_near(planned.front().start);
    InstantCursor instants{zone};
    std::size_t at = 0;
    while (const auto slot = slots.next()) {
        const auto start = instants.to_instant(*slot + series.time);
        const auto end = start + series.session->length;
        while (at < planned.size() && planned[at].end <= start) { ++at; }
        if (at == planned.size()) { return; }
        if (planned[at].start >= end) {
            if (planned[at].start - end > kPause) { slots = slots_near(planned[at].start); }
            continue;
        }
        if (!is_regular(*series.session, *slot)) { continue; }
        for (auto i = at; i < planned.size() && planned[i].start < end; ++i) {
            overlaps_.push_back({static_cast<std::uint32_t>(i), {start, end}, *slot});
        }
    }
}

void Timetable::meet(const PlannedGroup& group, const Busy& busy) {
    const auto& planned = group.occurrences;
    auto at = std::partition_point(planned.begin(), planned.end(),
                                   [&](const PlannedOccurrence& o) { return o.end <= busy.span.from; });
    for (; at != planned.end() && at->start < busy.span.to; ++at) {
        overlaps_.push_back({static_cast<std::uint32_t>(at - planned.begin()), busy.span, busy.slot});
    }
}

Timetable::Own Timetable::own_of(const Planned& planned) {
    Own own;
    const auto& session = *planned.session;
    if (!session.is_series()) { return own; }
    const auto& clock = clocks_.of(session.time_zone);
    const auto time = time_of_day(session.start);
    own.series = Series{&session, &clock, claims_of(session), time, clock.disturbs(time, session.length)};
    for (const auto& [slot, change] : session.changes) {
        if (!takes_time(change.status) || stands_as_planned(change) || !session.recurrence->occurs_on(slot)) {
            continue;
        }
        const auto start = clock.zone().to_instant(change.start.value_or(slot + time));
        own.singles.push_back({{start, start + change.length.value_or(session.length)},
                               claims_of(session, change),
                               {&session, nullptr},
                               slot});
    }
    return own;
}

/// Of two of the planned session's own occurrences one gives way, and only that one is told to clash.
void Timetable::keep_those_that_go_first(const Asked& asked, bool usual) {
    const bool group_is_usual = asked.group->rule != nullptr;
    std::erase_if(overlaps_, [&](const Overlap& overlap) {
        const auto slot = asked.group->occurrences[overlap.planned].slot;
        if (overlap.with_slot == slot) { return true; }
        if (!asked.planned->has(*overlap.with_slot, usual)) { return false; }
        return usual == group_is_usual ? *overlap.with_slot > slot : usual;
    });
}

void Timetable::compare(const Asked& asked, const Series& series, Report& report) {
    const auto& group = *asked.group;
    if (!may_meet(asked, series) || !concerns(asked.matter, group.claims, series.claims)) { return; }
    overlaps_.clear();
    meet(group, series);
    if (series.session == asked.planned->session) { keep_those_that_go_first(asked, true); }
    const bool endless = group.rule != nullptr && asked.planned->endless_after.has_value();
    report.add(group, series.claims, {series.session, nullptr}, overlaps_,
               endless && series.session->recurrence->never_ends());
}

void Timetable::compare(const Asked& asked, const Busy& busy, Report& report) {
    const auto& group = *asked.group;
    const InstantSpan span{group.occurrences.front().start, group.occurrences.back().end};
    if (!span.overlaps(busy.span) || !concerns(asked.matter, group.claims, busy.claims)) { return; }
    overlaps_.clear();
    meet(group, busy);
    if (busy.source.session == asked.planned->session) { keep_those_that_go_first(asked, false); }
    // Time off for good goes on for as long as is looked at, and has no end for whoever asks.
    const auto& after = asked.planned->endless_after;
    const bool endless = group.rule != nullptr && after && busy.span.from <= *after && span.to <= busy.span.to;
    report.add(group, busy.claims, busy.source, overlaps_, endless);
}

Report Timetable::ask(const Planned& planned, Matter matter, bool first_is_enough) {
    Report report{planned};
    const auto& clock = clocks_.of(planned.session->time_zone);
    const auto own = own_of(planned);
    const auto enough = [&] { return first_is_enough && report.any(); };
    for (const auto& group : planned.groups) {
        const Asked asked{&planned, &group, &clock, clock.disturbs(group.time, group.length), matter};
        for (const auto& series : series_) {
            compare(asked, series, report);
            if (enough()) { return report; }
        }
        if (own.series) { compare(asked, *own.series, report); }
        for (const auto& single : singles_) {
            compare(asked, single, report);
            if (enough()) { return report; }
        }
        for (const auto& single : own.singles) { compare(asked, single, report); }
        if (enough()) { return report; }
    }
    return report;
}

Conflicts Timetable::conflicts(const Planned& planned) {
    return ask(planned, Matter::everything, false).finish();
}

bool Timetable::is_free(const Planned& planned, Matter matter) {
    auto report = ask(planned, matter, true);
    return !report.any() && report.finish().none();
}

std::vector<Timetable::Busy> Timetable::busy(InstantSpan window) const {
    std::vector<Busy> found;
    for (const auto& single : singles_) {
        if (single.span.overlaps(window)) { found.push_back(single); }
    }
    for (const auto& series : series_) {
        const auto& zone = series.clock->zone();
        InstantCursor instants{zone};
        series.session->recurrence->each(
            date_in(zone, window.from) - kReach, date_in(zone, window.to) + kReach, [&](Date slot) {
                const auto start = instants.to_instant(slot + series.time);
                const InstantSpan span{start, start + series.session->length};
                if (span.overlaps(window) && is_regular(*series.session, slot)) {
                    found.push_back({span, series.claims, {series.session, nullptr}, slot});
                }
                return true;
            });
    }
    return found;
}

}  // namespace practice::conflict
