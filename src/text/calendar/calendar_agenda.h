// SPDX-License-Identifier: MIT
// Sessions as a list, day by day.
#pragma once

#include <string>
#include <vector>

#include "text/calendar/calendar_entry.h"

namespace practice::text {

/// `entries` by start, all within `days`. Days without sessions are left out, but for today.
[[nodiscard]] std::string agenda_text(const std::vector<CalendarEntry>& entries, DateSpan days, const Present& present,
                                      const CalendarStyle& style);

/// "{"date":"2026-12-08","occurrences":[...]}" for each day that has any, as lines.
[[nodiscard]] std::vector<std::string> agenda_json(const std::vector<CalendarEntry>& entries);

}  // namespace practice::text
