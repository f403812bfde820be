// SPDX-License-Identifier: MIT
// How often a session is, until when, and from when on.
#pragma once

#include <optional>

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "practice/recurrence.h"
#include "practice/time_zone.h"
#include "text/dates/parse_time.h"

namespace practice::app {

/// The rule with its end, or nullopt for a single session. `start` (the time of day at which it begins, when
/// known) decides which day an UNTIL with a time of day includes.
[[nodiscard]] std::optional<RecurrenceRule> read_rule(const SessionWords& words, const text::Now& now,
                                                      const TimeZone& zone, std::optional<TimeOfDay> start,
                                                      Weekday week_starts, const Directory& directory);

/// Refuses more than one of `ends`, `times` and `held`.
void refuse_two_ends(const SessionWords& words);
/// How many dates are to take place (`held`).
[[nodiscard]] std::optional<int> read_held(const SessionWords& words);

/// Refuses an end before `earliest` and a rule that never has a date from then on.
void check_rule(Date earliest, const RecurrenceRule& rule);
/// The same, and a start that is not a date of its rule.
void check_start_on_rule(Date start, std::optional<TimeOfDay> time, const RecurrenceRule& rule);
/// Refuses a start in the past unless `allowed`.
void check_not_past(LocalTime start, const TimeZone& zone, Instant now, bool allowed);

}  // namespace practice::app
