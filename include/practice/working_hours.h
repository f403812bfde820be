// SPDX-License-Identifier: MIT
// When a professional works in a usual week.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"

namespace practice {

/// Spans of the wall clock per weekday, ascending and disjoint, within [00:00, 24:00].
class WorkingHours {
public:
    /// Monday to Friday, 09:00-17:00.
    [[nodiscard]] static WorkingHours usual();

    [[nodiscard]] const std::vector<Span<TimeOfDay>>& on(Weekday day) const { return days_[day.c_encoding()]; }
    /// Takes spans in any order; those that touch become one. Throws Refusal(misuse) when spans are empty,
    /// reversed or overlap.
    void set(Weekday day, std::vector<Span<TimeOfDay>> spans);
    /// Whether [from, from + length) lies inside one span of that weekday.
    [[nodiscard]] bool cover(Weekday day, TimeOfDay from, Length length) const;

    bool operator==(const WorkingHours&) const = default;

private:
    std::array<std::vector<Span<TimeOfDay>>, 7> days_;
};

/// "09:00-12:00, 13:00-17:00"; "" or "none" is a day off. Throws Refusal(misuse).
[[nodiscard]] std::vector<Span<TimeOfDay>> parse_day_hours(std::string_view text);
/// "mon-thu", "mon,wed", "fri", "daily": the weekdays meant. Throws Refusal(misuse).
[[nodiscard]] std::vector<Weekday> parse_weekdays(std::string_view text);
/// A whole week on one line: "mon-thu 09:00-17:00; fri 09:00-13:00". Days not named are off. Throws
/// Refusal(misuse).
[[nodiscard]] WorkingHours parse_working_hours(std::string_view text);
/// The line that parse_working_hours reads back to an equal value.
[[nodiscard]] std::string to_string(const WorkingHours& hours);
/// "mon", "monday" in any case.
[[nodiscard]] std::optional<Weekday> parse_weekday(std::string_view text);

}  // namespace practice
