// SPDX-License-Identifier: MIT
#include "practice/civil_time.h"

#include <type_traits>

#include <catch2/catch.hpp>

using namespace practice;
using namespace std::chrono_literals;

static_assert(!std::is_convertible_v<LocalTime, Instant>, "a wall-clock time is no instant");
static_assert(!std::is_convertible_v<Instant, LocalTime>);

TEST_CASE("Spans that touch do not overlap") {
    // a [---)          a [------)
    // b     [---)      b     [---)
    const Span<Date> first{*make_date(2026, 12, 1), *make_date(2026, 12, 2)};
    const Span<Date> second{*make_date(2026, 12, 2), *make_date(2026, 12, 3)};
    const Span<Date> both{first.from, second.to};
    CHECK_FALSE(first.overlaps(second));
    CHECK(both.overlaps(second));
    CHECK(first.contains(first.from));
    CHECK_FALSE(first.contains(first.to));
    CHECK(Span<Date>{first.from, first.from}.empty());
}

TEST_CASE("A date exists, or it is none") {
    CHECK(make_date(2028, 2, 29));
    CHECK_FALSE(make_date(2027, 2, 29));
    CHECK_FALSE(make_date(2100, 2, 29));
    CHECK_FALSE(make_date(2026, 13, 1));
    CHECK_FALSE(make_date(2026, 0, 1));
    CHECK_FALSE(make_date(0, 1, 1));
    CHECK_FALSE(make_date(1899, 12, 31));
    CHECK(make_date(1900, 1, 1) == kFirstDate);
    CHECK(make_date(9999, 12, 31) == kLastDate);
    CHECK_FALSE(make_date(10'000, 1, 1));
}

TEST_CASE("ISO dates are read and written, and nothing like them is read") {
    for (auto date = *make_date(1999, 12, 1); date < *make_date(2001, 3, 5); date += std::chrono::days{1}) {
        CHECK(parse_iso_date(to_string(date)) == date);
    }
    for (const auto* text :
         {"", "2026-2-03", "2026-02-30", "20260203", "2026/02/03", "2026-02-03 ", "0000-01-01", "-026-02-03"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("Times are written with seconds only where there are any") {
    CHECK(to_string(*make_date(2026, 12, 1) + 14h) == "2026-12-01T14:00:00");
    CHECK(to_string_time(9h + 5min) == "09:05");
    CHECK(to_string_time(9h + 5min + 7s) == "09:05:07");
    CHECK(to_string(Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1} + 19h}) == "2026-12-01T19:00:00Z");
}

TEST_CASE("A week begins where the practice says") {
    const Date tuesday = *make_date(2026, 11, 24);
    CHECK(start_of_week(tuesday, std::chrono::Monday) == *make_date(2026, 11, 23));
    CHECK(start_of_week(tuesday, std::chrono::Sunday) == *make_date(2026, 11, 22));
    CHECK(start_of_week(tuesday, std::chrono::Tuesday) == tuesday);
    CHECK(short_name(weekday_of(tuesday)) == "Tue");
    CHECK(long_name(weekday_of(tuesday)) == "Tuesday");
}
