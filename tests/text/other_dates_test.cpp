// SPDX-License-Identifier: MIT
#include "text/dates/other_dates.h"

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using practice::test::refused;
using practice::text::DateFormat;

namespace {

std::string wrong(const std::string& format) {
    return refused([&] { return DateFormat{format}; });
}

}  // namespace

TEST_CASE("Other people's dates are read by their format") {
    CHECK(DateFormat{"%m/%d/%Y %H:%M"}.to_iso("12/01/2026 14:00") == "2026-12-01 14:00");
    CHECK(DateFormat{"%d/%m/%Y %H:%M"}.to_iso("12/01/2026 14:00") == "2026-01-12 14:00");
    CHECK(DateFormat{"%d.%m.%y"}.to_iso(" 1.12.26 ") == "2026-12-01");
    CHECK(DateFormat{"%b %d, %Y %I:%M %p"}.to_iso("Dec 1, 2026 2:30 PM") == "2026-12-01 14:30");
    CHECK(DateFormat{"%FT%T"}.to_iso("2026-12-01T14:00:00") == "2026-12-01 14:00");
    CHECK(DateFormat{"%m/%d/%Y %H"}.to_iso("12/01/2026 9") == "2026-12-01 09:00");
}

TEST_CASE("A date without its time of day is read by the first part of the format") {
    CHECK(DateFormat{"%m/%d/%Y %H:%M"}.to_iso("12/01/2026") == "2026-12-01");
    CHECK(refused([] { return DateFormat{"%H:%M %m/%d/%Y"}.to_iso("12/01/2026"); }) ==
          "'12/01/2026' is not of the form %H:%M %m/%d/%Y | change --date-format or the file");
}

TEST_CASE("Dates that there are not, and texts of another form, are refused") {
    const DateFormat format{"%m/%d/%Y"};
    CHECK(refused([&] { return format.to_iso("02/30/2026"); }) ==
          "'02/30/2026' is no date that there is | check the day and the month");
    CHECK(refused([&] { return format.to_iso("01/01/0000"); }).starts_with("'01/01/0000' is no date that there is"));
    for (const auto* const text : {"2026-12-01", "13/01/2026", "12/01/2026 14:00", "12/01/10000", "", "12/01"}) {
        CHECK(refused([&] { return format.to_iso(text); }).find("is not of the form %m/%d/%Y") != std::string::npos);
    }
}

TEST_CASE("A format must have a whole date, and only parts that are known") {
    CHECK(wrong("%m/%d").find("it has no whole date") != std::string::npos);
    CHECK(wrong("").find("it has no whole date") != std::string::npos);
    CHECK(wrong("%Y-%m-%d %Z").find("%Z is not known") != std::string::npos);
    CHECK(wrong("%Y-%m-%d %").find("is not known") != std::string::npos);
    CHECK(wrong("%Y-%m-%d :%M").find("minutes without hours") != std::string::npos);
    CHECK(wrong("%Y-%m-%d") == "accepted");
}
