// SPDX-License-Identifier: MIT
// Changes to times that the clock does not have, past the last day there is, and that leave no date.
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

TEST_CASE("what is moved to a time that the clock skips is moved past the gap") {
    const auto single = session(7, {.start = "2027-03-13 09:00", .length = 45});
    CHECK(told(*edited(single, Whole{}, to("2027-03-14 02:30")).after) == Lines{"2027-03-14 03:30 45 Room 1"});
    CHECK(told(*edited(single, Whole{}, to("2027-03-14 01:30")).after) == Lines{"2027-03-14 01:30 45 Room 1"});
    CHECK(told(*edited(single, Whole{}, to("2027-11-07 01:30")).after) == Lines{"2027-11-07 01:30 45 Room 1"});
    // That is the time that is kept, not only the one that is told.
    CHECK(edited(single, Whole{}, to("2027-03-14 02:30")).after->start == at("2027-03-14 03:30"));
    const auto date = edited(weekly(), one("2026-12-08"), to("2027-03-14 02:30"));
    CHECK(date.after->changes.at(on("2026-12-08")).start == at("2027-03-14 03:30"));
    CHECK(told(*date.after)[1] == "@2026-12-08 2027-03-14 03:30 45 Room 1");
}

TEST_CASE("no change ends after the last day there is") {
    const auto single = session(7, {.start = "2026-12-01 09:00", .length = 45});
    const auto past_the_end = [](const auto& of, const ChangeScope& scope) {
        return refused([&] { return edited(of, scope, to("9999-12-30 23:30")); });
    };
    CHECK_THAT(past_the_end(single, Whole{}), Catch::Contains("9999-12-30"));
    CHECK_THAT(past_the_end(weekly(), one("2026-12-08")), Catch::Contains("9999-12-30"));
    CHECK(refused([&] { return edited(single, Whole{}, to("9999-12-30 23:00")); }) == "accepted");
}

TEST_CASE("a series that has no date left has nothing to check") {
    const auto gone = *plan_cancel(weekly(), Whole{}, {}, zones(), kNow).after;
    REQUIRE_FALSE(gone.recurrence->first());
    CHECK_FALSE(what_to_check(weekly(), gone, zones()));
}

TEST_CASE("a count stays a count when the months that have the day are others") {
    const auto series = weekly("FREQ=MONTHLY;COUNT=3", "2027-01-31 09:00");
    const auto moved = *edited(series, Whole{}, to("2027-01-30 09:00", on("2027-01-31"))).after;
    CHECK(moved.recurrence->rule().count == 3);
    CHECK_FALSE(moved.recurrence->rule().until);
    CHECK(told(moved) == Lines{"@2027-01-30 2027-01-30 09:00 45 Room 1", "@2027-03-30 2027-03-30 09:00 45 Room 1",
                               "@2027-04-30 2027-04-30 09:00 45 Room 1"});
}
