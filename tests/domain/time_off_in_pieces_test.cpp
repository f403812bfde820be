// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "domain/conflict_world.h"
#include "practice/time_off.h"

using namespace conflict_world;

TEST_CASE("dates are away in their order, in whatever order the time off was entered") {
    auto series = session(12, {.start = "2027-08-02 10:00", .length = 45, .rrule = "FREQ=DAILY;COUNT=14"});
    series.yields = {{kLee.id, {at("2027-08-01 00:00"), at("2027-08-31 00:00")}}};
    const std::vector<Away> standing{
        {kLee.id, kLee.name, {at("2027-08-09 00:00"), at("2027-08-11 00:00")}, "conference"},
        {kLee.id, kLee.name, {at("2027-08-03 00:00"), at("2027-08-04 00:00")}, "vacation"},
    };
    leave_dates_away(series, standing, {});
    Lines dates;
    for (const auto& one : series.away) { dates.push_back(to_string(one.date) + " " + one.because); }
    CHECK(dates == Lines{"2027-08-03 Dana Lee is away (vacation)", "2027-08-09 Dana Lee is away (conference)",
                         "2027-08-10 Dana Lee is away (conference)"});
    CHECK(tell(series.recurrence->away()) == Lines{"2027-08-03", "2027-08-09", "2027-08-10"});
    CHECK(tell(series.recurrence->next(kFirstDate, 3)) == Lines{"2027-08-02", "2027-08-04", "2027-08-05"});
}
