// SPDX-License-Identifier: MIT
// Who and what is free now, for the front desk.
#pragma once

#include <string>
#include <vector>

#include "practice/professional.h"
#include "text/calendar/calendar_entry.h"

namespace practice::text {

/// When they work on that date: usual hours without time off; ascending. Times of the practice's zone.
[[nodiscard]] std::vector<Span<LocalTime>> working_spans(const Professional& professional, Date date);

/// "free", "free to 10:00", "busy to 09:45", and for whom `open` names hours also "in at 13:00" and "out".
struct Availability {
    /// Nullptr: always there (a room).
    const std::vector<Span<LocalTime>>* open = nullptr;
    /// How many sessions at once make it busy; 0: any number is none.
    std::size_t capacity = 1;
};
/// `entries` are all of that day, by start.
[[nodiscard]] std::string availability(const Availability& what, const std::vector<const CalendarEntry*>& entries,
                                       const Present& present, bool twelve_hours);

}  // namespace practice::text
