// SPDX-License-Identifier: MIT
// The work is in conflict_timetable.cpp (what meets what) and conflict_report.cpp (what of it clashes).
#include "practice/conflict.h"

#include <algorithm>
#include <iterator>

#include "conflict_timetable.h"

namespace practice {

Conflicts find_conflicts(const Session& planned, const Booked& booked, const TimeZones& zones,
                         const ConflictScope& scope) {
    const auto& zone = conflict::zone_named(zones, planned.time_zone);
    const auto laid_out = conflict::lay_out(planned, zone, scope, kConflictHorizon);
    if (laid_out.groups.empty()) { return {}; }
    conflict::Concern concern;
    for (const auto& group : laid_out.groups) { concern.add(group.claims); }
    return conflict::Timetable{booked, zones, concern, laid_out.span, planned.id}.conflicts(laid_out);
}

Conflicts Conflicts::with_allowed() const {
    auto all = *this;
    all.clashes = allowed;
    all.clashes.insert(all.clashes.end(), clashes.begin(), clashes.end());
    all.slots.clear();
    std::set_union(slots.begin(), slots.end(), allowed_slots.begin(), allowed_slots.end(),
                   std::back_inserter(all.slots));
    return all;
}

OpenSpan reach(const Session& planned, const TimeZones& zones) {
    const auto& zone = conflict::zone_named(zones, planned.time_zone);
    const auto at = [&](LocalTime start, Length length) {
        const auto instant = zone.to_instant(start);
        return InstantSpan{instant, instant + length};
    };
    const auto anchor = at(planned.start, planned.length);
    if (!planned.is_series()) { return {anchor.from, anchor.to}; }
    const auto& rule = *planned.recurrence;
    const auto time = time_of_day(planned.start);
    std::optional<InstantSpan> all;
    const auto take = [&](InstantSpan span) {
        all = all ? InstantSpan{std::min(all->from, span.from), std::max(all->to, span.to)} : span;
    };
    if (const auto first = rule.first()) { take(at(*first + time, planned.length)); }
    if (const auto last = rule.last()) { take(at(*last + time, planned.length)); }
    for (const auto& [slot, change] : planned.changes) {
        const bool elsewhere = change.start || change.length;
        if (elsewhere && takes_time(change.status) && rule.occurs_on(slot)) {
            take(at(change.start.value_or(slot + time), change.length.value_or(planned.length)));
        }
    }
    if (!all) { return {anchor.from, anchor.from}; }
    if (rule.never_ends()) { return {all->from, std::nullopt}; }
    return {all->from, all->to};
}

}  // namespace practice
