// SPDX-License-Identifier: MIT
// Recurrence rules as text: RRULE values (RFC 5545 section 3.3.10), the words that people type, and the
// words every, unit and on. Whatever is printed here can be read here and gives an equal rule.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "practice/recurrence.h"
#include "practice/refusal.h"
#include "practice/time_zone.h"

namespace practice {

/// An UNTIL that has a time of day: on the wall clock, or UTC ("Z").
using UntilTime = std::variant<LocalTime, Instant>;

struct ParsedRule {
    RecurrenceRule rule;  // normalized
    /// Set when UNTIL had a time; `rule.until` is then empty until resolve_until() has been called.
    std::optional<UntilTime> until_time;
};

/// Reads an RRULE value, with or without the leading "RRULE:", in any case. Throws Refusal(misuse):
/// names the part that is wrong and what would be right; steps finer than a day are refused by name.
[[nodiscard]] ParsedRule parse_rrule(std::string_view text);

/// UNTIL as the last date that may have an occurrence, for a series that starts at `start` each day.
[[nodiscard]] RecurrenceRule resolve_until(const ParsedRule& parsed, TimeOfDay start, const TimeZone& zone);

/// The RRULE value, without "RRULE:": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270630". Parts in the
/// RFC's order, those at their default (INTERVAL=1, WKST=MO) left out.
[[nodiscard]] std::string to_rrule(const RecurrenceRule& rule);

/// Reads words: "weekly", "biweekly", "every 2 weeks on tue,thu", "monthly on 2nd tue", "monthly on last
/// day", "every 6 weeks", "yearly", "weekdays", "daily"; also an RRULE value. An end may follow: "until
/// 2027-06-30", "12 times". `week_start` is the practice's first day of the week; it becomes the rule's
/// where it makes a difference. Throws Refusal(misuse) with the nearest valid form as hint.
[[nodiscard]] RecurrenceRule parse_recurrence(std::string_view text, Weekday week_start = std::chrono::Monday);

/// Whether the text is meant as an RRULE value (has a "FREQ=").
[[nodiscard]] bool looks_like_rrule(std::string_view text);

/// `repeat custom` with `every N`, `unit UNIT` and `on LIST`. `on` may be empty.
[[nodiscard]] RecurrenceRule parse_custom_recurrence(std::string_view every, std::string_view unit, std::string_view on,
                                                     Weekday week_start = std::chrono::Monday);

/// The rule in words that parse_recurrence reads back to an equal rule; for rules that words cannot
/// say, the RRULE value. Without its end ("every 2 weeks on Tuesday and Thursday").
[[nodiscard]] std::string to_words(const RecurrenceRule& rule);
/// The same, told for a series that begins at `anchor`: "every week on Tuesday" for FREQ=WEEKLY.
[[nodiscard]] std::string to_words(const RecurrenceRule& rule, Date anchor);
/// The end in words: "never ends", "ends 2027-06-30", "12 times".
[[nodiscard]] std::string end_in_words(const RecurrenceRule& rule);

/// A series is to have a date that its rule does not give. `next`: the one that it gives, as it can be typed; with the
/// `time` of day where that was said.
[[nodiscard]] Refusal not_of_rule(Date date, const RecurrenceRule& rule, std::optional<Date> next,
                                  std::optional<TimeOfDay> time);

}  // namespace practice
