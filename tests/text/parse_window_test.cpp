// SPDX-License-Identifier: MIT
// --from, --to, --days, --week, --month; the present is Mon 2026-11-23 09:00.
#include <catch2/catch.hpp>

#include "support/new_york.h"
#include "support/refused.h"
#include "text/dates/parse_time.h"

using namespace practice;
using namespace practice::text;
using namespace std::chrono_literals;
using practice::test::refused;

namespace {

const Now now{*make_date(2026, 11, 23) + 9h};

std::string shown(const Window& window) {
    const auto end = [](const std::optional<LocalTime>& time) { return time ? to_string(*time) : "open"; };
    return end(window.from) + " to " + end(window.to);
}
std::string from_to(const char* from, const char* to) {
    WindowWords words;
    if (from != nullptr) { words.from = from; }
    if (to != nullptr) { words.to = to; }
    return shown(parse_window(words, now));
}

}  // namespace

TEST_CASE("A date as the end includes its day, a time stops there") {
    CHECK(from_to("2026-12-01", "2026-12-02") == "2026-12-01T00:00:00 to 2026-12-03T00:00:00");
    CHECK(from_to("2026-12-01", "2026-12-02 14:00") == "2026-12-01T00:00:00 to 2026-12-02T14:00:00");
    CHECK(from_to("2026-12-01 08:00", "2026-12-01") == "2026-12-01T08:00:00 to 2026-12-02T00:00:00");
    CHECK(from_to("today", "today") == "2026-11-23T00:00:00 to 2026-11-24T00:00:00");
    CHECK(from_to("monday", "+2w") == "2026-11-30T00:00:00 to 2026-12-08T00:00:00");
    CHECK(from_to("2026-12", "2026-12") == "2026-12-01T00:00:00 to 2027-01-01T00:00:00");
    CHECK(from_to("2026-12", nullptr) == "2026-12-01T00:00:00 to open");
    CHECK(from_to(nullptr, "2026-12") == "open to 2027-01-01T00:00:00");
    CHECK(from_to(nullptr, nullptr) == "open to open");
    CHECK(from_to("10:00", "14:00") == "2026-11-23T10:00:00 to 2026-11-23T14:00:00");
    CHECK(parse_window({.to = "9999-12-31"}, now).to == kLastDate + std::chrono::days{1});
}

TEST_CASE("Days, weeks and months count from the start, or from today") {
    CHECK(shown(parse_window({.days = "7"}, now)) == "2026-11-23T00:00:00 to 2026-11-30T00:00:00");
    CHECK(shown(parse_window({.from = "dec 1", .days = "1"}, now)) == "2026-12-01T00:00:00 to 2026-12-02T00:00:00");
    CHECK(shown(parse_window({.week = true}, now)) == "2026-11-23T00:00:00 to 2026-11-30T00:00:00");
    CHECK(shown(parse_window({.from = "2026-12-03", .week = true}, now)) ==
          "2026-11-30T00:00:00 to 2026-12-07T00:00:00");
    CHECK(shown(parse_window({.week = true}, {now.local, std::chrono::Sunday})) ==
          "2026-11-22T00:00:00 to 2026-11-29T00:00:00");
    CHECK(shown(parse_window({.month = true}, now)) == "2026-11-01T00:00:00 to 2026-12-01T00:00:00");
    CHECK(shown(parse_window({.from = "2028-02", .month = true}, now)) == "2028-02-01T00:00:00 to 2028-03-01T00:00:00");
}

TEST_CASE("Windows that cannot be are refused") {
    const auto refusal = [](const WindowWords& words) { return refused([&] { return parse_window(words, now); }); };
    CHECK(refusal({.from = "2026-12-02", .to = "2026-12-01"}) ==
          "the window ends before it begins: from '2026-12-02' to '2026-12-01' | give a later --to, "
          "or swap the two");
    CHECK(refusal({.to = "2026-12-01", .days = "3"}) == "--to and --days contradict each other | give one of them");
    CHECK(refusal({.week = true, .month = true}) == "--week and --month contradict each other | give one of them");
    CHECK(refusal({.days = "0"}) == "--days must be a whole number from 1 to 36525, not '0' | ");
    CHECK(refusal({.days = "x"}) == "--days must be a whole number from 1 to 36525, not 'x' | ");
    CHECK(refusal({.from = "next"}) ==
          "'next' is not a date for --from | type it as --from 2026-12-01, --from monday or --from +2w");
    CHECK(refusal({.from = "10/05/26"}) == "'10/05/26' can be read in two ways | type 2026-10-05 or 2026-05-10");
}

TEST_CASE("An offset in a window needs the zone") {
    const WindowWords words{.from = "2026-12-01T14:00:00Z"};
    CHECK(refused([&] { return parse_window(words, now); }) ==
          "'2026-12-01T14:00:00Z' has an offset | type it without, in the practice's time zone");
    const TimeZone zone = test::new_york();
    CHECK(shown(parse_window(words, {now.local, now.week_starts, &zone})) == "2026-12-01T09:00:00 to open");
}
