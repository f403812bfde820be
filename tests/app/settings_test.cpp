// SPDX-License-Identifier: MIT
// Changes of records, and what they make wrong for what is booked.
#include <catch2/catch.hpp>

#include "app/practice_world.h"

using namespace practice;
using Lines = std::vector<std::string>;

TEST_CASE("A change tells each field, and the same again changes nothing") {
    test::PracticeWorld world;
    app::EntryWords words;
    words.add("capacity", "3");
    CHECK(world.edit_room("Room 2", words).changes.size() == 1);
    const auto made = world.office.made;
    CHECK(world.edit_room("Room 2", words).changes.empty());
    CHECK(world.office.made == made);
}

TEST_CASE("Time off names what it hits, and takes nothing by itself") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-08 09:00"));
    app::EntryWords words;
    words.add("add-time-off", "2026-12-07..2026-12-11");
    static_cast<void>(world.edit_professional("lee", words));
    CHECK(world.notes == Lines{"booked in that time off of Dana Lee, and takes place until it is moved or cancelled: "
                               "practice session cancel 1"});
    CHECK(world.list(*make_date(2026, 12, 8), 1) == Lines{"1 2026-12-08T09:00 lee Room 1"});
}

TEST_CASE("A series yields to the time off that stands, and takes place again when it goes") {
    test::PracticeWorld world;
    app::EntryWords away;
    away.add("add-time-off", "2026-12-07..2026-12-11");
    static_cast<void>(world.edit_professional("lee", away));
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    CHECK(world.list(*make_date(2026, 12, 1), 15) ==
          Lines{"1@2026-12-01 2026-12-01T09:00 lee Room 1", "1@2026-12-15 2026-12-15T09:00 lee Room 1"});
    app::EntryWords back;
    back.add("remove-time-off", "all");
    static_cast<void>(world.edit_professional("lee", back));
    CHECK(world.notes == Lines{"takes place again: 1@2026-12-08"});
    CHECK(world.list(*make_date(2026, 12, 8), 1).size() == 1);
}

TEST_CASE("A smaller room names what is too many in it, with the command that clears it") {
    test::PracticeWorld world;
    auto words = test::PracticeWorld::words("2026-12-08 09:00");
    words.room = "Room 2";
    world.book(words);
    words.professional = "orr";
    words.clients = {"Ben Hill"};
    world.book(words);
    app::EntryWords smaller;
    smaller.add("capacity", "1");
    static_cast<void>(world.edit_room("Room 2", smaller));
    CHECK(world.notes == Lines{"2 is too many in Room 2 beside 1, Tue 2026-12-08 09:00-09:45; another room: practice "
                               "session edit 2 `room ROOM`"});
}
