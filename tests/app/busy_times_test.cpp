// SPDX-License-Identifier: MIT
// The one question of what could be in the way.
#include "app/query/busy_times.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "app/practice_world.h"

using namespace practice;
using Ids = std::vector<std::int64_t>;

namespace {

Ids ids_of(const app::BusyTimes& busy) {
    Ids ids;
    for (const auto& session : busy.sessions) { ids.push_back(session.id.value); }
    std::ranges::sort(ids);
    return ids;
}

/// 1: Anna Smith with lee in Room 1, weekly; 2: Ben Hill with orr in Room 2; 3: Jo Ng with orr, by video.
class ThreeBooked : public test::PracticeWorld {
public:
    ThreeBooked() {
        book(words("2026-12-01 09:00", "weekly"));
        auto second = words("2026-12-02 11:00");
        second.professional = "orr";
        second.clients = {"Ben Hill"};
        book(second);
        second.clients = {"Jo Ng"};
        second.at = "2026-12-02 14:00";
        second.is_virtual = true;
        book(second);
    }
    Ids asked(const app::BusyQuery& query) { return ids_of(app::busy_times(office, app::Directory{office}, query)); }
    [[nodiscard]] Instant at(int day, int hour) const {
        return office.zone().to_instant(LocalTime{*make_date(2026, 12, static_cast<unsigned>(day))} +
                                        std::chrono::hours{hour});
    }
};

}  // namespace

TEST_CASE("Who shares somebody or a room is in the way, and nobody else") {
    ThreeBooked world;
    const auto first = world.session({1});
    const auto third = world.session({3});
    app::BusyQuery lee{world.office.now};
    lee.add(first.professional.id);
    CHECK(world.asked(lee) == Ids{1});
    app::BusyQuery orr{world.office.now};
    orr.add(third);
    CHECK(world.asked(orr) == Ids{2, 3});
    lee.add(orr);
    CHECK(world.asked(lee) == Ids{1, 2, 3});
}

TEST_CASE("A virtual room is never full, so that nobody asks about it") {
    ThreeBooked world;
    app::BusyQuery video{world.office.now};
    video.add(world.session({3}).room);
    CHECK(video.filter().rooms.empty());
    CHECK(world.asked(video).empty());
}

TEST_CASE("Dates that somebody else has are asked about too") {
    ThreeBooked world;
    auto series = world.session({1});
    series.changes[*make_date(2026, 12, 8)].professional = world.session({2}).professional;
    app::BusyQuery query{series, {}, *world.office.zones};
    CHECK(world.asked(query) == Ids{1, 2, 3});
    ConflictScope only;
    only.only = std::vector{*make_date(2026, 12, 15)};
    CHECK(world.asked({series, only, *world.office.zones}) == Ids{1});
}

TEST_CASE("Instants that newer time-zone data moves by up to a day are found all the same") {
    ThreeBooked world;
    const auto orr = world.session({2}).professional.id;
    const auto found = [&](Instant from, Instant to) {
        app::BusyQuery query{OpenSpan{from, to}};
        query.add(orr);
        return world.asked(query);
    };
    CHECK(found(world.at(2, 12), world.at(2, 13)) == Ids{2, 3});
    CHECK(found(world.at(3, 10), world.at(3, 11)) == Ids{2, 3});
    CHECK(found(world.at(3, 13), world.at(3, 16)) == Ids{3});
    CHECK(found(world.at(4, 9), world.at(4, 10)).empty());
}

TEST_CASE("The time off of those who are asked about comes with it") {
    ThreeBooked world;
    app::EntryWords words;
    words.add("add-time-off", "2026-12-07..2026-12-11");
    world.edit_professional("lee", words);
    const auto away = [&](const Session& session) {
        app::BusyQuery query{world.office.now};
        query.add(session.professional.id);
        return app::busy_times(world.office, app::Directory{world.office}, query).away.size();
    };
    CHECK(away(world.session({1})) == 1);
    CHECK(away(world.session({2})) == 0);
}
