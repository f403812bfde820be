// SPDX-License-Identifier: MIT
// The first column that was added to a table broke the undo of everything before it: "it is not what the log says".
#include <catch2/catch.hpp>

#include "practice/refusal.h"
#include "store/dump.h"
#include "store/journal/journal.h"
#include "store/journal/journal_chain.h"
#include "store/rows/row_values.h"
#include "store/schema/integrity.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

/// Leaves a column out of every image of a table, as if the column had been added after all that was done so far.
void make_older_than(World& world, const std::string& table, const std::string& column) {
    auto& database = world.database;
    for (const char* trigger : {"changes_keep", "operations_keep"}) {
        database.run(("DROP TRIGGER IF EXISTS " + std::string{trigger}).c_str());
    }
    for (const std::string image : {"before", "after"}) {
        database.run(("UPDATE changes SET " + image + " = json_remove(" + image + ", '$." + column +
                      "') WHERE table_name = '" + table + "'")
                         .c_str());
    }
    for (std::int64_t id = 1;; ++id) {
        const auto hash = operation_hash(database, id);
        if (hash.empty()) { break; }
        database.prepare("UPDATE operations SET hash = $2 WHERE id = $1").bind("$1", id).bind("$2", hash).execute();
    }
}

struct Used : World {
    Used() {
        auto client = load_clients(database)[0];
        client.phone = "555 0199";
        write([&] { update(database, client); });      // 2
        write([&] { erase(database, ClientId{6}); });  // 3
        add(session("2026-12-01"));                    // 4
        auto changed = load_session(database, {1}).value();
        changed.start += std::chrono::hours{1};
        write([&] { update(database, changed, zones); });  // 5
        write([&] { erase(database, SessionId{1}); });     // 6
        make_older_than(*this, "clients", "time_zone");
        make_older_than(*this, "sessions", "note");
        make_older_than(*this, "session_lines", "description");
    }
    bool undone(std::int64_t id) {
        return write([&] { return undo(database, {id}); }).empty();
    }
};

TEST_CASE("what was done before a column was added is undone and done again") {
    Used world;
    REQUIRE_FALSE(find_broken_operation(world.database));
    CHECK(world.undone(6));  // 7
    CHECK(load_session(world.database, {1}).value().start == date("2026-12-01") + std::chrono::hours{15});
    CHECK(world.undone(5));
    CHECK(load_session(world.database, {1}).value().start == date("2026-12-01") + std::chrono::hours{14});
    CHECK(world.undone(3));
    CHECK(load_clients(world.database).size() == 6);
    CHECK(world.undone(2));
    CHECK(load_clients(world.database)[0].phone.empty());
    CHECK(world.undone(10));  // the undo of 2
    CHECK(load_clients(world.database)[0].phone == "555 0199");
    CHECK(world.undone(4));
    CHECK(load_sessions(world.database, {}).empty());
    CHECK_FALSE(find_broken_operation(world.database));
}

TEST_CASE("what the new column was given since is neither lost nor passed over by an undo of something older") {
    Used world;
    auto client = load_clients(world.database)[0];
    client.time_zone = "Etc/UTC";
    world.write([&] { update(world.database, client); });  // 7
    CHECK(world.write([&] { return undo(world.database, {2}); }) ==
          std::vector{Difference{"clients", "1", Difference::Reason::changed_since, OperationId{7}}});
    CHECK(world.undone(7));
    CHECK(world.undone(2));
}

TEST_CASE("a missing column is the column's default") {
    auto database = Database::in_memory();
    constexpr std::string_view names[] = {"id", "a", "b", "c"};
    const Table table{"grown", names, 1};
    database.run("CREATE TABLE grown (id INTEGER PRIMARY KEY, a TEXT) STRICT");
    database.run("ALTER TABLE grown ADD COLUMN b INTEGER NOT NULL DEFAULT 7");
    database.run("ALTER TABLE grown ADD COLUMN c TEXT DEFAULT 'it''s'");
    CHECK(same_row(database, table, R"({"id":1,"a":null})", R"({"id":1,"a":null,"b":7,"c":"it's"})"));
    CHECK(same_row(database, table, R"({"id":1,"b":7})", R"({"c":"it's","a":null,"id":1})"));
    CHECK_FALSE(same_row(database, table, R"({"id":1})", R"({"id":1,"b":8})"));
    CHECK_FALSE(same_row(database, table, R"({"id":1})", R"({"id":1,"c":null})"));
    CHECK_FALSE(same_row(database, table, R"({"id":1,"a":"7"})", R"({"id":1,"a":7})"));
}

TEST_CASE("a dump of an older version fills the tables of that version, which are then brought up to date") {
    auto database = Database::in_memory();
    Load load{database};
    load.begin(1);
    CHECK_THROWS_AS(load.add({"feeds", {{"id", std::int64_t{1}}}}), Refusal);  // there were none
    load.add({"rooms",
              {{"id", std::int64_t{1}},
               {"name", "Room 1"},
               {"name_folded", "room 1"},
               {"kind", "in-person"},
               {"capacity", std::int64_t{1}},
               {"address", StoredValue{}},
               {"link", StoredValue{}},
               {"archived", std::int64_t{0}}}});
    const FixedZones zones;
    CHECK(load.faults(zones).empty());
    load.commit();
    CHECK(load_rooms(database).size() == 1);
    CHECK(load_feeds(database).empty());
    CHECK(find_foreign_tables(database).empty());
}

}  // namespace
}  // namespace practice::store::test
