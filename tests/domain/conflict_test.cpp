// SPDX-License-Identifier: MIT
// Conflicts, case by case. conflict_property_test.cpp compares with a plain model.
#include <catch2/catch.hpp>

#include "domain/conflict_world.h"

using namespace conflict_world;

namespace {
// 2026-12-01 is a Tuesday.
const Lines kNone;
}  // namespace

TEST_CASE("two single sessions clash over all that they share") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00"})};
    const auto found = conflicts(session(0, {"2026-12-01 14:30"}), booked);
    CHECK(tell(found) == Lines{"room Room 1, with 12, first 2026-12-01 14:30, 1 time",
                               "professional Dana Lee, with 12, first 2026-12-01 14:30, 1 time",
                               "client Anna Smith, with 12, first 2026-12-01 14:30, 1 time"});
    CHECK(tell(found.slots) == Lines{"2026-12-01"});
    CHECK(found.checked == 1);
    CHECK_FALSE(found.endless);
    const auto& clash = found.clashes.at(0);
    CHECK_FALSE(clash.slot);
    CHECK(minute_of(clash.planned.to) == "2026-12-01 15:20");
    CHECK(clash.with_span == InstantSpan{utc("2026-12-01 19:00"), utc("2026-12-01 19:50")});
}

TEST_CASE("back to back is no conflict") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00", 50, "FREQ=WEEKLY"})};
    CHECK(tell(conflicts(session(0, {"2026-12-01 14:50", 60, "FREQ=WEEKLY"}), booked)) == kNone);
    CHECK(tell(conflicts(session(0, {"2026-12-01 13:00", 60, "FREQ=WEEKLY"}), booked)) == kNone);
    CHECK(conflicts(session(0, {"2026-12-01 13:00", 61}), booked).clashes.size() == 3);
}

TEST_CASE("only what is shared clashes") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00"})};
    Told other{"2026-12-01 14:00"};
    other.professional = kOrr;
    other.client = kJo;
    CHECK(tell(conflicts(session(0, other), booked)) == Lines{"room Room 1, with 12, first 2026-12-01 14:00, 1 time"});
    other.room = kRoom2;
    CHECK(tell(conflicts(session(0, other), booked)) == kNone);
    other.client = kAnna;
    CHECK(tell(conflicts(session(0, other), booked)) ==
          Lines{"client Anna Smith, with 12, first 2026-12-01 14:00, 1 time"});
}

TEST_CASE("a virtual room holds any number") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00", 50, "", kLee, kAnna, kVideo})};
    CHECK(tell(conflicts(session(0, {"2026-12-01 14:00", 50, "", kOrr, kJo, kVideo}), booked)) == kNone);
}

TEST_CASE("a session does not clash with itself") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00", 50, "FREQ=WEEKLY"})};
    CHECK(tell(conflicts(session(12, {"2026-12-01 14:30", 50, "FREQ=WEEKLY"}), booked)) == kNone);
}

TEST_CASE("a cancelled session takes nobody's time") {
    auto gone = session(12, {"2026-12-01 14:00"});
    gone.status = Status::late_cancelled;
    CHECK(tell(conflicts(session(0, {"2026-12-01 14:00"}), {gone})) == kNone);
    auto planned = session(0, {"2026-12-01 14:00"});
    planned.status = Status::cancelled;
    CHECK(conflicts(planned, {session(12, {"2026-12-01 14:00"})}).checked == 0);
}

