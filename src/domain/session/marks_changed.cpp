// SPDX-License-Identifier: MIT
#include "practice/marks_changed.h"

#include <algorithm>

#include "practice/marks_to_come.h"

namespace practice {
namespace {

std::vector<ChangedMark> marks_of(const Occurrence& occurrence) {
    std::vector<ChangedMark> marks;
    if (is_of_the_past(occurrence.status())) { marks.push_back({occurrence.id(), occurrence.status(), std::nullopt}); }
    for (const auto& own : occurrence.attendance()) {
        if (is_of_the_past(own.status)) { marks.push_back({occurrence.id(), own.status, own.client}); }
    }
    return marks;
}

bool same(const Occurrence& was, const Occurrence& is) {
    return was.start == is.start && was.end == is.end && was.professional() == is.professional() &&
           was.room() == is.room() && was.clients() == is.clients() && was.lines() == is.lines() &&
           was.note() == is.note() && was.status() == is.status() && was.attendance() == is.attendance();
}

/// A single session that becomes a series, or the other way round, has the date under another id.
bool stands(const Occurrence& was, const std::optional<Session>& session, const TimeZones& zones) {
    const auto* zone = session ? zones.find(session->time_zone) : nullptr;
    if (zone == nullptr) { return false; }
    std::optional<Date> slot;
    if (session->is_series()) { slot = was.slot.value_or(date_of(was.local_start)); }
    const auto is = occurrence_at(*session, *zone, slot);
    return is && same(was, *is);
}

}  // namespace

std::vector<ChangedMark> marks_changed(const Session& before, const std::optional<Session>& after,
                                       const std::optional<Session>& continuation, const TimeZones& zones) {
    std::vector<ChangedMark> changed;
    const auto* zone = zones.find(before.time_zone);
    if (zone == nullptr) { return changed; }
    const auto add = [&](std::optional<Date> slot) {
        const auto was = occurrence_at(before, *zone, slot);
        if (!was) { return; }
        const auto marks = marks_of(*was);
        if (marks.empty() || stands(*was, after, zones) || stands(*was, continuation, zones)) { return; }
        changed.insert(changed.end(), marks.begin(), marks.end());
    };
    if (!before.is_series()) { add(std::nullopt); }
    for (const auto& [slot, change] : before.changes) {
        if (is_of_the_past(change.status) || !change.attendance.empty()) { add(slot); }
    }
    return changed;
}

}  // namespace practice
