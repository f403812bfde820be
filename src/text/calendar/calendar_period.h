// SPDX-License-Identifier: MIT
// What part of the calendar somebody means: a date, "next", "2027-03", and the hours of a day. All throw
// Refusal(misuse) with what to type instead.
#pragma once

#include <string_view>

#include "practice/civil_time.h"
#include "text/dates/parse_time.h"

namespace practice::text {

enum class CalendarUnit { day, week, month };

/// The day, week or month that `text` names: any date in it, "this", "next" or "last" ("next week" too), for a
/// month also "2027-03", "march" (the coming one) and "march 2027", for a week also "2026-W49" (the week that
/// its Thursday is in). Empty: the present one. Whole days, at least in part within the calendar.
[[nodiscard]] DateSpan parse_calendar_period(std::string_view text, CalendarUnit unit, const Now& now);

/// "7-21", "07:30-18:00", "7am-9pm": from 0 to 24 hours.
[[nodiscard]] Span<TimeOfDay> parse_hours(std::string_view text);

}  // namespace practice::text
