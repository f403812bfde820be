// SPDX-License-Identifier: MIT
// What has not begun can have been neither attended nor missed.
#include "practice/marks_to_come.h"

#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

/// "12@2026-12-08 attended"; "none".
std::string found(const Session* before, const Session& after, const std::string& now) {
    const auto& zone = *zones().find(after.time_zone);
    const auto mark = mark_to_come(before, zone, after, zone, utc(now));
    return mark ? to_string(mark->id) + " " + std::string{to_string(mark->status)} : "none";
}

Session of_two() {
    auto series = weekly();
    series.clients = {kAnna, kJo};
    return series;
}

}  // namespace

TEST_CASE("a mark is told as long as its date has not begun, and only when it is new") {
    const auto series = weekly();  // Tuesdays at 9:00 in New York, 14:00 in UTC
    const auto attended = marked(series, "2026-12-08", Status::attended);
    CHECK(found(&series, attended, "2026-12-08 13:59") == "12@2026-12-08 attended");
    CHECK(found(&series, attended, "2026-12-08 14:00") == "none");
    CHECK(found(nullptr, attended, "2026-12-01 00:00") == "12@2026-12-08 attended");
    CHECK(found(&attended, attended, "2026-12-01 00:00") == "none");
    CHECK(found(&attended, marked(series, "2026-12-08", Status::no_show), "2026-12-01 00:00") ==
          "12@2026-12-08 no-show");
    CHECK(found(&series, marked(series, "2026-12-08", Status::late_cancelled), "2026-12-01 00:00") == "none");
}

TEST_CASE("what has been and is moved to what is to come has its mark too early") {
    const auto attended = marked(weekly(), "2026-12-01", Status::attended);
    const auto moved = *edited(attended, one("2026-12-01"), to("2026-12-10 09:00")).after;
    CHECK(found(&attended, moved, "2026-12-02 00:00") == "12@2026-12-01 attended");
}

TEST_CASE("one client of several is marked too early like all of them") {
    const auto series = of_two();
    const auto missed = *plan_mark(series, one("2026-12-08"), Status::no_show, {kJo.id}).after;
    CHECK(found(&series, missed, "2026-12-01 00:00") == "12@2026-12-08 no-show");
    CHECK(found(&missed, *plan_mark(missed, one("2026-12-08"), Status::no_show, {kAnna.id}).after,
                "2026-12-01 00:00") == "12@2026-12-08 no-show");
}

TEST_CASE("one client's own status of a date to come is no record: the date goes along with its series") {
    // It stayed where it was, as if it had been.
    const auto without_jo = *plan_cancel(of_two(), one("2026-12-08"), {false, "", {kJo.id}}, zones(), kNow).after;
    auto plan = edited(without_jo, Whole{}, at_time("10:00"));
    CHECK(told(*plan.after, 2) ==
          Lines{"@2026-12-01 2026-12-01 10:00 45 Room 1", "@2026-12-08 2026-12-08 10:00 45 Room 1"});
    CHECK(plan.after->changes.at(on("2026-12-08")).attendance == std::vector<Attendance>{{kJo.id, Status::cancelled}});
    CHECK(plan.kept.empty());

    plan = edited(without_jo, Whole{}, at_time("10:00"), utc("2026-12-09 00:00"));
    CHECK(told(*plan.after, 2).back() == "@2026-12-08 2026-12-08 09:00 45 Room 1");
    CHECK(tell(plan.kept) == Lines{"2026-12-08"});
}

TEST_CASE("who does not come to a series any more has no status in it") {
    const auto without_jo = *plan_cancel(of_two(), one("2026-12-08"), {false, "", {kJo.id}}, zones(), kNow).after;
    SessionEdit edit;
    edit.clients = {kAnna};
    CHECK(edited(without_jo, Whole{}, edit).after->changes.empty());
}
