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

bool same_but_for_marks(const Occurrence& was, const Occurrence& is) {
    return was.start == is.start && was.end == is.end && was.professional() == is.professional() &&
           was.room() == is.room() && was.clients() == is.clients() && was.lines() == is.lines() &&
           was.note() == is.note();
}

bool same(const Occurrence& was, const Occurrence& is) {
    return same_but_for_marks(was, is) && was.status() == is.status() && was.attendance() == is.attendance();
}

/// A single session that becomes a series, or the other way round, has the date under another id.
template <class Same>
bool stands(const Occurrence& was, const Session& session, const TimeZones& zones, Same&& is_same) {
    const auto* zone = zones.find(session.time_zone);
    if (zone == nullptr) { return false; }
    std::optional<Date> slot;
    if (session.is_series()) { slot = was.slot.value_or(date_of(was.local_start)); }
    const auto is = occurrence_at(session, *zone, slot);
    return is && is_same(was, *is);
}

/// Calls `visit` with the occurrences that could be records.
template <class Visit>
void each_record(const Session& session, const TimeZone& zone, Visit&& visit) {
    const auto look_at = [&](std::optional<Date> slot) {
        if (const auto one = occurrence_at(session, zone, slot)) { visit(*one); }
    };
    if (!session.is_series()) { look_at(std::nullopt); }
    for (const auto& [slot, change] : session.changes) {
        if (is_record(change.status) || !change.attendance.empty()) { look_at(slot); }
    }
}

}  // namespace

std::vector<ChangedMark> marks_changed(const Session& before, const std::optional<Session>& after,
                                       const std::optional<Session>& continuation, const TimeZones& zones) {
    std::vector<ChangedMark> changed;
    const auto* zone = zones.find(before.time_zone);
    if (zone == nullptr) { return changed; }
    const auto stands_in = [&](const Occurrence& was, const std::optional<Session>& session) {
        return session && stands(was, *session, zones, same);
    };
    each_record(before, *zone, [&](const Occurrence& was) {
        const auto marks = marks_of(was);
        if (marks.empty() || stands_in(was, after) || stands_in(was, continuation)) { return; }
        changed.insert(changed.end(), marks.begin(), marks.end());
    });
    return changed;
}

std::vector<ChangedMark> records_altered(const Session& before, const Session& after, const TimeZones& zones,
                                         const std::function<bool(const Occurrence&)>& is_record) {
    std::vector<ChangedMark> altered;
    const auto* zone = zones.find(before.time_zone);
    if (zone == nullptr) { return altered; }
    each_record(before, *zone, [&](const Occurrence& was) {
        auto marks = marks_of(was);
        if (marks.empty() && is_record(was)) { marks.push_back({was.id(), was.status(), std::nullopt}); }
        if (marks.empty() || stands(was, after, zones, same_but_for_marks)) { return; }
        altered.insert(altered.end(), marks.begin(), marks.end());
    });
    return altered;
}

}  // namespace practice
