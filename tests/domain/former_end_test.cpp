// SPDX-License-Identifier: MIT
// Cancelling the rest of a series, and restoring it. Restoring said "Nothing changes", and what had been moved or added
// in the rest was lost.
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

Session full_series() {
    auto series = weekly("FREQ=WEEKLY;COUNT=9");
    series.recurrence = Recurrence{on("2026-12-01"), series.recurrence->rule(), {on("2026-12-22")}, {on("2026-12-24")}};
    series = *edited(series, one("2026-12-29"), to("2026-12-30 15:00")).after;
    return cancelled(series, "2026-12-08");
}

}  // namespace

TEST_CASE("what is cancelled from a date on and restored is as it was") {
    const auto series = full_series();
    const auto scope =
        GENERATE(as<std::string>{}, "2026-12-01", "2026-12-09", "2026-12-23", "2026-12-30", "2027-01-20");
    CAPTURE(scope);
    const auto cut = *plan_cancel(series, from(scope), {}, zones(), kNow).after;
    CHECK(cut.former_end.has_value());
    CHECK_FALSE(cut.recurrence->on_or_after(on(scope)));
    CHECK(*plan_restore(cut, Whole{}).after == series);
    // Cut a second time, earlier, it goes back to the same end.
    if (!cut.recurrence->first()) { return; }
    const auto twice = *plan_cancel(cut, from("2026-12-01"), {}, zones(), kNow).after;
    CHECK(*plan_restore(twice, Whole{}).after == series);
}

TEST_CASE("what went one by one is named, and comes back with singles") {
    const auto series = full_series();
    const auto plan = plan_restore(series, Whole{});
    CHECK(*plan.after == series);
    CHECK(tell(plan.singles) == Lines{"2026-12-08", "2026-12-22"});
    const auto back = plan_restore(series, Whole{}, {.singles = true});
    CHECK(back.singles.empty());
    CHECK(back.after->recurrence->occurs_on(on("2026-12-22")));
    CHECK_FALSE(back.after->changes.contains(on("2026-12-08")));
    CHECK(back.after->changes.contains(on("2026-12-29")));
    // What has been stays.
    const auto later = plan_restore(series, Whole{}, {.singles = true, .not_before = on("2026-12-10")});
    CHECK(later.after->changes.contains(on("2026-12-08")));
    CHECK(later.after->recurrence->occurs_on(on("2026-12-22")));
}

TEST_CASE("restored from a later date on, what lies between waits for the whole to be restored") {
    const auto cut = *plan_cancel(weekly(), from("2026-12-08"), {}, zones(), kNow).after;
    const auto back = *plan_restore(cut, from("2026-12-20")).after;
    CHECK(back.recurrence->never_ends());
    CHECK(told(back, 4) ==
          Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1", "@2026-12-08 2026-12-08 09:00 45 Room 1 cancelled",
                "@2026-12-15 2026-12-15 09:00 45 Room 1 cancelled", "@2026-12-22 2026-12-22 09:00 45 Room 1"});
    CHECK(plan_restore(back, from("2026-12-10")).after->changes.size() == 1);
    CHECK(*plan_restore(back, Whole{}).after == weekly());
}

TEST_CASE("an end that was given since is the end") {
    const auto cut = *plan_cancel(weekly(), from("2026-12-08"), {}, zones(), kNow).after;
    const auto ended = *edited(cut, Whole{}, ending(on("2026-12-31"))).after;
    CHECK_FALSE(ended.former_end);
    CHECK(*plan_restore(ended, Whole{}).after == ended);
}

TEST_CASE("a former end is read as it was written") {
    const auto former = GENERATE(values<FormerEnd>({
        {{}, {}, {}, {}, {}},
        {12, {}, {on("2026-12-22"), on("2027-01-05")}, {}, {}},
        {{}, on("2027-06-30"), {}, {on("2026-12-24")}, {on("2026-12-01")}},
    }));
    CHECK(parse_former_end(to_string(former)) == former);
    for (const auto* wrong :
         {"", "count=", "count=0", "count=x", "count=3x", "count=99999999999", "until=", "until=2027-02-30",
          "sometimes", "never=1", "never excluded=1", "never excluded=2027-01-05,x", "never,added=2027-01-06"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_former_end(wrong));
    }
}
