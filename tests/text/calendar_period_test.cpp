// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_period.h"

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using namespace practice::text;
using namespace std::chrono_literals;
using test::refused;

namespace {

const Now now{LocalTime{*make_date(2026, 11, 25)} + 10h, std::chrono::Monday};  // a Wednesday

std::string period(std::string_view text, CalendarUnit unit, const Now& at = now) {
    const auto span = parse_calendar_period(text, unit, at);
    return to_string(span.from) + " " + to_string(span.to);
}
std::string hours(std::string_view text) {
    const auto span = parse_hours(text);
    return std::to_string(span.from / 1min) + "-" + std::to_string(span.to / 1min);
}

}  // namespace

TEST_CASE("A day, a week and a month can be named in many ways") {
    using enum CalendarUnit;
    CHECK(period("", day) == "2026-11-25 2026-11-26");
    CHECK(period("next", day) == "2026-11-26 2026-11-27");
    CHECK(period("tue", day) == "2026-12-01 2026-12-02");
    CHECK(period("", week) == "2026-11-23 2026-11-30");
    CHECK(period("last", week) == "2026-11-16 2026-11-23");
    CHECK(period("next week", week) == "2026-11-30 2026-12-07");
    CHECK(period("2026-12-10", week) == "2026-12-07 2026-12-14");
    CHECK(period("2026-W53", week) == "2026-12-28 2027-01-04");
    CHECK(period("", week, {now.local, std::chrono::Sunday}) == "2026-11-22 2026-11-29");
    CHECK(period("next month", month) == "2026-12-01 2027-01-01");
    CHECK(period("2027-02", month) == "2027-02-01 2027-03-01");
    CHECK(period("march", month) == "2027-03-01 2027-04-01");
    CHECK(period("Nov", month) == "2026-11-01 2026-12-01");
    CHECK(period("feb 2028", month) == "2028-02-01 2028-03-01");
    CHECK(period("+2w", month) == "2026-12-01 2027-01-01");
    CHECK(period("9999-12-31", week) == "9999-12-27 " + to_string(kLastDate + std::chrono::days{1}));
}

TEST_CASE("What names no part of the calendar is refused") {
    using enum CalendarUnit;
    CHECK(refused([] { return period("tomorow", day); }) ==
          "'tomorow' is not a date or time | did you mean 'tomorrow'?");
    CHECK(refused([] { return period("10/05/26", week); }).starts_with("'10/05/26' can be read in two ways"));
    CHECK(refused([] { return period("2025-W53", week); }) ==
          "2025 has no week 53 | type a date of the week, such as 2025-12-28");
    CHECK(refused([] { return period("10000-01-01", day); }) != "accepted");
    const Now last{LocalTime{kLastDate}, std::chrono::Monday};
    CHECK(refused([&] { return period("next", month, last); }).starts_with("'next' is out of the calendar"));
}

TEST_CASE("Hours of a day") {
    CHECK(hours("7-21") == "420-1260");
    CHECK(hours("07:30-18:00") == "450-1080");
    CHECK(hours("7am-9pm") == "420-1260");
    CHECK(hours("0-24") == "0-1440");
    CHECK(hours("20:00-midnight") == "1200-1440");
    CHECK(refused([] { return hours("21-7"); }) ==
          "the hours end before they begin: '21-7' | type it as 7-21, 07:30-18:00 or 7am-9pm");
    CHECK(refused([] { return hours("7"); }).starts_with("'7' is not a span of hours"));
    CHECK(refused([] { return hours("7-25"); }).starts_with("'25' is not an hour of the day"));
    CHECK(refused([] { return hours("-"); }) != "accepted");
}
