// SPDX-License-Identifier: MIT
#include "practice/marks_to_come.h"

#include <algorithm>

namespace practice {
namespace {

void add_marks(std::vector<MarkToCome>& marks, const std::optional<Occurrence>& occurrence, Instant now) {
    if (!occurrence || occurrence->start <= now) { return; }
    const auto add = [&](Status status, std::optional<ClientId> client) {
        if (is_of_the_past(status)) { marks.push_back({occurrence->id(), occurrence->local_start, status, client}); }
    };
    add(occurrence->status(), std::nullopt);
    for (const auto& own : occurrence->attendance()) { add(own.status, own.client); }
}

std::vector<MarkToCome> marks_of(const Session& session, const TimeZone& zone, Instant now) {
    std::vector<MarkToCome> marks;
    if (!session.is_series()) { add_marks(marks, occurrence_at(session, zone, std::nullopt), now); }
    for (const auto& [slot, change] : session.changes) {
        if (is_of_the_past(change.status) || !change.attendance.empty()) {
            add_marks(marks, occurrence_at(session, zone, slot), now);
        }
    }
    return marks;
}

/// A series that becomes a single session, or the other way round, has the mark under another id.
bool same(const MarkToCome& one, const MarkToCome& other) {
    const auto& a = one.id.slot;
    const auto& b = other.id.slot;
    return one.status == other.status && one.client == other.client && (!a || !b || *a == *b);
}

}  // namespace

std::optional<MarkToCome> mark_to_come(const Session* before, const TimeZone& zone_before, const Session& after,
                                       const TimeZone& zone, Instant now) {
    const auto marks = marks_of(after, zone, now);
    if (marks.empty()) { return std::nullopt; }
    const auto had = before != nullptr ? marks_of(*before, zone_before, now) : std::vector<MarkToCome>{};
    for (const auto& mark : marks) {
        if (std::ranges::none_of(had, [&](const MarkToCome& was) { return same(was, mark); })) { return mark; }
    }
    return std::nullopt;
}

}  // namespace practice
