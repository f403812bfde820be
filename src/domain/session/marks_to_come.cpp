// SPDX-License-Identifier: MIT
#include "practice/marks_to_come.h"

#include <algorithm>

namespace practice {
namespace {

/// A mark, and whom it is about: a mark of the whole is about each client who has no status of his own.
struct MarkOfClient {
    MarkToCome mark;
    std::optional<ClientId> whose;  // none: nobody comes
};

void add_marks(std::vector<MarkOfClient>& marks, const std::optional<Occurrence>& occurrence, Instant now) {
    if (!occurrence || occurrence->start <= now) { return; }
    const auto add = [&](Status status, std::optional<ClientId> own, std::optional<ClientId> whose) {
        if (is_of_the_past(status)) {
            marks.push_back({{occurrence->id(), occurrence->local_start, status, own}, whose});
        }
    };
    const auto& attendance = occurrence->attendance();
    for (const auto& client : occurrence->clients()) {
        const bool has_own = std::ranges::find(attendance, client.id, &Attendance::client) != attendance.end();
        if (!has_own) { add(occurrence->status(), std::nullopt, client.id); }
    }
    if (occurrence->clients().empty()) { add(occurrence->status(), std::nullopt, std::nullopt); }
    for (const auto& own : attendance) { add(own.status, own.client, own.client); }
}

std::vector<MarkOfClient> marks_of(const Session& session, const TimeZone& zone, Instant now) {
    std::vector<MarkOfClient> marks;
    if (!session.is_series()) { add_marks(marks, occurrence_at(session, zone, std::nullopt), now); }
    for (const auto& [slot, change] : session.changes) {
        if (is_of_the_past(change.status) || !change.attendance.empty()) {
            add_marks(marks, occurrence_at(session, zone, slot), now);
        }
    }
    return marks;
}

/// A series that becomes a single session, or the other way round, has the mark under another id.
bool at_one_time(const MarkToCome& one, const MarkToCome& other) {
    const auto& a = one.id.slot;
    const auto& b = other.id.slot;
    return one.status == other.status && (!a || !b || *a == *b);
}

}  // namespace

std::optional<MarkToCome> mark_to_come(const Session* before, const TimeZone& zone_before, const Session& after,
                                       const TimeZone& zone, Instant now) {
    const auto marks = marks_of(after, zone, now);
    if (marks.empty()) { return std::nullopt; }
    const auto had = before != nullptr ? marks_of(*before, zone_before, now) : std::vector<MarkOfClient>{};
    for (const auto& [mark, whose] : marks) {
        // Who comes instead of somebody takes over a mark of the whole.
        const auto had_it = [&, mark = mark, whose = whose](const MarkOfClient& was) {
            if (!at_one_time(was.mark, mark)) { return false; }
            if (was.whose == whose) { return true; }
            const auto here = occurrence_at(*before, zone_before, was.mark.id.slot);
            const bool is_new = std::ranges::find(here->clients(), whose.value_or(ClientId{}), &ClientName::id) ==
                                here->clients().end();
            return !mark.client && !was.mark.client && is_new;
        };
        if (std::ranges::none_of(had, had_it)) { return mark; }
    }
    return std::nullopt;
}

}  // namespace practice