TEST_CASE("two series that never end") {
    const std::vector<Session> weekly{session(12, {"2026-12-01 14:00", 50, "FREQ=WEEKLY", kLee, kJo, kRoom2})};
    const auto planned = [](const std::string& start, const std::string& rrule) {
        return session(0, {start, 50, rrule});
    };

    SECTION("every second week: 26 clashes a year, for ever") {
        const auto found = conflicts(planned("2026-12-01 14:30", "FREQ=WEEKLY;INTERVAL=2"), weekly);
        CHECK(tell(found) == Lines{"professional Dana Lee, with 12@2026-12-01, first 2026-12-01 14:30, 2609 times"});
        CHECK(found.slots.size() == 2609);
        CHECK(found.checked == 2609);
        CHECK(found.endless);
    }
    SECTION("every second week, beside every second week") {
        const std::vector<Session> odd{session(12, {"2026-12-08 14:00", 50, "FREQ=WEEKLY;INTERVAL=2"})};
        CHECK(tell(conflicts(planned("2026-12-01 14:00", "FREQ=WEEKLY;INTERVAL=2"), odd)) == kNone);
        CHECK(conflicts(planned("2026-12-22 14:00", "FREQ=WEEKLY;INTERVAL=4"), odd).slots.size() == 1305);
    }
    SECTION("steps of 6 and 10 weeks meet at every 30th, late") {
        const std::vector<Session> tenth{
            session(12, {"2026-12-22 14:00", 50, "FREQ=WEEKLY;INTERVAL=10", kLee, kJo, kRoom2})};
        CHECK(tell(conflicts(planned("2026-12-01 14:00", "FREQ=WEEKLY;INTERVAL=6"), tenth)) == kNone);
        CHECK(tell(conflicts(planned("2026-12-08 14:00", "FREQ=WEEKLY;INTERVAL=6"), tenth)) ==
              Lines{"professional Dana Lee, with 12@2027-03-02, first 2027-03-02 14:00, 174 times"});
    }
    SECTION("the 2nd Tuesday of a month beside every Tuesday") {
        const auto found = conflicts(planned("2026-12-08 13:30", "FREQ=MONTHLY;BYDAY=2TU"), weekly);
        CHECK(tell(found) == Lines{"professional Dana Lee, with 12@2026-12-08, first 2026-12-08 13:30, 1200 times"});
        CHECK(tell(conflicts(planned("2026-12-08 13:00", "FREQ=MONTHLY;BYDAY=2TU"), weekly)) == kNone);
        CHECK(tell(conflicts(planned("2026-12-09 14:00", "FREQ=MONTHLY;BYDAY=2WE"), weekly)) == kNone);
    }
    SECTION("29 February, only when it is a Tuesday") {
        const auto found = conflicts(planned("2028-02-29 14:00", "FREQ=YEARLY"), weekly);
        CHECK(tell(found.slots) == Lines{"2028-02-29", "2056-02-29", "2084-02-29", "2124-02-29"});
        CHECK(found.endless);
    }
    SECTION("a series that ended before is nothing") {
        const std::vector<Session> ended{session(12, {"2025-12-02 14:00", 50, "FREQ=WEEKLY;UNTIL=20261130"})};
        CHECK(tell(conflicts(planned("2026-12-01 14:00", "FREQ=WEEKLY"), ended)) == kNone);
    }
    SECTION("one that begins decades later clashes then") {
        const std::vector<Session> later{
            session(12, {"2091-01-02 14:00", 50, "FREQ=WEEKLY;COUNT=3", kLee, kJo, kRoom2})};
        const auto found = conflicts(planned("2026-12-01 14:00", "FREQ=WEEKLY;BYDAY=TU"), later);
        CHECK(tell(found) == Lines{"professional Dana Lee, with 12@2091-01-02, first 2091-01-02 14:00, 3 times"});
        CHECK_FALSE(found.endless);
    }
}

TEST_CASE("across midnight") {
    const std::vector<Session> night{session(12, {"2026-12-01 22:00", 8 * 60, "FREQ=WEEKLY", kLee, kJo, kRoom2})};
    CHECK(tell(conflicts(session(0, {"2026-12-02 05:00", 50, "FREQ=WEEKLY"}), night)) ==
          Lines{"professional Dana Lee, with 12@2026-12-01, first 2026-12-02 05:00, 5218 times"});
    CHECK(tell(conflicts(session(0, {"2026-12-02 06:00", 50, "FREQ=WEEKLY"}), night)) == kNone);
    const std::vector<Session> early{session(13, {"2026-12-02 00:30", 50, "FREQ=DAILY", kLee, kJo, kRoom2})};
    CHECK(tell(conflicts(session(0, {"2026-12-01 23:45", 50, "FREQ=WEEKLY"}), early)) ==
          Lines{"professional Dana Lee, with 13@2026-12-02, first 2026-12-01 23:45, 5218 times"});
}

