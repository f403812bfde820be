// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/practice_world.h"

using namespace practice;

namespace {

app::OccurrenceFilter december(const test::PracticeWorld& world) {
    app::OccurrenceFilter filter;
    filter.from = world.office.zone().to_instant(LocalTime{*make_date(2026, 12, 1)});
    filter.to = world.office.zone().to_instant(LocalTime{*make_date(2027, 1, 1)});
    return filter;
}

app::SessionWords with_orr(const std::string& at) {
    auto words = test::PracticeWorld::words(at);
    words.professional = "orr";
    words.clients = {"Ben Hill"};
    return words;
}

}  // namespace

TEST_CASE("The dates of a window come by their start, whatever they were booked in") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-02 11:00"));
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    CHECK(world.list(*make_date(2026, 12, 1), 8) ==
          std::vector<std::string>{"2@2026-12-01 2026-12-01T09:00 lee Room 1", "1 2026-12-02T11:00 lee Room 1",
                                   "2@2026-12-08 2026-12-08T09:00 lee Room 1"});
}

TEST_CASE("A filter takes what all of its words say") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-02 11:00"));
    world.book(with_orr("2026-12-03 11:00"));
    const app::Directory directory{world.office};
    auto filter = december(world);
    CHECK(app::load_occurrences(world.office, filter).list.size() == 2);
    filter.sessions.professionals = {directory.find_professional("orr").id};
    const auto found = app::load_occurrences(world.office, filter);
    REQUIRE(found.list.size() == 1);
    CHECK(found.list[0].professional().code == "orr");
    filter.sessions.clients = {ClientId{1}};
    CHECK(app::load_occurrences(world.office, filter).list.empty());
}

TEST_CASE("A series is taken as a booking while one of its dates is in the window, or may be") {
    test::PracticeWorld world;
    auto words = test::PracticeWorld::words("2026-12-01 09:00", "weekly");
    words.times = "3";
    const auto series = world.session(world.book(words));
    const auto& zone = world.office.zone();
    const auto at = [&](int month, int day) { return zone.to_instant(LocalTime{*make_date(2026, month, day)}); };
    app::OccurrenceFilter filter;
    CHECK(filter.takes_booking(series, zone));
    filter.from = at(12, 15);
    CHECK(filter.takes_booking(series, zone));
    filter.from = at(12, 16);
    CHECK_FALSE(filter.takes_booking(series, zone));
    filter.from = at(12, 2);
    filter.to = at(12, 8);
    CHECK_FALSE(filter.takes_booking(series, zone));
    filter.to = at(12, 9);
    CHECK(filter.takes_booking(series, zone));
}

TEST_CASE("What runs into a window overlaps it, and what ends where it begins does not") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00"));
    const auto at = [&](int hour, int minute) {
        return world.office.zone().to_instant(LocalTime{*make_date(2026, 12, 1)} + std::chrono::hours{hour} +
                                              std::chrono::minutes{minute});
    };
    const auto overlapping = [&](Instant from, Instant to) {
        return app::load_overlapping(world.office, {}, {from, to}).list.size();
    };
    CHECK(overlapping(at(9, 44), at(12, 0)) == 1);
    CHECK(overlapping(at(9, 45), at(12, 0)) == 0);
    CHECK(overlapping(at(8, 0), at(9, 1)) == 1);
    CHECK(overlapping(at(8, 0), at(9, 0)) == 0);
}
