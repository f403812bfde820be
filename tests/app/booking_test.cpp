// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/practice_world.h"

using namespace practice;
using Lines = std::vector<std::string>;

TEST_CASE("A series is booked from words, and stands on its days") {
    test::PracticeWorld world;
    const auto booked = app::book_session(world.office, test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    CHECK(booked.booking.session.number() == SessionNumber{1});
    CHECK_FALSE(booked.booking.first_free);
    CHECK(world.office.made);
    CHECK(world.list(*make_date(2026, 12, 1), 14) ==
          Lines{"1@2026-12-01 2026-12-01T09:00 lee Room 1", "1@2026-12-08 2026-12-08T09:00 lee Room 1"});
}

TEST_CASE("Without a time the first free one is taken") {
    test::PracticeWorld world;
    auto words = test::PracticeWorld::words("2026-11-23 09:00");
    world.book(words);
    words.at.reset();
    words.clients = {"Jo Ng"};
    const auto second = app::book_session(world.office, words);
    CHECK(second.booking.first_free);
    CHECK(to_string(second.booking.session.start) == "2026-11-23T09:45:00");
}

TEST_CASE("What is taken is refused with the field to change, and nothing is kept") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    auto other = test::PracticeWorld::words("2026-12-08 09:30");
    other.clients = {"Jo Ng"};
    const auto refusal = test::refused([&] { return world.book(other); });
    CHECK(refusal.find("`at '") != std::string::npos);
    CHECK(refusal.find("--") == std::string::npos);
    CHECK(world.list(*make_date(2026, 12, 8), 1) == Lines{"1@2026-12-08 2026-12-08T09:00 lee Room 1"});
}

TEST_CASE("All that is wrong with the words is said at once") {
    test::PracticeWorld world;
    auto words = test::PracticeWorld::words("2026-12-01 09:00", "weely");
    words.services = {"90835"};
    try {
        world.book(words);
        FAIL("was booked");
    } catch (const Refusal& refusal) {
        CHECK(refusal.kind() == RefusalKind::not_found);
        CHECK(refusal.problems().size() == 2);
    }
}

TEST_CASE("A dry run decides all and keeps nothing") {
    test::PracticeWorld world;
    world.office.dry_run = true;
    CHECK(world.book(test::PracticeWorld::words("2026-12-01 09:00")) == SessionId{1});
    CHECK(world.list(*make_date(2026, 12, 1), 1).empty());
    CHECK_FALSE(world.office.made);
}
