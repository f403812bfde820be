// SPDX-License-Identifier: MIT
// What somebody attended or missed is a record; a change says which of them it alters.
#include "practice/marks_changed.h"

#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

/// "12@2026-12-08 no-show of 3", for each.
Lines changed(const Session& before, const ChangePlan& plan) {
    Lines lines;
    for (const auto& mark : marks_changed(before, plan.after, plan.continuation, zones())) {
        auto line = to_string(mark.id) + " " + std::string{to_string(mark.status)};
        if (mark.client) { line += " of " + std::to_string(mark.client->value); }
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("a date that was attended and is moved is a changed record; another date of its series is none") {
    const auto series = marked(weekly(), "2026-12-08", Status::attended);
    CHECK(changed(series, edited(series, one("2026-12-08"), at_time("10:00"))) == Lines{"12@2026-12-08 attended"});
    CHECK(changed(series, edited(series, one("2026-12-15"), at_time("10:00"))).empty());
    CHECK(changed(series, edited(series, one("2026-12-08"), at_time("09:00"))).empty());
    CHECK(changed(series, {std::nullopt, {}, {}, {}}) == Lines{"12@2026-12-08 attended"});
}

TEST_CASE("a change of a whole series, or from a date on, changes no record") {
    const auto series = marked(weekly(), "2026-12-08", Status::no_show);
    CHECK(changed(series, edited(series, Whole{}, at_time("10:00"))).empty());
    CHECK(changed(series, edited(series, Whole{}, with_rule("FREQ=DAILY"))).empty());
    CHECK(changed(series, edited(series, from("2026-12-08"), into(kRoom2))).empty());
}

TEST_CASE("one client's mark is a record, too") {
    // It was passed over: only what all had was looked at.
    auto series = weekly();
    series.clients = {kAnna, kJo};
    series = *plan_mark(series, one("2026-12-08"), Status::no_show, {kJo.id}).after;
    CHECK(changed(series, edited(series, one("2026-12-08"), at_time("10:00"))) ==
          Lines{"12@2026-12-08 no-show of " + std::to_string(kJo.id.value)});
}

TEST_CASE("a single session that was attended keeps its mark when it becomes a series") {
    auto single = session(7, {.start = "2026-12-01 09:00", .length = 45});
    single.status = Status::attended;
    CHECK(changed(single, edited(single, Whole{}, with_rule("FREQ=WEEKLY"))).empty());
    CHECK(changed(single, edited(single, Whole{}, at_time("10:00"))) == Lines{"7 attended"});
}
