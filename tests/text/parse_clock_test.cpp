// SPDX-License-Identifier: MIT
// Times of day, lengths and plain numbers.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "support/refused.h"
#include "text/dates/parse_time.h"

using namespace practice;
using namespace practice::text;
using practice::test::refused;

namespace {
struct Row {
    std::string typed;
    std::string result;
};
}  // namespace

TEST_CASE("Times of day are read on either clock") {
    const Row rows[] = {
        {"14:00", "14:00"},       {"9:30", "09:30"},       {"09:30", "09:30"},   {"0:00", "00:00"},
        {"23:59:59", "23:59:59"}, {"2pm", "14:00"},        {"2:30 pm", "14:30"}, {"2:30PM", "14:30"},
        {"12am", "00:00"},        {"12pm", "12:00"},       {"12:30am", "00:30"}, {"noon", "12:00"},
        {"midnight", "00:00"},    {"11:59 p.m.", "23:59"}, {"midday", "12:00"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(to_string_time(parse_time_of_day(row.typed)) == row.result);
    }
}

TEST_CASE("What is no time of day is refused with what it may have been") {
    const Row rows[] = {
        {"24:00", "'24:00' is not a time of day | type 00:00 of the next day"},
        {"25:00", "'25:00' is not a time of day | hours run from 0 to 23"},
        {"9:60", "'9:60' is not a time of day | minutes and seconds run from 0 to 59"},
        {"23:59:60", "'23:59:60' is not a time of day | minutes and seconds run from 0 to 59"},
        {"9.30", "'9.30' is not a time of day | type 09:30"},
        {"2.30pm", "'2.30pm' is not a time of day | type 2:30pm"},
        {"9h30", "'9h30' is not a time of day | type 09:30"},
        {"9h", "'9h' is not a time of day | type 09:00"},
        {"9", "'9' is not a time of day | type 09:00 or 21:00"},
        {"14", "'14' is not a time of day | type 14:00"},
        {"99", "'99' is not a time of day | type it as 14:00 or 2pm"},
        {"930", "'930' is not a time of day | type 09:30"},
        {"1400", "'1400' is not a time of day | type 14:00"},
        {"9:5", "'9:5' is not a time of day | type 9:05 or 9:50"},
        {"13pm", "'13pm' is not a time of day | type 13:00 or 1pm"},
        {"14:30pm", "'14:30pm' is not a time of day | type 14:30 or 2:30pm"},
        {"0am", "'0am' is not a time of day | hours with am or pm run from 1 to 12; midnight is 00:00"},
        {"9:00-9:45",
         "'9:00-9:45' is a span of time, or a time with an offset | type the start alone, and --length 45; an offset "
         "is read "
         "in the form 2026-12-01T14:00-05:00"},
        {"14:00Z", "'14:00Z' is not a time of day | type it as 14:00 or 2pm"},
        {"tue", "'tue' is not a time of day | type it as 14:00 or 2pm"},
        {"", "the time of day is empty | type it as 2026-12-01 14:00"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(refused([&] { return parse_time_of_day(row.typed); }) == row.result);
    }
}

TEST_CASE("Lengths are minutes unless they say otherwise") {
    struct LengthRow {
        const char* typed;
        int minutes;
    };
    const LengthRow rows[] = {
        {"50", 50},    {"50m", 50},    {"50 min", 50}, {"90 minutes", 90},
        {"1h20m", 80}, {"1h20", 80},   {"1h 20m", 80}, {"1 hour 20 minutes", 80},
        {"1h", 60},    {"2 hrs", 120}, {"1:20", 80},   {"0:45", 45},
        {"24h", 1440}, {"1440", 1440}, {"1", 1},       {" 50 ", 50},
        {"050", 50},   {"1H20M", 80},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(parse_length(row.typed) == Length{row.minutes});
    }
}

TEST_CASE("What is no length is refused") {
    for (const auto* typed : {"", "-5", "+5", "1.5h", "1h75m", "1:75", "1:5", "20m1h", "h", "m", "50s", "1h20m5", "1e3",
                              "0x1F", "fifty", "50 50", "1d", "99999999999"}) {
        CAPTURE(typed);
        const auto refusal = refused([&] { return parse_length(typed); });
        CHECK(refusal == "'" + std::string{typed} + "' is not a length | type minutes as 50, or 50m, 1h20m, 1:20");
    }
    for (const auto* typed : {"0", "0m", "1441", "25h", "24:01", "999999999h"}) {
        CAPTURE(typed);
        CHECK(
            refused([&] { return parse_length(typed); }) ==
            "'" + std::string{typed} +
                "' is not a length: sessions take from 1 minute to 24 hours | type minutes as 50, or 50m, 1h20m, 1:20");
    }
}

TEST_CASE("Numbers are whole and within their bounds") {
    CHECK(parse_number("12", "--times", 1, 99) == 12);
    CHECK(parse_number(" 007 ", "--times", 1, 99) == 7);
    CHECK(parse_number("-1", "the ordinal", -5, 5) == -1);
    for (const auto* typed :
         {"", "0", "100", "1.5", "1e1", "0x1", "twelve", "--1", "-", "99999999999999999999", "1 2"}) {
        CAPTURE(typed);
        CHECK(refused([&] { return parse_number(typed, "--times", 1, 99); }) ==
              "--times must be a whole number from 1 to 99, not '" + std::string{typed} + "' | ");
    }
}

TEST_CASE("Every length and time of day reads back") {
    for (int minutes = 1; minutes <= 1440; ++minutes) {
        CHECK(parse_length(std::to_string(minutes)) == Length{minutes});
        const auto text = std::to_string(minutes / 60) + "h" + std::to_string(minutes % 60) + "m";
        CHECK(parse_length(text) == Length{minutes});
    }
    for (int second = 0; second < 86'400; second += 61) {
        const TimeOfDay time{second};
        CHECK(parse_time_of_day(to_string_time(time)) == time);
    }
}

TEST_CASE("Any bytes are a length, a time, a number, or a refusal") {
    CHECK(rc::check([](const std::string& text) {
        test::survives([&] { return parse_length(text); });
        test::survives([&] { return parse_time_of_day(text); });
        test::survives([&] { return parse_number(text, "it", 0, 9); });
    }));
    const std::string huge(1'000'000, '7');
    CHECK(refused([&] { return parse_length(huge); }).size() < 200);
    CHECK(refused([&] { return parse_number(huge, "it", 0, 9); }).size() < 200);
}
