// SPDX-License-Identifier: MIT
// The end of a series, and what it takes along. A cancelled series that was given another end kept the reason of the
// cancellation, and no test saw it.
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

TEST_CASE("the reason why a series ended goes when it gets another end") {
    auto series = weekly("FREQ=WEEKLY;UNTIL=20270105");
    series.reason = "moved away";
    CHECK(edited(series, Whole{}, ending(NeverEnds{})).after->reason.empty());
    CHECK(edited(series, Whole{}, ending(on("2027-06-29"))).after->reason.empty());
    CHECK(edited(series, Whole{}, ending(12)).after->reason.empty());
    CHECK(edited(series, Whole{}, into(kRoom2)).after->reason == "moved away");
}
