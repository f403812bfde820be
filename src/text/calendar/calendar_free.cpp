// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_free.h"

#include <algorithm>
#include <optional>

namespace practice::text {
namespace {

std::size_t held_at(const std::vector<const CalendarEntry*>& entries, Instant instant) {
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const CalendarEntry* entry) {
        return takes_time(entry->occurrence->status()) && entry->span().contains(instant);
    }));
}

/// The first end after now at which there is space again; back-to-back sessions leave none between them.
LocalTime busy_until(const std::vector<const CalendarEntry*>& entries, Instant now, std::size_t capacity) {
    const CalendarEntry* first = nullptr;
    for (const auto* entry : entries) {
        const bool frees = entry->span().to > now && held_at(entries, entry->span().to) < capacity;
        if (frees && (first == nullptr || entry->span().to < first->span().to)) { first = entry; }
    }
    return first->end;
}

}  // namespace

std::vector<Span<LocalTime>> working_spans(const Professional& professional, Date date) {
    std::vector<Span<LocalTime>> spans;
    for (const auto& usual : professional.hours.on(weekday_of(date))) {
        LocalTime from = date + usual.from;
        const LocalTime to = date + usual.to;
        for (const auto& away : professional.time_off) {
            if (away.span.to <= from || to <= away.span.from) { continue; }
            if (from < away.span.from) { spans.push_back({from, away.span.from}); }
            from = std::max(from, away.span.to);
        }
        if (from < to) { spans.push_back({from, to}); }
    }
    return spans;
}

std::string availability(const Availability& what, const std::vector<const CalendarEntry*>& entries,
                         const Present& present, bool twelve_hours) {
    const auto clock = [&](LocalTime time) { return shown_time(time_of_day(time), twelve_hours); };
    if (what.capacity == 0) { return "free"; }
    if (held_at(entries, present.instant) >= what.capacity) {
        return "busy to " + clock(busy_until(entries, present.instant, what.capacity));
    }
    std::optional<LocalTime> until;
    if (what.open != nullptr) {
        const auto& open = *what.open;
        const auto here = std::find_if(open.begin(), open.end(),
                                       [&](const Span<LocalTime>& span) { return present.local < span.to; });
        if (here == open.end()) { return "out"; }
        if (present.local < here->from) { return "in at " + clock(here->from); }
        until = here->to;
    }
    for (const auto* entry : entries) {
        const bool fills =
            entry->span().from > present.instant && held_at(entries, entry->span().from) >= what.capacity;
        if (fills) { until = until ? std::min(*until, entry->start) : entry->start; }
    }
    return until ? "free to " + clock(*until) : "free";
}

}  // namespace practice::text
