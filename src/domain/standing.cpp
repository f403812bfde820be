// SPDX-License-Identifier: MIT
#include "practice/standing.h"

namespace practice {

std::vector<Occurrence> standing_from(const Session& session, const TimeZone& zone, Instant from, std::size_t most) {
    std::vector<Occurrence> found;
    const auto keep = [&](const std::optional<Occurrence>& occurrence) {
        const bool stands = occurrence && takes_time(occurrence->status()) && occurrence->start >= from;
        if (stands) { found.push_back(*occurrence); }
        return stands;
    };
    if (!session.is_series()) {
        if (most > 0) { keep(occurrence_at(session, zone, std::nullopt)); }
        return found;
    }
    // Those without a change come in the order of their slots; any of the others may be before or among them.
    for (const auto& [slot, change] : session.changes) { keep(occurrence_at(session, zone, slot)); }
    std::size_t unchanged = 0;
    const auto near = date_of(zone.to_local(from)) - std::chrono::days{1};
    session.recurrence->each(near, kLastDate + std::chrono::days{1}, [&](Date slot) {
        if (unchanged == most) { return false; }
        if (!session.changes.contains(slot) && keep(occurrence_at(session, zone, slot))) { ++unchanged; }
        return true;
    });
    sort_by_start(found);
    if (found.size() > most) { found.resize(most); }
    return found;
}

}  // namespace practice
