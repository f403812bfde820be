// SPDX-License-Identifier: MIT
#include "text/format_time.h"

#include <catch2/catch.hpp>

using namespace practice;
using namespace practice::text;
using namespace std::chrono_literals;

namespace {
const Date tuesday = *make_date(2026, 11, 24);
}

TEST_CASE("Times are shown with their weekday and, for machines, their offset") {
    CHECK(weekday_date(tuesday) == "Tue 2026-11-24");
    CHECK(weekday_span(tuesday + 9h, tuesday + 9h + 45min) == "Tue 2026-11-24 09:00-09:45");
    CHECK(weekday_span(tuesday + 23h, tuesday + 25h) == "Tue 2026-11-24 23:00 - Wed 2026-11-25 01:00");
    CHECK(rfc3339(tuesday + 14h, -5h) == "2026-11-24T14:00:00-05:00");
    CHECK(rfc3339(tuesday + 14h, 5h + 30min) == "2026-11-24T14:00:00+05:30");
    CHECK(rfc3339(tuesday + 14h, -(3h + 30min)) == "2026-11-24T14:00:00-03:30");
    CHECK(rfc3339(tuesday + 14h, 0s) == "2026-11-24T14:00:00+00:00");
}

TEST_CASE("A short date has its year only where it is another") {
    CHECK(short_date(tuesday, std::chrono::year{2026}) == "Nov 24");
    CHECK(short_date(*make_date(2027, 1, 5), std::chrono::year{2026}) == "Jan 5 2027");
}

TEST_CASE("Lengths are told in hours and minutes") {
    CHECK(length_in_words(45min) == "45 minutes");
    CHECK(length_in_words(1min) == "1 minute");
    CHECK(length_in_words(1h) == "1 hour");
    CHECK(length_in_words(80min) == "1 hour 20 minutes");
    CHECK(length_in_words(24h) == "24 hours");
}
