// SPDX-License-Identifier: MIT
// Dates and wall-clock times without a zone, and instants with one. The types are those of
// <chrono>, so that a wall-clock time can never be taken for an instant: the compiler refuses it.
// How the two meet is said in one place only, time_zone.h.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace practice {

/// A civil date, no zone. Valid dates are kFirstDate .. kLastDate.
using Date = std::chrono::local_days;
/// A wall-clock date and time, no zone.
using LocalTime = std::chrono::local_seconds;
/// A point in time, UTC.
using Instant = std::chrono::sys_seconds;
/// Since midnight on the wall clock, in [0 h, 24 h).
using TimeOfDay = std::chrono::seconds;
using Length = std::chrono::minutes;
using Weekday = std::chrono::weekday;

inline constexpr Date kFirstDate{std::chrono::local_days{std::chrono::year{1900} / 1 / 1}};
inline constexpr Date kLastDate{std::chrono::local_days{std::chrono::year{9999} / 12 / 31}};
/// The longest session: one whole day.
inline constexpr Length kLongestSession{24 * 60};

/// Half-open: `from` belongs to it, `to` does not. Two spans that touch do not overlap.
template <class Point>
struct Span {
    Point from{};
    Point to{};

    [[nodiscard]] constexpr bool contains(Point point) const { return from <= point && point < to; }
    [[nodiscard]] constexpr bool overlaps(const Span& other) const { return from < other.to && other.from < to; }
    [[nodiscard]] constexpr bool empty() const { return !(from < to); }
    constexpr bool operator==(const Span&) const = default;
};

using InstantSpan = Span<Instant>;
using DateSpan = Span<Date>;

/// The date, or nullopt where the calendar has none (30 February) or it lies outside
/// kFirstDate .. kLastDate.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

[[nodiscard]] constexpr Date date_of(LocalTime time) {
    return std::chrono::floor<std::chrono::days>(time);
}
[[nodiscard]] constexpr TimeOfDay time_of_day(LocalTime time) {
    return time - date_of(time);
}
[[nodiscard]] constexpr std::chrono::year_month_day fields_of(Date date) {
    return std::chrono::year_month_day{date};
}
[[nodiscard]] constexpr Weekday weekday_of(Date date) {
    return Weekday{date};
}
/// The first day of the week that `date` is in, for weeks that begin on `week_start`.
[[nodiscard]] constexpr Date start_of_week(Date date, Weekday week_start) {
    return date - (weekday_of(date) - week_start);
}

/// "2026-12-01".
[[nodiscard]] std::string to_string(Date date);
/// "2026-12-01T14:00:00".
[[nodiscard]] std::string to_string(LocalTime time);
/// "14:00", with seconds only where there are any.
[[nodiscard]] std::string to_string_time(TimeOfDay time);
/// "2026-12-01T14:00:00Z".
[[nodiscard]] std::string to_string(Instant instant);
/// "Tue" (always English, three letters).
[[nodiscard]] std::string_view short_name(Weekday day);
/// "Tuesday".
[[nodiscard]] std::string_view long_name(Weekday day);
/// "Dec".
[[nodiscard]] std::string_view short_name(std::chrono::month month);

/// Reads exactly "YYYY-MM-DD"; nullopt for anything else and for dates that do not exist.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace practice
