// SPDX-License-Identifier: MIT
// The list of tables, from which the journal is made, says what the tables say.
#include "store/schema/schema.h"

#include <catch2/catch.hpp>
#include <set>

#include "practice/refusal.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/version_copy.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

std::vector<std::string> strings(Database& database, const std::string& sql) {
    auto row = database.prepare_text(sql);
    std::vector<std::string> list;
    while (row.step()) { list.push_back(row.string(0)); }
    return list;
}

/// Without what the last three steps add.
void take_back_steps_5_to_8(Database& database) {
    database.run("DROP TABLE session_clashes");
    database.run("DROP TABLE practice_identity");
    database.run("DROP TABLE session_yields");
    database.run("DROP INDEX sessions_first_part");
    for (const char* sql :
         {"DROP TRIGGER journal_sessions_insert", "DROP TRIGGER journal_sessions_update",
          "DROP TRIGGER journal_sessions_delete", "ALTER TABLE sessions DROP COLUMN length_said",
          "ALTER TABLE sessions DROP COLUMN former_end", "ALTER TABLE sessions DROP COLUMN first_part"}) {
        database.run(sql);
    }
    database.run("DROP TRIGGER sessions_keep_sequence");
    database.run("DROP TABLE uid_sequences");
}

TEST_CASE("every table but the journal's own is in the list, with all its columns and its key") {
    auto database = Database::in_memory();
    std::set<std::string> listed;
    for (const auto& table : tables()) {
        const std::string name{table.name};
        listed.insert(name);
        CAPTURE(name);
        CHECK(strings(database, "SELECT name FROM pragma_table_info('" + name + "')") ==
              std::vector<std::string>(table.columns.begin(), table.columns.end()));
        CHECK(strings(database, "SELECT name FROM pragma_table_info('" + name + "') WHERE pk > 0 ORDER BY pk") ==
              std::vector<std::string>(table.columns.begin(), table.columns.begin() + static_cast<long>(table.keys)));
    }
    const auto stored = strings(database,
                                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN"
                                " ('operations', 'changes', 'practice_identity', 'uid_sequences', 'sqlite_sequence')");
    CHECK(std::set<std::string>(stored.begin(), stored.end()) == listed);
}

TEST_CASE("all triggers of a database are this program's own, and no other names are") {
    auto database = Database::in_memory();
    auto trigger = database.prepare("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'");
    int seen = 0;
    for (; trigger.step(); ++seen) {
        CAPTURE(trigger.string(0));
        CHECK(is_own_trigger(trigger.text(0), trigger.text(1)));
    }
    CHECK(seen > 3 * static_cast<int>(tables().size()));
    CHECK_FALSE(is_own_trigger("journal_rooms_insert", "sessions"));
    CHECK_FALSE(is_own_trigger("journal_rooms_insert2", "rooms"));
    CHECK_FALSE(is_own_trigger("journal_operations_insert", "operations"));
    CHECK_FALSE(is_own_trigger("operations_keep", "changes"));
    CHECK_FALSE(is_own_trigger("", ""));
}

TEST_CASE("every table has the journal's three triggers, with every column in their images") {
    auto database = Database::in_memory();
    for (const auto& table : tables()) {
        for (const std::string action : {"insert", "update", "delete"}) {
            const auto sql =
                strings(database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'journal_" +
                                      std::string{table.name} + "_" + action + "'");
            REQUIRE(sql.size() == 1);
            for (const auto column : table.columns) {
                const auto named = "'" + std::string{column} + "', ";
                if (action != "insert") { CHECK_THAT(sql[0], Catch::Contains(named + "OLD." + std::string{column})); }
                if (action == "update") { CHECK_THAT(sql[0], Catch::Contains(named + "NEW." + std::string{column})); }
            }
        }
    }
}

