// SPDX-License-Identifier: MIT
// A recurrence rule as a value: RFC 5545 section 3.3.10 with steps of a day or more. What it means on
// the calendar is recurrence.h; how it is written, recurrence_text.h.
#pragma once

#include <optional>
#include <vector>

#include "practice/civil_time.h"

namespace practice {

enum class Frequency { daily, weekly, monthly, yearly };

/// One BYDAY element: "TU" (ordinal 0), "2TU", "-1FR".
struct RuleDay {
    /// 0 for every one, 1 the first, -1 the last; -53 .. 53.
    int ordinal = 0;
    Weekday day;
    bool operator==(const RuleDay&) const = default;
};

/// A rule is a value. BY lists are sorted and free of duplicates (see normalized()).
struct RecurrenceRule {
    Frequency frequency = Frequency::weekly;
    /// 1 .. kLargestInterval.
    int interval = 1;
    std::vector<RuleDay> by_day;
    std::vector<int> by_month_day;     // 1..31, -31..-1
    std::vector<int> by_month;         // 1..12
    std::vector<int> by_year_day;      // 1..366, -366..-1; yearly only
    std::vector<int> by_week_number;   // 1..53, -53..-1; yearly only
    std::vector<int> by_set_position;  // 1..366, -366..-1; only beside another BY list
    /// Monday wherever another day would make no difference.
    Weekday week_start = std::chrono::Monday;
    /// 1 .. kLargestCount; never together with `until`.
    std::optional<int> count;
    /// The last date that may have an occurrence, inclusive.
    std::optional<Date> until;

    bool operator==(const RecurrenceRule&) const = default;
};

inline constexpr int kLargestInterval = 99'999;
inline constexpr int kLargestCount = 99'999;

/// The same rule with BY lists in the calendar's order (Monday first; counts from the end last) and
/// without duplicates, and Monday as week start where it makes no difference.
/// Throws Refusal(misuse) with every value out of range and every combination the RFC forbids (BYWEEKNO
/// outside yearly, ordinals in a weekly rule, COUNT with UNTIL, BYSETPOS alone ...).
[[nodiscard]] RecurrenceRule normalized(RecurrenceRule rule);

/// The fields a rule says nothing about, filled in from the anchor (RFC 5545 3.3.10: "Information from
/// the DTSTART"): FREQ=WEEKLY at a Tuesday is BYDAY=TU. The slots are the same.
[[nodiscard]] RecurrenceRule with_anchor(RecurrenceRule rule, Date anchor);

/// The rule without its COUNT or UNTIL.
[[nodiscard]] inline RecurrenceRule without_end(RecurrenceRule rule) {
    rule.count.reset();
    rule.until.reset();
    return rule;
}

/// The rule with Monday as week start where its weeks are the same from `anchor` on, however they are cut:
/// every other week on the anchor's own weekday alone. The slots are the same.
[[nodiscard]] RecurrenceRule without_idle_week_start(RecurrenceRule rule, Date anchor);

}  // namespace practice
