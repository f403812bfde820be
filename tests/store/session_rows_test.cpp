// SPDX-License-Identifier: MIT
#include "store/sessions/session_rows.h"

#include <catch2/catch.hpp>

#include "practice/refusal.h"
#include "random_sessions.h"
#include "store/uid.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

using practice::test::refused;

TEST_CASE("a session comes back as it was stored, with the number and identity it was given") {
    World world;
    auto session = world.session("2026-12-01");
    session.clients.push_back(world.clients[3]);
    session.note = "door code at the desk";
    const auto id = world.add(session);
    CHECK(id == SessionId{1});

    const auto stored = load_session(world.database, id);
    REQUIRE(stored);
    CHECK(stored->uid.size() == 36);
    session.id = id;
    session.uid = stored->uid;
    CHECK(*stored == session);
    CHECK_FALSE(load_session(world.database, {2}));
}

TEST_CASE("whatever a session is, it is stored and changed without loss") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        World world;
        RandomSessions random{world, seed};
        auto first = random.session();
        first.id = world.add(first);
        first.uid = load_session(world.database, first.id).value().uid;
        REQUIRE(load_session(world.database, first.id) == first);

        auto second = random.session();
        second.id = first.id;
        second.uid = first.uid;
        world.write([&] { update(world.database, second, world.zones); });
        REQUIRE(load_session(world.database, first.id) == second);
    }
}

TEST_CASE("a change that changes nothing writes nothing") {
    World world;
    RandomSessions random{world, 7};
    for (int i = 0; i < 50; ++i) {
        const auto id = world.add(random.session());
        Writing writing{world.database, kNote};
        update(world.database, load_session(world.database, id).value(), world.zones);
        CHECK_FALSE(writing.changed());
    }
}

TEST_CASE("moving a session writes its own row only") {
    World world;
    const auto id = world.add(world.session("2026-12-01"));
    auto session = load_session(world.database, id).value();
    session.start += std::chrono::hours{1};
    world.write([&] { update(world.database, session, world.zones); });
    auto changes = world.database.prepare("SELECT count(*) FROM changes WHERE operation = 3");
    REQUIRE(changes.step());
    CHECK(changes.integer(0) == 1);
}

TEST_CASE("a deleted session is gone with all that belongs to it, and its number is not used again") {
    World world;
    RandomSessions random{world, 3};
    for (int i = 0; i < 30; ++i) { world.add(random.session()); }
    world.write([&] {
        for (std::int64_t id = 1; id <= 30; ++id) { erase(world.database, SessionId{id}); }
    });
    for (const char* sql : {"SELECT count(*) FROM sessions", "SELECT count(*) FROM session_clients",
                            "SELECT count(*) FROM session_lines", "SELECT count(*) FROM session_attendance",
                            "SELECT count(*) FROM session_dates", "SELECT count(*) FROM slot_changes"}) {
        auto row = world.database.prepare(sql);
        REQUIRE(row.step());
        CHECK(row.integer(0) == 0);
    }
    CHECK(world.add(world.session("2026-12-01")) == SessionId{31});
}

TEST_CASE("a session is found by the reference it was imported under, which is its alone") {
    World world;
    auto session = world.session("2026-12-01");
    session.ref = "row-17";
    const auto id = world.add(session);
    CHECK(load_session_by_ref(world.database, "row-17").value().id == id);
    CHECK_FALSE(load_session_by_ref(world.database, "row-18"));
    CHECK_FALSE(load_session_by_ref(world.database, ""));
    CHECK_THAT(refused([&] { return world.add(session); }), Catch::Contains("'row-17'"));
}

