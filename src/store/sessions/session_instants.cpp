// SPDX-License-Identifier: MIT
#include "store/sessions/session_instants.h"

#include "practice/zone_lookup.h"

namespace practice::store {

const TimeZone& zone_of(const Session& session, const TimeZones& zones) {
    return stored_zone(zones, session.time_zone);
}

SessionInstants instants_of(const Session& session, const TimeZone& zone) {
    if (!session.recurrence) {
        const auto start = zone.to_instant(session.start);
        return {start, start + session.length, std::nullopt};
    }
    const auto recurrence = session.recurrence->booked();  // time off comes and goes
    const auto time = time_of_day(session.start);
    const auto start = zone.to_instant(recurrence.first().value_or(date_of(session.start)) + time);
    if (recurrence.never_ends()) { return {start, std::nullopt, std::nullopt}; }
    const auto last = recurrence.last();
    if (!last) { return {start, start + session.length, std::nullopt}; }
    return {start, zone.to_instant(*last + time) + session.length, last};
}

InstantSpan span_of(const Session& session, Date slot, const SlotChange& change, const TimeZone& zone) {
    const auto start = zone.to_instant(change.start.value_or(slot + time_of_day(session.start)));
    return {start, start + change.length.value_or(session.length)};
}

}  // namespace practice::store
