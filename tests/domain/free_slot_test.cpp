// SPDX-License-Identifier: MIT
// The first free slot: cases, and brute force over the grid.
#include "practice/free_slot.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "domain/conflict_model.h"
#include "practice/time_off.h"

using namespace conflict_world;

namespace {

/// Lines like "2026-12-01 09:00 Room 1".
struct Wanted {
    Session planned;
    std::string from;
    std::vector<RoomName> rooms{kRoom1};
    WorkingHours hours = WorkingHours::usual();
    std::vector<Session> booked{};
    std::vector<Away> away{};
    std::string until = "2027-06-01";
    std::vector<Date> dates{};
    std::optional<TimeOfDay> time{};
    std::size_t most = 3;
};
std::vector<FreeSlot> search(const Wanted& wanted) {
    FreeSlotSearch asked;
    asked.planned = &wanted.planned;
    asked.rooms = wanted.rooms;
    asked.hours = &wanted.hours;
    asked.from = at(wanted.from);
    asked.until = on(wanted.until);
    asked.dates = wanted.dates;
    asked.time = wanted.time;
    return find_free_slots(asked, {wanted.booked, wanted.away, zones().find("America/New_York")}, zones(), wanted.most);
}
Lines tell(const std::vector<FreeSlot>& slots) {
    Lines lines;
    for (const auto& slot : slots) { lines.push_back(minute_of(slot.start) + " " + slot.room.name); }
    return lines;
}
Lines found(const Wanted& wanted) {
    return tell(search(wanted));
}
WorkingHours every_day(const std::string& spans) {
    WorkingHours hours;
    for (unsigned day = 0; day < 7; ++day) { hours.set(Weekday{day}, parse_day_hours(spans)); }
    return hours;
}
const auto kSingle = session(0, {"2026-12-01 00:00", 50});

}  // namespace

TEST_CASE("an empty practice offers the first of the grid inside the working hours") {
    CHECK(found({kSingle, "2026-12-01 08:00"}) ==
          Lines{"2026-12-01 09:00 Room 1", "2026-12-01 09:15 Room 1", "2026-12-01 09:30 Room 1"});
    CHECK(found({kSingle, "2026-12-01 09:01"}).at(0) == "2026-12-01 09:15 Room 1");
    // 16:15 is too late for an hour; the day after is a Saturday.
    CHECK(found({session(0, {"2026-12-01 00:00", 60}), "2026-12-04 15:50"}) ==
          Lines{"2026-12-04 16:00 Room 1", "2026-12-07 09:00 Room 1", "2026-12-07 09:15 Room 1"});
}

TEST_CASE("a break is no working time, and the grid counts from midnight") {
    Wanted wanted{kSingle, "2026-12-01 00:00"};
    wanted.hours = every_day("09:10-10:30, 13:00-14:00");
    CHECK(found(wanted) == Lines{"2026-12-01 09:15 Room 1", "2026-12-01 09:30 Room 1", "2026-12-01 13:00 Room 1"});
}

TEST_CASE("what is booked is passed over, and the first free room is taken") {
    Wanted wanted{kSingle, "2026-12-01 09:00", {kRoom2, kRoom1}};
    wanted.booked = {session(1, {"2026-11-24 09:00", 60, "FREQ=WEEKLY", kLee, kJo, kRoom1}),
                     session(2, {"2026-12-01 10:00", 60, "", kOrr, kJo, kRoom2})};
    wanted.most = 6;
    CHECK(found(wanted) == Lines{"2026-12-01 10:00 Room 1", "2026-12-01 10:15 Room 1", "2026-12-01 10:30 Room 1",
                                 "2026-12-01 10:45 Room 1", "2026-12-01 11:00 Room 2", "2026-12-01 11:15 Room 2"});
}

