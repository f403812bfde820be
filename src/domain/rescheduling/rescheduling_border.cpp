// SPDX-License-Identifier: MIT
// From a date on: what counts is when a date takes place, not its slot. What has begun stays as it was, and what was
// moved across the border is on the side where it is now.
#include <algorithm>
#include <iterator>

#include "practice/rescheduling.h"
#include "rescheduling_parts.h"

namespace practice {
namespace rescheduling {
namespace {

/// The first slot that takes place from then on, its own change aside.
std::optional<Date> slot_behind(const Session& session, Date from, Instant at, const TimeZone& zone) {
    const auto time = time_of_day(session.start);
    auto slot = session.recurrence->on_or_after(std::max(from, date_of(zone.to_local(at)) - std::chrono::days{1}));
    while (slot && zone.to_instant(*slot + time) < at) {
        slot = session.recurrence->on_or_after(*slot + std::chrono::days{1});
    }
    return slot;
}

}  // namespace

Border border_since(const Session& session, Date from, Instant at, const TimeZones& zones, Instant now) {
    const auto& zone = zone_named(zones, session.time_zone);
    Border border{slot_behind(session, from, at, zone), {}, {}, {}};
    const auto split = border.split.value_or(kLastDate);
    for (const auto& [slot, change] : session.changes) {
        const auto occurrence = occurrence_at(session, zone, slot);
        if (!occurrence) { continue; }
        const bool takes_place = takes_time(occurrence->status());
        const bool is_record = is_kept_record(*occurrence, now);
        if (border.split && slot >= split) {
            if (is_record || (takes_place && occurrence->start < at)) { border.staying.push_back(slot); }
        } else if (takes_place && !is_record && occurrence->start >= at) {
            border.moved_on.push_back(slot);
        }
    }
    if (from == kFirstDate) { return border; }  // nobody has named a date
    session.recurrence->each(from, border.split.value_or(date_of(zone.to_local(at)) + std::chrono::days{1}),
                             [&](Date slot) {
                                 const auto occurrence = occurrence_at(session, zone, slot);
                                 if (takes_time(occurrence->status()) && occurrence->start < at) {
                                     border.been.push_back(slot);
                                 }
                                 return true;
                             });
    return border;
}

Border border_of(const Session& session, const FromDate& from, const TimeZones& zones, Instant now) {
    const auto begin = zone_named(zones, session.time_zone).to_instant(LocalTime{from.date});
    return border_since(session, from.date, from.past_too ? begin : std::max(begin, now), zones, now);
}

Refusal nothing_behind(const Session& session, const FromDate& from) {
    const auto last = session.recurrence->last();
    if (!last || *last < from.date) { return no_date_from(session, from.date); }
    return misuse("all dates of " + number_of(session) + " from " + to_string(from.date) + " on have been already",
                  "correct them one by one: " +
                      to_string(OccurrenceId{session.number(), session.recurrence->on_or_after(from.date)}) +
                      "; or all of them, with `past-too`");
}

}  // namespace rescheduling

std::optional<Date> first_slot_from(const Session& session, const FromDate& from, const TimeZones& zones, Instant now) {
    const auto begin = rescheduling::zone_named(zones, session.time_zone).to_instant(LocalTime{from.date});
    return rescheduling::slot_behind(session, from.date, from.past_too ? begin : std::max(begin, now),
                                     rescheduling::zone_named(zones, session.time_zone));
}

}  // namespace practice
