// SPDX-License-Identifier: MIT
#include "store/sessions/new_sessions.h"

#include <catch2/catch.hpp>

#include "random_sessions.h"
#include "store/journal/journal.h"
#include "store/schema/integrity.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

using practice::test::refused;

/// As the journal has an operation's entries: "sessions 1 through 150".
std::vector<std::string> entries(Database& database, std::int64_t operation) {
    auto row = database.prepare("SELECT table_name, row_key, through FROM changes WHERE operation = $1 ORDER BY id");
    row.bind("$1", operation);
    std::vector<std::string> found;
    while (row.step()) {
        found.push_back(row.string(0) + " " + row.string(1) +
                        (row.is_null(2) ? std::string{} : " through " + row.string(2)));
    }
    return found;
}

void add_many(World& world, int count) {
    world.write([&] {
        NewSessions sessions{world.database, world.zones};
        for (int i = 0; i < count; ++i) { sessions.add(world.session("2026-12-01")); }
        sessions.write();
    });
}

TEST_CASE("sessions that are written many at a time are those that are written one by one") {
    World one_by_one;
    World together;
    RandomSessions random{one_by_one, 7};
    std::vector<Session> made;
    for (int i = 0; i < 150; ++i) {
        made.push_back(random.session());
        made.back().uid = "uid-" + std::to_string(i);
    }
    for (const auto& session : made) { one_by_one.add(session); }
    together.write([&] {
        NewSessions sessions{together.database, together.zones};
        for (std::size_t i = 0; i < made.size(); ++i) {
            CHECK(sessions.add(made[i]) == SessionId{static_cast<std::int64_t>(i) + 1});
        }
        sessions.write();
    });
    CHECK(load_sessions(together.database, {}) == load_sessions(one_by_one.database, {}));
    CHECK_FALSE(find_broken_operation(together.database));
}

TEST_CASE("many new sessions are three entries of the journal, and are undone as what they are") {
    World world;
    add_many(world, 150);
    CHECK(entries(world.database, 2) == std::vector<std::string>{"sessions 1 through 150",
                                                                 "session_clients 1//0 through 150",
                                                                 "session_lines 1//0 through 150"});
    CHECK(load_operation(world.database, {2})->changes == 450);
    CHECK(load_changes(world.database, {2}).size() == 450);
    CHECK(load_changes(world.database, {2})[149].key == "150");
    CHECK(sessions_touched(world.database, {2}).size() == 150);

    auto session = load_session(world.database, {70}).value();
    session.note = "later";
    world.write([&] { update(world.database, session, world.zones); });
    CHECK(world.write([&] { return undo(world.database, {2}); }) ==
          std::vector{Difference{"sessions", "70", Difference::Reason::changed_since, OperationId{3}}});
    CHECK(world.write([&] { return undo(world.database, {3}); }).empty());
    CHECK(world.write([&] { return undo(world.database, {2}); }).empty());
    CHECK(load_sessions(world.database, {}).empty());
    CHECK(world.write([&] { return undo(world.database, {5}); }).empty());
    CHECK(load_sessions(world.database, {}).size() == 150);
    CHECK_FALSE(find_broken_operation(world.database));
}

TEST_CASE("the log of one session, or of one client, knows the entries that are about many") {
    World world;
    add_many(world, 150);  // 2
    auto other = world.session("2026-12-02");
    other.clients = {world.clients[1]};
    world.add(other);  // 3
    const auto numbers = [&](const OperationFilter& filter) {
        std::vector<std::int64_t> ids;
        for (const auto& operation : load_operations(world.database, filter)) { ids.push_back(operation.id.value); }
        return ids;
    };
    OperationFilter of_session;
    of_session.session = SessionNumber{77};
    CHECK(numbers(of_session) == std::vector<std::int64_t>{2});
    of_session.session = SessionNumber{151};
    CHECK(numbers(of_session) == std::vector<std::int64_t>{3});
    of_session.session = SessionNumber{152};
    CHECK(numbers(of_session).empty());
    OperationFilter of_client;
    of_client.client = world.clients[0].id;
    CHECK(numbers(of_client) == std::vector<std::int64_t>{2, 1});
    of_client.client = world.clients[1].id;
    CHECK(numbers(of_client) == std::vector<std::int64_t>{3, 1});
    // Who took part only once is found by what the journal says was there.
    auto session = load_session(world.database, {150}).value();
    session.clients = {world.clients[2]};
    world.write([&] { update(world.database, session, world.zones); });  // 4
    session.clients = {world.clients[3]};
    world.write([&] { update(world.database, session, world.zones); });  // 5
    of_client.client = world.clients[2].id;
    CHECK(numbers(of_client) == std::vector<std::int64_t>{5, 4, 2, 1});
}

TEST_CASE("a row joins an entry only when an undo may take it back with the others") {
    OpenOperation operation;
    operation.open(5, 100);
    CHECK_FALSE(operation.changed());
    const auto insert = [&](const char* table, std::int64_t number, const char* rest = "") {
        operation.insert(table, number, rest);
        return operation.inserted().back();
    };
    CHECK(insert("rooms", 1).change == 101);
    CHECK(insert("rooms", 2).last == 2);  // joins
    CHECK(insert("sessions", 7).change == 102);
    CHECK(insert("session_clients", 7, "//0").change == 103);
    operation.insert("sessions", 8, "");  // joins the one before its clients
    CHECK(operation.inserted()[1].last == 8);
    CHECK(insert("session_clients", 8, "//0").last == 8);
    CHECK(insert("session_clients", 8, "//1").change == 104);
    CHECK(insert("session_clients", 10, "//0").change == 105);  // 9 is missing
    CHECK(insert("rooms", 3).change == 106);                    // sessions since may not need it, but other rows could
    CHECK(insert("session_clients", 11, "//0").change == 107);  // what it needs may be in 106
    CHECK(operation.next_change() == 108);
    CHECK(insert("rooms", 4).change == 109);  // may have the name of what 108 deleted
    CHECK(operation.changed());
}

TEST_CASE("sessions of which one cannot be stored are not kept") {
    World world;
    auto same = world.session("2026-12-01");
    same.ref = "A";
    world.add(same);
    {
        Writing writing{world.database, kNote};
        NewSessions sessions{world.database, world.zones};
        sessions.add(world.session("2026-12-02"));
        sessions.add(same);
        CHECK_THROWS_AS(sessions.write(), ConstraintRefusal);
        CHECK_THAT(refused([&] { writing.commit(); }), Catch::Contains("nothing was written"));
    }
    CHECK(load_sessions(world.database, {}).size() == 1);
    auto long_note = world.session("2026-12-02");
    long_note.note = std::string(65'537, 'x');
    CHECK_THAT(refused([&] { world.add(long_note); }), Catch::Contains("the note is too long"));
    long_note.note.clear();
    for (int i = 0; i < 65'536; ++i) { long_note.note += "é"; }
    CHECK_NOTHROW(world.add(long_note));
    // Nothing of what was refused has used a number up.
    CHECK(load_sessions(world.database, {}).back().id == SessionId{2});
}

}  // namespace
}  // namespace practice::store::test
