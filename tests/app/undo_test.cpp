// SPDX-License-Identifier: MIT
#include "app/undo/undo_operation.h"

#include <catch2/catch.hpp>

#include "app/practice_world.h"

using namespace practice;
using Lines = std::vector<std::string>;

namespace {

app::TurnedOperation undone(app::Office& office, OperationId id) {
    return app::turn_back(office, app::turns_of(*office.database, app::find_operation(office, id)), app::Turn::undo);
}

app::TurnedOperation redone(app::Office& office, OperationId id) {
    return app::turn_back(office, app::turns_of(*office.database, app::find_operation(office, id)), app::Turn::redo);
}

}  // namespace

TEST_CASE("A booking is taken back, and done again") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00"));
    const auto booked = *world.office.made;
    const auto turned = undone(world.office, booked);
    CHECK(turned.made);
    CHECK(turned.things.size() == 1);
    CHECK(world.list(*make_date(2026, 12, 1), 1).empty());
    static_cast<void>(redone(world.office, booked));
    CHECK(world.list(*make_date(2026, 12, 1), 1) == Lines{"1 2026-12-01T09:00 lee Room 1"});
}

TEST_CASE("What would come back to a time that is taken is refused, and nothing changes") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00"));
    const auto booked = *world.office.made;
    static_cast<void>(undone(world.office, booked));
    auto other = test::PracticeWorld::words("2026-12-01 09:15");
    other.clients = {"Jo Ng"};
    world.book(other);
    CHECK(test::refused([&] { return redone(world.office, booked); }).find("its time has been taken since") !=
          std::string::npos);
    CHECK(world.list(*make_date(2026, 12, 1), 1) == Lines{"2 2026-12-01T09:15 lee Room 1"});
}

TEST_CASE("Numbers that no operation has, and words that are none") {
    test::PracticeWorld world;
    CHECK(test::refused([&] { return app::find_operation(world.office, {99}); }) ==
          "there is no operation 99 | 'practice log' shows them all");
    CHECK(test::refused([] { return app::read_operation_id("last"); }) ==
          "'last' is not the number of an operation | use a number such as 14; 'practice log' shows them");
}