TEST_CASE("a series is offered where all of it is free") {
    Wanted wanted{session(0, {"2026-12-01 00:00", 50, "FREQ=WEEKLY"}), "2026-12-01 09:00"};
    // In the way: one in March, and one in 60 years.
    wanted.booked = {session(1, {"2027-03-02 09:30", 60}), session(2, {"2087-01-07 09:00", 60})};
    wanted.most = 2;
    CHECK(found(wanted) == Lines{"2026-12-01 10:30 Room 1", "2026-12-01 10:45 Room 1"});
    wanted.booked.pop_back();
    wanted.booked[0] = session(2, {"2087-01-07 09:00", 60});
    wanted.dates = {on("2026-12-01"), on("2026-12-03")};
    wanted.time = hours{9};
    CHECK(found(wanted) == Lines{"2026-12-03 09:00 Room 1"});
}

TEST_CASE("a series begins only on a date that its rule has") {
    Wanted wanted{session(0, {"2026-12-01 00:00", 50, "FREQ=WEEKLY;BYDAY=TU,TH"}), "2026-11-27 16:00"};
    wanted.time = hours{9};
    CHECK(found(wanted) == Lines{"2026-12-01 09:00 Room 1", "2026-12-03 09:00 Room 1", "2026-12-08 09:00 Room 1"});
    wanted.planned.recurrence = repeats("FREQ=WEEKLY;BYDAY=TU,TH", on("2026-11-24"), {on("2026-12-01")});
    CHECK(found(wanted).at(0) == "2026-12-03 09:00 Room 1");
    wanted.planned.recurrence = repeats("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261202", on("2026-11-24"));
    CHECK(found(wanted) == Lines{"2026-12-01 09:00 Room 1"});
    wanted.planned.recurrence = repeats("FREQ=MONTHLY;BYDAY=2TU", on("2026-11-10"));
    CHECK(found(wanted).at(0) == "2026-12-08 09:00 Room 1");
}

TEST_CASE("a series of a few times needs only those") {
    Wanted wanted{session(0, {"2026-12-01 00:00", 50, "FREQ=WEEKLY;COUNT=3"}), "2026-12-01 09:00"};
    wanted.booked = {session(1, {"2026-12-22 09:00", 60})};
    CHECK(found(wanted).at(0) == "2026-12-01 09:00 Room 1");
    wanted.booked = {session(1, {"2026-12-15 09:00", 60})};
    CHECK(found(wanted).at(0) == "2026-12-01 10:00 Room 1");
}

TEST_CASE("time off is passed over") {
    Wanted wanted{kSingle, "2026-12-01 09:00"};
    wanted.away = {{kLee.id, kLee.name, {at("2026-11-30 00:00"), at("2026-12-03 12:00")}, "ill"}};
    CHECK(found(wanted).at(0) == "2026-12-03 12:00 Room 1");
}

TEST_CASE("a time that the clock skips is not offered") {
    Wanted wanted{session(0, {"2026-12-01 00:00", 30}), "2027-03-14 01:30"};
    wanted.hours = every_day("00:00-24:00");
    wanted.most = 4;
    CHECK(found(wanted) == Lines{"2027-03-14 01:30 Room 1", "2027-03-14 01:45 Room 1", "2027-03-14 03:00 Room 1",
                                 "2027-03-14 03:15 Room 1"});
}

TEST_CASE("a room for two is free for a second one, a virtual one always") {
    Wanted wanted{kSingle, "2026-12-01 09:00", {kHall, kVideo}};
    wanted.booked = {session(1, {"2026-12-01 09:00", 60, "", kOrr, kJo, kHall})};
    wanted.most = 1;
    CHECK(found(wanted) == Lines{"2026-12-01 09:00 Hall"});
    const ProfessionalName third{{3}, "roy", "Al Roy"};
    wanted.booked.push_back(session(2, {"2026-12-01 09:00", 60, "", third, kKim, kHall}));
    CHECK(found(wanted) == Lines{"2026-12-01 09:00 Video"});
}

TEST_CASE("working hours are those of the practice's clock, wherever the session's clock is") {
    Wanted wanted{session(0, {"2026-12-01 00:00", 50, "", kLee, kAnna, kRoom1, "Europe/London"}), "2026-12-01 09:00"};
    CHECK(found(wanted).at(0) == "2026-12-01 14:00 Room 1");
}