TEST_CASE("what cannot be stored is refused in words") {
    World world;
    const auto add = [&](auto&& spoil) {
        auto session = world.session("2026-12-01");
        spoil(session);
        return refused([&] { return world.add(session); });
    };
    CHECK_THAT(add([](Session& s) { s.time_zone = "Mars/Olympus"; }), Catch::Contains("'Mars/Olympus'"));
    CHECK_THAT(add([](Session& s) { s.lines[0].price.currency = Currency::from_code("EUR").value(); }),
               Catch::Contains("EUR") && Catch::Contains("USD"));
    CHECK_THAT(add([](Session& s) { s.note = std::string("a\0b", 3); }), Catch::Contains("NUL"));
    CHECK_THAT(add([](Session& s) { s.length = Length{1441}; }), Catch::Contains("out of range"));
    CHECK_THAT(add([](Session& s) { s.professional.id = {99}; }), Catch::Contains("not consistent"));
    CHECK_THAT(add([](Session& s) { s.clients[0].id = {99}; }), Catch::Contains("not consistent"));
    CHECK(load_sessions(world.database, {}).empty());
}

TEST_CASE("a series without a single date can be stored") {
    World world;
    const auto id = world.add(world.series("2026-12-01", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
    CHECK(load_session(world.database, id).value().recurrence->last() == std::nullopt);
}

TEST_CASE("the instants beside a session are those of its first and last occurrence") {
    World world;
    const auto instants = [&](const Session& session) {
        const auto id = world.add(session);
        auto row = world.database.prepare("SELECT starts_at, ends_at, last_date FROM sessions WHERE id = $1");
        REQUIRE(row.bind("$1", id.value).step());
        return std::tuple{row.integer(0), row.optional_integer(1), row.string(2)};
    };
    const auto hour = std::int64_t{3600};
    const auto december = utc("2026-12-01", 19).time_since_epoch().count();  // 14:00 in New York
    CHECK(instants(world.session("2026-12-01")) == std::tuple{december, december + 45 * 60, ""});
    CHECK(instants(world.series("2026-12-01", "FREQ=WEEKLY")) == std::tuple{december, std::nullopt, ""});
    // The last of these is in summer: an hour earlier in UTC.
    const auto july = utc("2027-07-01", 18).time_since_epoch().count();
    CHECK(instants(world.series("2026-12-01", "FREQ=MONTHLY;COUNT=8")) ==
          std::tuple{december, july + hour * 3 / 4, "2027-07-01"});
}

TEST_CASE("the parts of a series are found by its number, as they follow one another, and by no other") {
    World world;
    const auto first = world.add(world.series("2026-12-01", "FREQ=WEEKLY;COUNT=2"));
    world.add(world.series("2026-12-02", "FREQ=WEEKLY"));  // another series
    auto part = world.series("2027-01-05", "FREQ=WEEKLY");
    part.first_part = first;
    const auto last = world.add(part);
    part.start -= std::chrono::days{21};
    const auto between = world.add(part);

    std::vector<SessionId> found;
    for (const auto& one : load_parts(world.database, {1})) {
        CHECK(one.number() == SessionNumber{1});
        found.push_back(one.id);
    }
    CHECK(found == std::vector{first, between, last});
    CHECK(load_parts(world.database, {2}).size() == 1);
    CHECK(load_parts(world.database, {3}).empty());  // the number of no session, but a part's row
    CHECK(number_of(world.database, last) == SessionNumber{1});
    CHECK(number_of(world.database, {2}) == SessionNumber{2});
}

TEST_CASE("identities are UUIDs that differ, and sort as they were made") {
    std::vector<std::string> made(100'000);
    std::generate(made.begin(), made.end(), new_uid);
    CHECK_THAT(made.front(), Catch::Matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    CHECK(std::is_sorted(made.begin(), made.end()));
    CHECK(std::adjacent_find(made.begin(), made.end()) == made.end());
    // What follows the count is random: nobody can tell one from another.
    std::set<std::string> ends;
    for (const auto& uid : made) { ends.insert(uid.substr(24)); }
    CHECK(ends.size() == made.size());
}

}  // namespace
}  // namespace practice::store::test
