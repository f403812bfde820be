// SPDX-License-Identifier: MIT
#include "practice/working_hours.h"

#include <rapidcheck.h>
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using namespace std::chrono_literals;
using practice::test::refused;

TEST_CASE("A week reads back as it is printed") {
    struct Row {
        const char* typed;
        const char* printed;
    };
    const Row rows[] = {
        {"mon-thu 09:00-17:00; fri 09:00-12:00, 13:00-17:00", "mon-thu 09:00-17:00; fri 09:00-12:00, 13:00-17:00"},
        {"Mon - Fri 9:00 - 17:00", "mon-fri 09:00-17:00"},
        {"daily 00:00-24:00", "daily 00:00-24:00"},
        {"mon,wed 09:00-12:00", "mon 09:00-12:00; wed 09:00-12:00"},
        {"sat-mon 10:00-11:00", "mon 10:00-11:00; sat-sun 10:00-11:00"},
        {"weekdays 08:00-16:00; weekends 10:00-12:00", "mon-fri 08:00-16:00; sat-sun 10:00-12:00"},
        {"monday 13:00-17:00, 09:00-12:00;", "mon 09:00-12:00, 13:00-17:00"},
        {"tue 09:00-12:00, 12:00-17:00", "tue 09:00-17:00"},  // spans that touch are one
        {"tue 08:00-09:00, 10:00-12:00, 12:00-17:00", "tue 08:00-09:00, 10:00-17:00"},
        {"mon–fri 09:00–17:00", "mon-fri 09:00-17:00"},  // typographic dashes
        {"mon-fri 09:00-17:00; sat off", "mon-fri 09:00-17:00"},
        {"none", "none"},
        {"", "none"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        const auto week = parse_working_hours(row.typed);
        CHECK(to_string(week) == row.printed);
        CHECK(parse_working_hours(to_string(week)) == week);
    }
    CHECK(WorkingHours::usual() == parse_working_hours("mon-fri 09:00-17:00"));
}

TEST_CASE("Working hours that cannot be are refused") {
    struct Row {
        const char* typed;
        const char* refusal;
    };
    const Row rows[] = {
        {"mon 17:00-09:00",
         "working hours 17:00-09:00 end before they begin | for a night type 17:00-24:00, and 00:00-09:00 on the next "
         "day"},
        {"mon 22:00-00:00", "working hours 22:00-00:00 end before they begin | for a night type 22:00-24:00"},
        {"mon 09:00-09:00", "working hours 09:00-09:00 are empty | "},
        {"mon 09:00-12:00, 11:00-13:00",
         "working hours 09:00-12:00 and 11:00-13:00 overlap | type them one after the other, such as 09:00-12:00, "
         "13:00-17:00"},
        {"mon 9-17",
         "'9-17' is not a span of working hours | type it as 09:00-17:00; several as 09:00-12:00, 13:00-17:00"},
        {"mon 09:00-25:00",
         "'09:00-25:00' is not a span of working hours | type it as 09:00-17:00; several as 09:00-12:00, 13:00-17:00"},
        {"mon 09:00-12:60",
         "'09:00-12:60' is not a span of working hours | type it as 09:00-17:00; several as 09:00-12:00, 13:00-17:00"},
        {"funday 09:00-12:00", "'funday' is not a weekday | type mon, tue, wed, thu, fri, sat, sun, mon-fri or daily"},
        {"09:00-12:00", "'09:00-12:00' names no day | type it as mon-fri 09:00-17:00"},
        {"mon", "'mon' has no hours | type it as mon 09:00-17:00"},
        {"mon 09:00-10:00; mon 11:00-12:00",
         "Monday is given twice | put both spans of a day together: mon 09:00-12:00, 13:00-17:00"},
        {";;", "';;' names no working hours | type them as mon-thu 09:00-17:00; fri 09:00-13:00"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(refused([&] { return parse_working_hours(row.typed); }) == row.refusal);
    }
}

TEST_CASE("Hours cover a session that lies inside one span") {
    const auto week = parse_working_hours("mon 09:00-12:00, 13:00-17:00; tue 20:00-24:00");
    CHECK(week.cover(std::chrono::Monday, 9h, 180min));
    CHECK_FALSE(week.cover(std::chrono::Monday, 9h, 181min));
    CHECK_FALSE(week.cover(std::chrono::Monday, 8h + 59min, 10min));
    CHECK_FALSE(week.cover(std::chrono::Monday, 12h, 10min));
    CHECK(week.cover(std::chrono::Monday, 16h, 60min));
    CHECK(week.cover(std::chrono::Tuesday, 23h, 60min));
    CHECK_FALSE(week.cover(std::chrono::Sunday, 9h, 10min));
}

TEST_CASE("Weekdays come Monday first, each once") {
    CHECK(parse_weekdays("sat-mon,sun") ==
          std::vector<Weekday>{std::chrono::Monday, std::chrono::Saturday, std::chrono::Sunday});
    CHECK(parse_weekdays("FRI") == std::vector<Weekday>{std::chrono::Friday});
    CHECK(parse_weekdays("daily").size() == 7);
    CHECK(parse_weekdays("mon-mon").size() == 1);
    CHECK(parse_weekday("Thurs") == std::chrono::Thursday);
    CHECK_FALSE(parse_weekday("t"));
    CHECK_FALSE(parse_weekday("mo n"));
}

TEST_CASE("Every week of hours reads back equal") {
    CHECK(rc::check([](const std::array<std::vector<std::pair<unsigned, unsigned>>, 7>& drawn) {
        WorkingHours week;
        for (unsigned day = 0; day < 7; ++day) {
            std::vector<Span<TimeOfDay>> spans;
            for (const auto& [a, b] : drawn[day]) {
                const Span<TimeOfDay> span{std::chrono::seconds{a % 86'400}, std::chrono::seconds{b % 86'401}};
                const auto overlaps = [&](const auto& other) { return other.overlaps(span); };
                if (!span.empty() && std::none_of(spans.begin(), spans.end(), overlaps)) { spans.push_back(span); }
            }
            week.set(Weekday{day}, spans);
        }
        // A text longer than anybody types is refused.
        if (to_string(week).size() <= 1000) { RC_ASSERT(parse_working_hours(to_string(week)) == week); }
    }));
}

TEST_CASE("Any bytes are working hours or a refusal") {
    CHECK(rc::check([](const std::string& text) {
        test::survives([&] { return parse_working_hours(text); });
        test::survives([&] { return parse_working_hours("mon " + text); });
        test::survives([&] { return parse_weekdays(text); });
    }));
    CHECK(refused([] { return parse_working_hours(std::string(1'000'000, ';')); }).size() < 200);
}