TEST_CASE("nothing free is an empty answer") {
    Wanted wanted{kSingle, "2026-12-01 09:00"};
    wanted.booked = {session(1, {"2026-11-30 00:00", 1440, "FREQ=DAILY", kOrr, kJo, kRoom1})};
    CHECK(found(wanted).empty());
    wanted.booked.clear();
    wanted.until = "2026-12-01";
    CHECK(found(wanted).empty());
}

TEST_CASE("a session that is being moved does not stand in its own way") {
    Wanted wanted{session(7, {"2026-12-01 09:00", 50, "FREQ=WEEKLY"}), "2026-12-01 09:00"};
    wanted.booked = {wanted.planned};
    CHECK(found(wanted).at(0) == "2026-12-01 09:00 Room 1");
}

TEST_CASE("placed elsewhere, all but start, room and anchor stays") {
    auto planned = session(7, {"2026-12-01 09:00", 50, "FREQ=WEEKLY;COUNT=3"});
    planned.note = "by the window";
    const auto placed = placed_at(planned, at("2026-12-03 10:00"), kRoom2);
    CHECK(placed.room == kRoom2);
    CHECK(conflict_world::tell(placed.recurrence->next(kFirstDate, 9)) ==
          Lines{"2026-12-03", "2026-12-10", "2026-12-17"});
    planned.start = placed.start;
    planned.room = placed.room;
    planned.recurrence = placed.recurrence;
    CHECK(placed == planned);
}

namespace {

/// Added dates apart: a series begins on a date of its rule.
bool rule_has(const Recurrence& recurrence, Date date) {
    return Recurrence{recurrence.anchor(), recurrence.rule(), recurrence.excluded()}.occurs_on(date);
}

/// Every start of the grid, asked the plain way.
std::vector<FreeSlot> by_brute_force(const Wanted& wanted, const std::vector<TimeOfDay>& grid) {
    const Booked booked{wanted.booked, wanted.away, zones().find("America/New_York")};
    const auto& zone = *zones().find(wanted.planned.time_zone);
    std::vector<FreeSlot> slots;
    for (auto date = date_of(at(wanted.from)); date < on(wanted.until); date += days{1}) {
        for (const auto time : grid) {
            const auto start = date + time;
            if (slots.size() == wanted.most || start < at(wanted.from)) { continue; }
            if (zone.lookup(start).kind == TimeZone::Kind::skipped) { continue; }
            if (!wanted.hours.cover(weekday_of(date), time, wanted.planned.length)) { continue; }
            for (const auto& room : wanted.rooms) {
                auto placed = placed_at(wanted.planned, start, room);
                if (placed.recurrence && !rule_has(*placed.recurrence, date)) { break; }
                // A series gives way to time off, but does not begin in it.
                if (!yield_to_time_off(placed, booked, zones())) { continue; }
                if (placed.recurrence && !placed.recurrence->occurs_on(date)) { continue; }
                if (!find_conflicts(placed, booked, zones()).none()) { continue; }
                slots.push_back({start, room});
                break;
            }
        }
    }
    return slots;
}

}  // namespace

TEST_CASE("what is offered is free, and nothing before it is") {
    CHECK(rc::check([] {
        const std::vector<std::string> in_zones{"America/New_York"};
        auto planned = made_up_session(99, in_zones, one_in(10));
        planned.status = Status::scheduled;
        planned.length = one_of<Length>({Length{15}, Length{50}, Length{90}});
        if (!one_in(5)) { planned.changes.clear(); }
        Wanted wanted{planned, "2027-03-10 09:10", {kRoom1, kHall}};
        wanted.hours = every_day(one_of<std::string>({"00:00-05:00", "00:00-24:00", "01:20-03:40, 13:00-16:00"}));
        wanted.until = "2027-03-18";
        wanted.away = made_up_absences();
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
            wanted.booked.push_back(made_up_session(i, in_zones, false));
        }
        std::vector<TimeOfDay> grid;
        for (auto time = minutes{0}; time < days{1}; time += minutes{15}) { grid.push_back(time); }
        const auto offered = search(wanted);
        RC_ASSERT(tell(offered) == tell(by_brute_force(wanted, grid)));
    }));
}
