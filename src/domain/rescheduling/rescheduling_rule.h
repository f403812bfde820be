// SPDX-License-Identifier: MIT
// What becomes of a rule when a series is moved to other days, exchanged, ended or split.
#pragma once

#include <functional>
#include <optional>

#include "practice/rescheduling.h"

namespace practice::rescheduling {

/// A rule with its anchor, and where each slot of the series before has its place in it.
struct Course {
    Date anchor;
    RecurrenceRule rule;
    /// The slot of the new rule (its end aside) that a slot of the old one goes to; nullopt: none.
    std::function<std::optional<Date>(Date)> carry;
    /// How many days an added date goes.
    std::chrono::days shift{0};
};

/// `old` as it is.
[[nodiscard]] Course same_course(const Recurrence& old);
/// `old` moved so that `slot` goes to `to`. A rule on one weekday, one day of the month or none goes along;
/// it keeps as many dates. Throws Refusal(misuse) naming `repeat` when more than one rule could be meant.
[[nodiscard]] Course moved_course(const Recurrence& old, Date slot, Date to);
/// Another rule (there is one in `wanted`), from the old beginning on, or from `time`'s date.
[[nodiscard]] Course exchanged_course(const Recurrence& old, const NewRule& wanted, const NewTime& time);

/// HeldDates sets as many as if none were left out; see with_dates_held().
void set_end(RecurrenceRule& rule, const NewEnd& end);
/// `series` with as many dates as `end` says are to take place; as it is for any other end. Throws Refusal(misuse) when
/// it cannot have so many.
[[nodiscard]] Session with_dates_held(Session series, const NewEnd& end);

/// The rule that has the dates of `old` before `split` only.
[[nodiscard]] RecurrenceRule ended_before(const Recurrence& old, Date split);
/// The rest of it, as a course of its own: COUNT is what is left.
[[nodiscard]] Recurrence rest_from(const Recurrence& old, Date split, std::vector<Date> excluded,
                                   std::vector<Date> added);

}  // namespace practice::rescheduling