TEST_CASE("tables take only what belongs in them") {
    auto database = Database::in_memory();
    const auto strict =
        strings(database, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'");
    for (const auto& sql : strict) { CHECK_THAT(sql, Catch::Contains("STRICT")); }
}

/// As the first version made them, with one session.
void make_older(const std::filesystem::path& file) {
    World world{Database::open(file, Access::write)};
    world.add(world.session("2026-12-01"));
    // Without what the later steps add.
    world.database.run("DROP TABLE imported_rows");
    take_back_steps_5_to_8(world.database);
    world.database.run("DROP INDEX sessions_uid");
    world.database.run("DROP TABLE feed_filters");
    world.database.run("DROP TABLE feeds");
    world.database.run("ALTER TABLE changes DROP COLUMN through");
    world.database.run("PRAGMA user_version = 1");
}

std::int64_t version_of_file(const std::filesystem::path& file) {
    auto as_it_is = Database::open(file, Access::read, {.older = OlderFile::as_it_is});
    return version_of(as_it_is);
}

void add_one_more(Database& database) {
    const World made;
    Writing writing{database, kNote};
    insert(database, made.session("2026-12-02"), made.zones);
    writing.commit();
}

TEST_CASE("an older file is brought up to date, and a sound copy of it as it was stays beside it") {
    const TemporaryFolder folder;
    const auto file = folder / "practice.db";
    make_older(file);
    auto database = Database::open(file, Access::write, {.older = OlderFile::brought_up_to_date});
    CHECK(strings(database, "PRAGMA user_version") == std::vector{std::to_string(schema_version())});
    CHECK(strings(database, "SELECT name FROM sqlite_schema WHERE name = 'sessions_uid'").size() == 1);
    CHECK(load_session(database, {1}).has_value());
    CHECK(load_clients(database).size() == 6);

    const auto copy = copy_of_version(file, 1);
    CHECK((std::filesystem::status(copy).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(version_of_file(copy) == 1);
    auto restored = Database::open(copy, Access::write);
    CHECK(load_session(restored, {1}).has_value());
}

TEST_CASE("an older file is brought up to date by the first change that is kept, and by nothing else") {
    const TemporaryFolder folder;
    const auto file = folder / "practice.db";
    make_older(file);
    auto database = Database::open(file, Access::write);
    auto client = load_clients(database).front();
    {
        const Writing writing{database, kNote};
        client.note = "not kept";
        update(database, client);
        CHECK(load_clients(database).front().note == "not kept");
    }
    CHECK(load_clients(database).front().note.empty());  // of the copy again
    {
        Writing nothing{database, kNote};
        nothing.commit();
    }
    CHECK(version_of_file(file) == 1);
    CHECK(!std::filesystem::exists(copy_of_version(file, 1)));
    {
        Writing writing{database, kNote};
        client.note = "kept";
        update(database, client);
        writing.commit();
    }
    CHECK(load_clients(database).front().note == "kept");
    CHECK(version_of_file(file) == schema_version());
    CHECK(version_of_file(copy_of_version(file, 1)) == 1);
    {
        Writing writing{database, kNote};
        client.note = "again";
        update(database, client);
        writing.commit();
    }
    CHECK(load_clients(database).front().note == "again");
}

TEST_CASE("what keeps nothing leaves an older file alone, whatever it commits") {
    const TemporaryFolder folder;
    const auto file = folder / "practice.db";
    make_older(file);
    auto database = Database::open(file, Access::write, {.keeps_nothing = true});
    add_one_more(database);
    CHECK(load_session(database, {2}).has_value());
    CHECK(version_of_file(file) == 1);
    auto again = Database::open(file, Access::read);
    CHECK(!load_session(again, {2}).has_value());
}

TEST_CASE("without a copy an older file is left as it is") {
    const TemporaryFolder folder;
    const auto file = folder / "practice.db";
    make_older(file);
    std::filesystem::create_directories(copy_of_version(file, 1) / "in-the-way");
    CHECK_THROWS_AS(Database::open(file, Access::write, {.older = OlderFile::brought_up_to_date}), Refusal);
    {
        auto database = Database::open(file, Access::write);
        CHECK_THROWS_AS(add_one_more(database), Refusal);
    }
    CHECK(version_of_file(file) == 1);
    std::filesystem::remove_all(copy_of_version(file, 1));
    auto database = Database::open(file, Access::write);
    add_one_more(database);
    CHECK(version_of_file(file) == schema_version());
}

TEST_CASE("nothing is written outside of an operation") {
    World world;
    for (const char* sql :
         {"UPDATE clients SET name = 'x'", "DELETE FROM client_professionals WHERE client = 99", "DELETE FROM services",
          "INSERT INTO recurrences (name, rule, archived) VALUES ('a', 'b', 0)"}) {
        try {
            world.database.run(sql);
        } catch (const ConstraintRefusal&) {}
    }
    CHECK(load_clients(world.database)[0].name.text == "Anna Smith");
    CHECK(load_services(world.database).size() == 2);
    CHECK(load_recurrences(world.database).empty());
}

TEST_CASE("the journal is append-only") {
    World world;
    Writing writing{world.database, kNote};
    for (const char* sql :
         {"UPDATE changes SET table_name = 'x'", "DELETE FROM changes", "UPDATE operations SET who = 'x' WHERE id = 1",
          "DELETE FROM operations",
          "REPLACE INTO changes (id, operation, table_name, row_key, action) VALUES (1, 2, 'x', '1', 'insert')",
          "REPLACE INTO operations (id, at, who, command, direction) VALUES (1, 1, 'x', 'x', 'forward')",
          "INSERT INTO operations (at, who, command, direction) VALUES (1, 'x', 'x', 'forward')"}) {
        CAPTURE(sql);
        CHECK_THROWS_AS(world.database.run(sql), Refusal);
    }
}

}  // namespace
}  // namespace practice::store::test