TEST_CASE("when the clock changes") {
    // New York: 2027-03-14 skips 02:00-03:00, 2027-11-07 repeats 01:00-02:00. Both are Sundays.
    const auto sundays = [](std::int64_t id, const std::string& time, int length) {
        return session(id, {"2027-01-03 " + time, length, "FREQ=WEEKLY;UNTIL=20271231", kLee, kJo, kRoom2});
    };
    const auto planned = [](const std::string& time, int length) {
        return session(0, {"2027-01-03 " + time, length, "FREQ=WEEKLY;UNTIL=20271231"});
    };
    SECTION("a skipped time is read as an hour later, and meets what is there") {
        const auto found = conflicts(planned("02:30", 30), {sundays(12, "03:15", 50)});
        CHECK(tell(found) == Lines{"professional Dana Lee, with 12@2027-03-14, first 2027-03-14 03:30, 1 time"});
        CHECK(tell(conflicts(planned("03:15", 50), {sundays(12, "02:30", 30)})) ==
              Lines{"professional Dana Lee, with 12@2027-03-14, first 2027-03-14 03:15, 1 time"});
    }
    SECTION("an hour that goes on through the spring change reaches an hour further") {
        CHECK(tell(conflicts(planned("01:30", 60), {sundays(12, "03:00", 30)})) ==
              Lines{"professional Dana Lee, with 12@2027-03-14, first 2027-03-14 01:30, 1 time"});
    }
    SECTION("in autumn it ends before it seems to") {
        // 01:30 is the first of the two; the hour ends at the second 01:30, half an hour before 02:00.
        const auto found = conflicts(planned("01:30", 60), {sundays(12, "02:00", 60)});
        REQUIRE(found.clashes.size() == 1);
        CHECK(found.clashes[0].count == 51);
        CHECK(std::find(found.slots.begin(), found.slots.end(), on("2027-11-07")) == found.slots.end());
    }
    SECTION("a night through the spring change ends an hour later") {
        const auto night = session(12, {"2027-01-02 22:00", 8 * 60, "FREQ=WEEKLY", kLee, kJo, kRoom2});
        CHECK(tell(conflicts(session(0, {"2027-01-03 06:00", 50, "FREQ=WEEKLY"}), {night})) ==
              Lines{"professional Dana Lee, with 12@2027-03-13, first 2027-03-14 06:00, 100 times"});
    }
    SECTION("sessions by day never notice") {
        CHECK(tell(conflicts(planned("14:00", 60), {sundays(12, "15:00", 60)})) == kNone);
    }
}

