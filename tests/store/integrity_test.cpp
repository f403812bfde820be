// SPDX-License-Identifier: MIT
#include "store/schema/integrity.h"

#include <catch2/catch.hpp>

#include "store/journal/journal_chain.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

TEST_CASE("a sound database has no faults") {
    World world;
    world.add(world.session("2026-12-01"));
    CHECK(count_faults(world.database) == 0);
    CHECK(find_dangling_rows(world.database).empty());
    CHECK_FALSE(find_broken_operation(world.database));
    CHECK(journal_head(world.database).size() == 64);
    auto empty = Database::in_memory();
    CHECK(journal_head(empty).empty());
    CHECK_FALSE(find_broken_operation(empty));
}

TEST_CASE("a journal that was altered no longer fits its chain") {
    for (const auto& [tampering, found] : std::vector<std::pair<const char*, std::int64_t>>{
             {"UPDATE operations SET who = 'nobody' WHERE id = 2", 2},
             {"UPDATE operations SET at = at + 1 WHERE id = 3", 3},
             {"UPDATE changes SET before = '{}' WHERE operation = 3", 3},
             {"UPDATE changes SET row_key = '9' WHERE operation = 2 AND table_name = 'sessions'", 2},
             {"DELETE FROM changes WHERE operation = 2 AND table_name = 'sessions'", 2},
             {"DELETE FROM operations WHERE id = 2", 3},
             {"INSERT INTO changes (operation, table_name, row_key, action) VALUES (3, 'sessions', '1', 'insert')",
              3}}) {
        World world;
        const auto id = world.add(world.session("2026-12-01"));
        world.write([&] { erase(world.database, id); });
        REQUIRE_FALSE(find_broken_operation(world.database));
        for (const char* trigger : {"operations_keep", "operations_stay", "changes_keep", "changes_stay"}) {
            world.database.run(("DROP TRIGGER " + std::string{trigger}).c_str());
        }
        world.database.run(tampering);
        CAPTURE(tampering);
        CHECK(find_broken_operation(world.database) == OperationId{found});
    }
}

TEST_CASE("a row that refers to nothing is found") {
    World world;
    world.add(world.session("2026-12-01"));
    world.database.run("PRAGMA foreign_keys = OFF");
    world.write([&] { world.database.run("DELETE FROM clients WHERE id = 1"); });
    const auto dangling = find_dangling_rows(world.database);
    REQUIRE(dangling.size() == 1);
    CHECK(dangling[0].table == "session_clients");
    CHECK(dangling[0].missing_from == "clients");
    CHECK(dangling[0].rows == 1);
}

}  // namespace
}  // namespace practice::store::test
