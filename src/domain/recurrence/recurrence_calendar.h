// SPDX-License-Identifier: MIT
// The calendar as integers, for the recurrence engine: days since 1970-01-01, months since year 0.
#pragma once

#include <cstdint>

#include "practice/civil_time.h"

namespace practice::calendar {

/// Division that rounds down, and what it leaves: never negative for a positive divisor.
[[nodiscard]] constexpr std::int64_t quotient(std::int64_t value, std::int64_t divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t remainder(std::int64_t value, std::int64_t divisor) {
    const auto rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

[[nodiscard]] constexpr std::int64_t day_number(Date date) {
    return date.time_since_epoch().count();
}
[[nodiscard]] constexpr Date date_of_day(std::int64_t day) {
    return Date{std::chrono::days{day}};
}
/// 0 is Sunday, as in c_encoding().
[[nodiscard]] constexpr std::int64_t weekday_of_day(std::int64_t day) {
    return remainder(day + 4, 7);
}

[[nodiscard]] constexpr std::int64_t first_day_of_month(std::int64_t index) {
    const std::chrono::year year{static_cast<int>(index / 12)};
    const std::chrono::month month{static_cast<unsigned>(index % 12) + 1};
    return day_number(Date{year / month / 1});
}
[[nodiscard]] constexpr bool is_leap(std::int64_t year) {
    return std::chrono::year{static_cast<int>(year)}.is_leap();
}
[[nodiscard]] constexpr unsigned length_of_month(std::int64_t index) {
    const auto month = static_cast<unsigned>(index % 12) + 1;
    if (month == 2) { return is_leap(index / 12) ? 29 : 28; }
    return 30U | (month ^ (month >> 3));
}

struct CivilMonth {
    std::int64_t index;  // months since year 0
    std::int64_t first_day;
    unsigned length;
};
[[nodiscard]] constexpr CivilMonth civil_month(std::int64_t day) {
    const auto fields = fields_of(date_of_day(day));
    const auto index = std::int64_t{12} * static_cast<int>(fields.year()) + static_cast<unsigned>(fields.month()) - 1;
    return {index, day - static_cast<unsigned>(fields.day()) + 1, length_of_month(index)};
}

/// Weekdays as bits, turned so that bit 0 is `first`.
[[nodiscard]] constexpr std::uint64_t rotated(unsigned weekdays, unsigned first) {
    return ((weekdays | weekdays << 7) >> first) & 0x7f;
}

}  // namespace practice::calendar
