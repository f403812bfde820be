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
    SessionFilter filter;
    for (const auto& from : {std::optional<Instant>{}, std::optional{utc("2026-12-01")}}) {
        filter.from = from;
        filter.page.reset();
        const auto whole = load_sessions(world.database, filter);
        for (const int most : {1, 7, 30, 60, 1000}) {
            std::vector<Session> together;
            filter.page = {{}, most};
            for (auto page = load_sessions(world.database, filter); !page.empty();
                 page = load_sessions(world.database, filter)) {
                REQUIRE(page.size() <= static_cast<std::size_t>(most));
                together.insert(together.end(), page.begin(), page.end());
                filter.page->after = page.back().id;
            }
            REQUIRE(together == whole);
        }
    }
}

}  // namespace practice::store::test
