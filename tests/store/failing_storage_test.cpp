// SPDX-License-Identifier: MIT
// After an I/O error, a full disk or a want of memory SQLite ends the transaction by itself. An import that took the
// failure for a wrong row went on, and each of its later statements was kept alone, outside of the journal.
#include <catch2/catch.hpp>

#include "store/dump.h"
#include "store/journal/lost_rows.h"
#include "store/schema/schema.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

std::int64_t count(Database& database, const char* sql) {
    auto row = database.prepare(sql);
    return row.step() ? row.integer(0) : -1;
}

/// The database can grow by nothing any more.
void fill_disk(Database& database) {
    const auto pages = count(database, "PRAGMA page_count");
    database.run(("PRAGMA max_page_count = " + std::to_string(pages)).c_str());
}

TEST_CASE("once the storage has ended a transaction, every further statement of it is refused") {
    const TemporaryFolder folder;
    World world{Database::open(folder / "practice.db", Access::write)};
    {
        const Writing writing{world.database, kNote};
        // As SQLite does it after a failure.
        sqlite3_exec(world.database.connection().handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        CHECK_THROWS_AS(insert(world.database, world.session("2026-12-01"), world.zones), StorageRefusal);
        CHECK_THROWS_AS(world.database.run("DELETE FROM sessions"), StorageRefusal);
        CHECK_THROWS_AS(load_clients(world.database), StorageRefusal);
    }
    CHECK(load_clients(world.database).size() == 6);
    CHECK(load_sessions(world.database, {}).empty());
    CHECK(world.add(world.session("2026-12-01")).value == 1);
}

TEST_CASE("a full disk in the middle of many sessions leaves none of them, even to one that goes on") {
    const TemporaryFolder folder;
    World world{Database::open(folder / "practice.db", Access::write)};
    fill_disk(world.database);
    {
        Writing writing{world.database, kNote};
        int refused = 0;
        for (int i = 0; i < 3000; ++i) {
            try {
                auto session = world.session("2026-12-01");
                session.note = std::string(300, 'x');
                insert(world.database, session, world.zones);
            } catch (const StorageRefusal&) { ++refused; }
        }
        CHECK(refused > 0);
        CHECK_THROWS_AS(writing.commit(), Refusal);
    }
    CHECK(count(world.database, "SELECT count(*) FROM sessions") == 0);
    CHECK(count(world.database, "SELECT count(*) FROM changes WHERE operation > 1") == 0);
    CHECK(count(world.database, "SELECT count(*) FROM operations") == 1);
}

TEST_CASE("what is wrong with a value is told apart from a storage that fails") {
    for (const int code : {SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_WRITE, SQLITE_NOMEM, SQLITE_CORRUPT, SQLITE_BUSY,
                           SQLITE_INTERRUPT, SQLITE_ERROR, SQLITE_READONLY}) {
        CHECK_THROWS_AS(refuse(code, {}), StorageRefusal);
    }
    CHECK_THROWS_AS(refuse(SQLITE_CONSTRAINT_CHECK, {}), ConstraintRefusal);
    for (const int code : {SQLITE_CONSTRAINT_CHECK, SQLITE_TOOBIG}) {
        try {
            refuse(code, {});
        } catch (const StorageRefusal&) { FAIL("a value is wrong"); } catch (const Refusal&) {
        }
    }
}

TEST_CASE("sessions without client or service, and rows that no operation stored, are found") {
    World world;
    world.add(world.session("2026-12-01"));
    world.add(world.session("2026-12-02"));
    CHECK(find_sessions_by_halves(world.database).empty());
    CHECK(find_unrecorded_rows(world.database).empty());
    world.write([&] { world.database.run("DELETE FROM session_lines WHERE session = 1"); });
    world.write([&] { world.database.run("DELETE FROM session_clients WHERE session = 2"); });
    CHECK(find_sessions_by_halves(world.database) == std::vector<SessionId>{{1}, {2}});
    world.database.run("DROP TRIGGER journal_session_clients_insert");
    world.database.run("INSERT INTO session_clients (session, slot, position, client) VALUES (2, '', 7, 1)");
    const auto found = find_unrecorded_rows(world.database);
    REQUIRE(found.size() == 1);
    CHECK(found[0].table == "session_clients");
    CHECK(found[0].rows == 1);
}

TEST_CASE("what was written past the journal is found in every table") {
    World world;
    world.add(world.session("2026-12-01"));
    world.add(world.session("2026-12-02"));
    world.write([&] { world.database.run("UPDATE sessions SET note = 'moved' WHERE id = 1"); });
    world.write([&] { world.database.run("DELETE FROM session_lines WHERE session = 2"); });
    REQUIRE(find_rows_past_journal(world.database).empty());
    const auto rows_of = [&](std::string_view table) {
        for (const auto& rows : find_rows_past_journal(world.database)) {
            if (rows.table == table) { return rows; }
        }
        return RowsPastJournal{};
    };
    drop_journal_triggers(world.database);
    world.database.run(
        "INSERT INTO clients (name, name_folded, archived) VALUES ('Eve Past', 'eve past', 0);"
        "UPDATE sessions SET note = 'altered' WHERE id = 1;"
        "UPDATE rooms SET address = 'of which nothing is known' WHERE id = 1;"
        "DELETE FROM session_clients WHERE session = 2");
    CHECK(rows_of("clients").stored == 1);
    CHECK(rows_of("sessions").changed == 1);
    CHECK(rows_of("session_clients").removed == 1);
    CHECK(find_rows_past_journal(world.database).size() == 3);
}

// doctor --fix mended the times, and said that another program had written into the file.
TEST_CASE("what is computed from the other columns is no change past the journal") {
    World world;
    world.add(world.session("2026-12-01"));
    world.write([&] { world.database.run("UPDATE sessions SET note = 'moved' WHERE id = 1"); });
    drop_journal_triggers(world.database);
    world.database.run("UPDATE sessions SET starts_at = starts_at + 3600, ends_at = ends_at + 3600 WHERE id = 1");
    CHECK(find_rows_past_journal(world.database).empty());
    world.database.run("UPDATE sessions SET start_local = '2026-12-01T15:00' WHERE id = 1");
    CHECK(find_rows_past_journal(world.database).size() == 1);
}

TEST_CASE("a row that came back after it was removed is not past the journal") {
    World world;
    world.add(world.session("2026-12-01"));
    const auto row = "INSERT INTO session_dates (session, kind, date) VALUES (1, 'excluded', '2026-12-08')";
    const auto gone = "DELETE FROM session_dates WHERE session = 1";
    world.write([&] { world.database.run(row); });
    world.write([&] {
        world.database.run(gone);
        world.database.run(row);
    });
    CHECK(find_rows_past_journal(world.database).empty());
    world.write([&] {
        world.database.run(gone);
        world.database.run(row);
        world.database.run(gone);
    });
    CHECK(find_rows_past_journal(world.database).empty());
}

}  // namespace
}  // namespace practice::store::test
