// SPDX-License-Identifier: MIT
// Pages of sessions: put together they are what is found at once, whatever their size.
#include <catch2/catch.hpp>

#include "random_sessions.h"

namespace practice::store::test {

TEST_CASE("pages put together are the whole, in its order") {
    World world;
    RandomSessions random{world, 12};
    world.write([&] {
        for (int i = 0; i < 60; ++i) { insert(world.database, random.session(), world.zones); }
    });
    // Ids far apart make pages of their own.
    world.write([&] {
        for (const int id : {700, 701, 5000}) {
            auto session = random.session();
            session.id = {id};
            insert(world.database, session, world.zones);
        }
    });
    SessionFilter filter;
    for (const auto& from : {std::optional<Instant>{}, std::optional{utc("2026-12-01")}}) {
        filter.from = from;
        const auto whole = load_sessions(world.database, filter);
        REQUIRE(whole.size() < 64);
        for (const std::size_t most : {1, 7, 30, 60, 1000}) {
            std::vector<Session> together;
            each_session(world.database, filter, most, [&](const Session& session) { together.push_back(session); });
            REQUIRE(together == whole);
        }
    }
}

}  // namespace practice::store::test