TEST_CASE("two zones") {
    const auto london = [](const std::string& start) {
        return session(12, {start, 50, "FREQ=WEEKLY", kLee, kJo, kRoom2, "Europe/London"});
    };
    SECTION("five hours apart, but for the weeks between the two changes") {
        // 14:00 in New York is 19:00 in London; 18:00 for two weeks in March and one from the end of October.
        const auto found = conflicts(session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY"}), {london("2026-12-01 18:00")});
        REQUIRE(found.clashes.size() == 1);
        CHECK(tell(found) == Lines{"professional Dana Lee, with 12@2027-03-16, first 2027-03-16 14:00, 342 times"});
        CHECK(tell({found.slots.begin(), found.slots.begin() + 4}) ==
              Lines{"2027-03-16", "2027-03-23", "2027-11-02", "2028-03-14"});
        CHECK(found.endless);
    }
    SECTION("the same moment all year but those weeks") {
        const auto found =
            conflicts(session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY;COUNT=52"}), {london("2026-12-01 19:00")});
        REQUIRE(found.clashes.size() == 1);
        CHECK(found.clashes[0].count == 49);
    }
    SECTION("another date over there") {
        const std::vector<Session> booked{
            session(12, {"2026-12-02 01:00", 50, "FREQ=WEEKLY", kLee, kJo, kRoom2, "UTC"})};
        CHECK(conflicts(session(0, {"2026-12-01 20:00", 50, "FREQ=WEEKLY;COUNT=10"}), booked).slots.size() == 10);
    }
}

TEST_CASE("changed slots of what is booked") {
    auto booked = session(12, {"2026-12-01 14:00", 50, "FREQ=WEEKLY", kLee, kJo, kRoom2});
    const auto planned = session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY;COUNT=3"});
    auto& change = booked.changes[on("2026-12-08")];
    SECTION("a cancelled one leaves its time free") {
        change.status = Status::cancelled;
        CHECK(tell(conflicts(planned, {booked}).slots) == Lines{"2026-12-01", "2026-12-15"});
    }
    SECTION("an attended one takes it") {
        change.status = Status::attended;
        CHECK(conflicts(planned, {booked}).slots.size() == 3);
    }
    SECTION("a moved one is elsewhere") {
        change.start = at("2026-12-10 09:00");
        CHECK(tell(conflicts(planned, {booked}).slots) == Lines{"2026-12-01", "2026-12-15"});
        const auto there = session(0, {"2026-12-10 09:30", 50});
        CHECK(tell(conflicts(there, {booked})) ==
              Lines{"professional Dana Lee, with 12@2026-12-08, first 2026-12-10 09:30, 1 time"});
    }
    SECTION("one given to another professional, in another room") {
        change.professional = kOrr;
        change.room = kRoom1;
        CHECK(tell(conflicts(planned, {booked})) ==
              Lines{"professional Dana Lee, with 12@2026-12-01, first 2026-12-01 14:00, 2 times",
                    "room Room 1, with 12@2026-12-08, first 2026-12-08 14:00, 1 time"});
    }
    SECTION("a longer one reaches further") {
        change.length = Length{120};
        const auto after = session(0, {"2026-12-01 15:00", 50, "FREQ=WEEKLY;COUNT=3"});
        CHECK(tell(conflicts(after, {booked}).slots) == Lines{"2026-12-08"});
    }
    SECTION("a client who does not come to it") {
        change.attendance = {{kJo.id, Status::cancelled}};
        const auto other = session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY;COUNT=3", kOrr, kJo, kRoom1});
        CHECK(tell(conflicts(other, {booked}).slots) == Lines{"2026-12-01", "2026-12-15"});
        CHECK(conflicts(planned, {booked}).slots.size() == 3);
    }
    SECTION("a change of a slot that the rule does not have is nothing") {
        booked.changes[on("2026-12-09")].start = at("2026-12-09 09:00");
        CHECK(tell(conflicts(session(0, {"2026-12-09 09:00"}), {booked})) == kNone);
    }
}

TEST_CASE("changed slots of what is planned") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00", 50, "FREQ=WEEKLY", kLee, kJo, kRoom2})};
    auto planned = session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY;COUNT=3"});
    auto& change = planned.changes[on("2026-12-08")];
    SECTION("cancelled") {
        change.status = Status::cancelled;
        const auto found = conflicts(planned, booked);
        CHECK(tell(found.slots) == Lines{"2026-12-01", "2026-12-15"});
        CHECK(found.checked == 2);
    }
    SECTION("moved onto another slot of the booked one") {
        change.start = at("2026-12-22 14:10");
        const auto found = conflicts(planned, booked);
        CHECK(tell(found) == Lines{"professional Dana Lee, with 12@2026-12-01, first 2026-12-01 14:00, 3 times"});
        CHECK(tell(found.slots) == Lines{"2026-12-01", "2026-12-08", "2026-12-15"});
    }
    SECTION("moved before all others: it is the first") {
        change.start = at("2026-11-24 14:10");
        const std::vector<Session> single{session(13, {"2026-11-24 14:00"})};
        CHECK(tell(conflicts(planned, single)).at(1) ==
              "professional Dana Lee, with 13, first 2026-11-24 14:10, 1 time");
    }
    SECTION("with another professional") {
        change.professional = kOrr;
        CHECK(tell(conflicts(planned, booked).slots) == Lines{"2026-12-01", "2026-12-15"});
    }
}

TEST_CASE("a room for two") {
    const auto in_hall = [](std::int64_t id, const std::string& start, int length) {
        const ProfessionalName other{{id + 100}, "p" + std::to_string(id), "P"};
        const ClientName client{{id + 100}, "C"};
        return session(id, {start, length, "FREQ=WEEKLY;COUNT=4", other, client, kHall});
    };
    const auto planned = in_hall(90, "2026-12-01 14:00", 60);
    SECTION("one other leaves a place") {
        CHECK(tell(conflicts(planned, {in_hall(12, "2026-12-01 14:00", 60)})) == kNone);
    }
    SECTION("two others at once fill it") {
        CHECK(tell(conflicts(planned, {in_hall(12, "2026-12-01 13:30", 60), in_hall(13, "2026-12-08 14:15", 60)})) ==
              Lines{"room Hall, with 12@2026-12-08, first 2026-12-08 14:00, 3 times",
                    "room Hall, with 13@2026-12-08, first 2026-12-08 14:00, 3 times"});
    }
    SECTION("two others, one after the other, do not") {
        CHECK(tell(conflicts(planned, {in_hall(12, "2026-12-01 13:30", 60), in_hall(13, "2026-12-01 14:30", 60)})) ==
              kNone);
    }
    SECTION("who is there when it is not full is not named") {
        const std::vector<Session> booked{in_hall(12, "2026-12-01 13:30", 40), in_hall(13, "2026-12-01 14:20", 30),
                                          in_hall(14, "2026-12-01 14:30", 30)};
        CHECK(tell(conflicts(planned, booked)) ==
              Lines{"room Hall, with 13@2026-12-01, first 2026-12-01 14:00, 4 times",
                    "room Hall, with 14@2026-12-01, first 2026-12-01 14:00, 4 times"});
    }
}

TEST_CASE("time off") {
    const std::vector<Away> away{{kLee.id, kLee.name, {at("2026-12-24 00:00"), at("2027-01-04 00:00")}, "holidays"},
                                 {kOrr.id, kOrr.name, {at("2026-12-01 00:00"), at("2027-12-01 00:00")}, "leave"}};
    const auto planned = session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY", kLee, kAnna, kRoom1, "Europe/London"});
    const auto found = find_conflicts(planned, {{}, away, zones().find("America/New_York")}, zones());
    CHECK(tell(found) == Lines{"professional Dana Lee, with holidays, first 2026-12-29 14:00, 1 time"});
    CHECK(found.clashes.at(0).with == nullptr);
    CHECK(found.clashes.at(0).with_span == InstantSpan{utc("2026-12-24 05:00"), utc("2027-01-04 05:00")});
    CHECK_FALSE(found.endless);
}

TEST_CASE("parts of a series") {
    const std::vector<Session> booked{session(12, {"2026-12-01 14:00", 50, "FREQ=WEEKLY", kLee, kJo, kRoom2})};
    const auto planned = session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY"});
    SECTION("some slots only") {
        const auto found =
            conflicts(planned, booked, {{{on("2026-12-08"), on("2026-12-09"), on("2150-01-06")}}, {}, {}});
        CHECK(tell(found.slots) == Lines{"2026-12-08", "2150-01-06"});
        CHECK(found.checked == 2);
        CHECK_FALSE(found.endless);
    }
    SECTION("from a moment on") {
        const auto found = conflicts(planned, booked, {{}, utc("2027-01-05 19:00"), {}});
        CHECK(to_string(found.slots.at(0)) == "2027-01-05");
        CHECK(found.slots.size() == 5218);
        const auto later = conflicts(planned, booked, {{}, utc("2027-01-05 19:01"), {}});
        CHECK(to_string(later.slots.at(0)) == "2027-01-12");
    }
}

TEST_CASE("a zone that nobody knows is refused") {
    auto planned = session(0, {"2026-12-01 14:00"});
    planned.time_zone = "Mars/Olympus";
    CHECK_THROWS_WITH(conflicts(planned, {}), Catch::Contains("Mars/Olympus"));
}

TEST_CASE("how far a session reaches") {
    const auto single = reach(session(0, {"2026-12-01 14:00"}), zones());
    CHECK(single.from == utc("2026-12-01 19:00"));
    CHECK(single.to == utc("2026-12-01 19:50"));
    CHECK_FALSE(reach(session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY"}), zones()).to);
    auto thrice = session(0, {"2026-12-01 14:00", 50, "FREQ=WEEKLY;COUNT=3"});
    thrice.changes[on("2026-12-08")].start = at("2027-01-05 14:00");
    CHECK(reach(thrice, zones()).to == utc("2027-01-05 19:50"));
}
