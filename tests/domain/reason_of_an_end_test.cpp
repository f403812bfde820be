// SPDX-License-Identifier: MIT
// Why a series was ended is kept with the series, and is gone with that end.
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

/// Weekly from 2026-12-01, ended after 2026-12-22 because of a vacation.
Session ended() {
    auto series = *plan_cancel(weekly(), from("2026-12-29"), {false, "vacation"}, zones(), kNow).after;
    REQUIRE(series.reason == "vacation");
    return series;
}

}  // namespace

TEST_CASE("A series that was given another end still told why it had ended before") {
    CHECK(edited(ended(), Whole{}, ending(NeverEnds{})).after->reason.empty());
    CHECK(edited(ended(), Whole{}, ending(on("2027-02-02"))).after->reason.empty());
    CHECK(edited(ended(), Whole{}, ending(3)).after->reason.empty());
}

TEST_CASE("A change that leaves the end alone leaves its reason alone") {
    CHECK(edited(ended(), Whole{}, into(kRoom2)).after->reason == "vacation");
    CHECK(edited(ended(), one("2026-12-08"), into(kRoom2)).after->reason == "vacation");
}

TEST_CASE("What carries on from a date has not been ended itself") {
    auto series = ended();
    series.ref = "S1";
    series.sequence = 4;
    const auto plan = edited(series, from("2026-12-15"), into(kRoom2));
    REQUIRE(plan.continuation);
    CHECK(plan.continuation->reason.empty());
    CHECK(plan.continuation->ref.empty());
    CHECK(plan.continuation->sequence == 0);
}
