// SPDX-License-Identifier: MIT
#include "store/journal/journal.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

#include "random_sessions.h"
#include "store/schema/integrity.h"
#include "store/schema/schema.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

using practice::test::refused;

/// A table without what only rises.
std::string comparable_image(const Table& table) {
    std::vector<std::string_view> columns;
    std::ranges::remove_copy_if(table.columns, std::back_inserter(columns), [&](std::string_view column) {
        return std::ranges::find(table.rising, column) != table.rising.end();
    });
    return image_sql({table.name, columns, table.keys}, "");
}

/// Every row of every table, as one text.
std::string contents(Database& database) {
    std::string all;
    for (const auto& table : tables()) {
        auto row = database.prepare_text("SELECT " + comparable_image(table) + " FROM " + std::string{table.name} +
                                         " ORDER BY " + key_sql(table, ""));
        while (row.step()) { all.append(table.name).append(" ").append(row.text(0)).append("\n"); }
    }
    return all;
}

std::vector<Difference> undo_last(World& world) {
    const auto last = next_to_undo(world.database).value();
    return world.write([&] { return undo(world.database, last); });
}
std::vector<Difference> redo_last(World& world) {
    const auto last = next_to_redo(world.database).value();
    return world.write([&] { return undo(world.database, last); });
}

TEST_CASE("operations are listed newest first, a page at a time, or those of one session") {
    World world;
    world.add(world.session("2026-12-01"));
    world.add(world.series("2026-12-02", "FREQ=WEEKLY"));
    auto series = load_session(world.database, {2}).value();
    series.changes[date("2026-12-09")].status = Status::cancelled;
    world.write([&] { update(world.database, series, world.zones); });

    const auto numbers = [&](const OperationFilter& filter) {
        std::vector<std::int64_t> ids;
        for (const auto& operation : load_operations(world.database, filter)) { ids.push_back(operation.id.value); }
        return ids;
    };
    CHECK(numbers({}) == std::vector<std::int64_t>{4, 3, 2, 1});
    OperationFilter page;
    page.older_than = OperationId{4};
    page.most = 2;
    CHECK(numbers(page) == std::vector<std::int64_t>{3, 2});
    OperationFilter of_session;
    of_session.session = SessionNumber{2};
    CHECK(numbers(of_session) == std::vector<std::int64_t>{4, 3});

    const auto operation = load_operation(world.database, {3}).value();
    CHECK(operation.who == "dana");
    CHECK(operation.at == kNote.at);
    CHECK(operation.changes == 3);  // the session, its client, its line
    CHECK(operation.hash.size() == 64);
    CHECK_FALSE(load_operation(world.database, {99}));
}

TEST_CASE("changes show each row before and after, inserted ones as they were then") {
    World world;
    world.add(world.session("2026-12-01"));
    auto session = load_session(world.database, {1}).value();
    session.note = "moved";
    world.write([&] { update(world.database, session, world.zones); });
    world.write([&] { erase(world.database, SessionId{1}); });

    const auto inserted = load_changes(world.database, {2});
    REQUIRE(inserted.size() == 3);
    CHECK(inserted[0].table == "sessions");
    CHECK(inserted[0].key == "1");
    CHECK(inserted[1].key == "1//0");
    CHECK_FALSE(inserted[0].before);
    CHECK_THAT(inserted[0].after.value(), Catch::Contains("\"note\":null"));
    CHECK_THAT(inserted[2].after.value(), Catch::Contains("\"code\":\"90834\""));

    const auto updated = load_changes(world.database, {3});
    REQUIRE(updated.size() == 1);
    CHECK_THAT(updated[0].before.value(), Catch::Contains("\"note\":null"));
    CHECK_THAT(updated[0].after.value(), Catch::Contains("\"note\":\"moved\""));

    const auto erased = load_changes(world.database, {4});
    REQUIRE(erased.size() == 3);
    CHECK(erased[2].action == ChangeAction::erase);
    CHECK_FALSE(erased[2].after);
}

TEST_CASE("an operation that changed nothing leaves no entry") {
    World world;
    world.write([&] { update(world.database, load_services(world.database)[0]); });
    CHECK(load_operations(world.database).size() == 1);
}

TEST_CASE("undo takes back the last operation, then the one before; redo brings them back") {
    World world;
    std::vector<std::string> states{contents(world.database)};
    for (int day = 1; day <= 3; ++day) {
        world.add(world.session("2026-12-0" + std::to_string(day)));
        states.push_back(contents(world.database));
    }
    for (std::size_t i = 3; i-- > 0;) {
        REQUIRE(undo_last(world).empty());
        CHECK(contents(world.database) == states[i]);
    }
    for (std::size_t i = 1; i <= 3; ++i) {
        REQUIRE(redo_last(world).empty());
        CHECK(contents(world.database) == states[i]);
    }
    CHECK_FALSE(next_to_redo(world.database));
    REQUIRE(undo_last(world).empty());
    CHECK(contents(world.database) == states[2]);
    CHECK(next_to_redo(world.database));
    world.add(world.session("2026-12-20"));
    CHECK_FALSE(next_to_redo(world.database));  // something else was done since
    // Numbers that were given back are not used again for others.
    CHECK(load_session(world.database, {4}));
    CHECK_FALSE(load_session(world.database, {3}));
}

TEST_CASE("what calendars go by only rises, whatever is taken back or done again") {
    // It went back with an undo, and the next change had a number that calendars had seen for another time.
    World world;
    const auto id = world.add(world.session("2026-12-01"));  // 2
    auto session = load_session(world.database, id).value();
    session.sequence = 1;
    session.changed = kNote.at;
    session.start += std::chrono::hours{1};
    world.write([&] { update(world.database, session, world.zones); });  // 3
    int highest = 1;
    const auto rises = [&] {
        const auto now = load_session(world.database, id).value();
        CHECK(now.sequence > highest);
        CHECK(now.changed >= kNote.at);
        highest = now.sequence;
    };
    REQUIRE(undo_last(world).empty());
    rises();
    REQUIRE(redo_last(world).empty());
    rises();
    world.write([&] { erase(world.database, id); });
    REQUIRE(undo_last(world).empty());
    rises();
    REQUIRE(undo_last(world).empty());
    rises();
    REQUIRE(undo_last(world).empty());
    CHECK_FALSE(load_session(world.database, id));
    REQUIRE(redo_last(world).empty());
    rises();
}

TEST_CASE("an older operation is undone by its number unless its rows have changed since") {
    World world;
    world.add(world.session("2026-12-01"));  // 2
    world.add(world.session("2026-12-02"));  // 3
    auto session = load_session(world.database, {1}).value();
    session.note = "later";
    world.write([&] { update(world.database, session, world.zones); });  // 4
    const auto before = contents(world.database);

    CHECK(world.write([&] { return undo(world.database, {2}); }) ==
          std::vector{Difference{"sessions", "1", Difference::Reason::changed_since, OperationId{4}}});
    CHECK(contents(world.database) == before);
    CHECK(load_operations(world.database).size() == 4);

    CHECK(world.write([&] { return undo(world.database, {3}); }).empty());  // 5
    CHECK_FALSE(load_session(world.database, {2}));
    CHECK(load_operation(world.database, {3})->undone_by == OperationId{5});
    CHECK(load_operation(world.database, {5})->undoes == OperationId{3});
    CHECK_THAT(refused([&] { return undo(world.database, {3}); }), Catch::Contains("undone already"));
    CHECK_THAT(refused([&] { return undo(world.database, {77}); }), Catch::Contains("no operation 77"));

    // With the later change taken back, the row is again what operation 2 left.
    CHECK(world.write([&] { return undo(world.database, {4}); }).empty());
    CHECK(world.write([&] { return undo(world.database, {2}); }).empty());
    CHECK(load_sessions(world.database, {}).empty());
}

TEST_CASE("a row that one operation erased and made anew is known by what came later") {
    World world;
    const auto id = world.add(world.session("2026-12-01"));
    world.write([&] {  // 3
        const auto session = load_session(world.database, id).value();
        erase(world.database, id);
        insert(world.database, session, world.zones);
    });
    const auto before = contents(world.database);
    auto session = load_session(world.database, id).value();
    session.clients = {world.clients[4]};
    world.write([&] { update(world.database, session, world.zones); });  // 4
    REQUIRE(undo_last(world).empty());
    CHECK(contents(world.database) == before);
    CHECK(undo_last(world).empty());
}

TEST_CASE("what something newer needs is not taken away by an undo, and nothing is half undone") {
    World world;
    world.write([&] {  // 2
        Client client;
        client.name = {"New Client", "new client"};
        insert(world.database, client);
        auto service = load_services(world.database)[0];
        service.description = "changed in the same operation";
        update(world.database, service);
    });
    auto session = world.session("2026-12-01");
    session.clients = {{{7}, "New Client"}};
    world.add(session);  // 3
    const auto before = contents(world.database);
    CHECK(world.write([&] { return undo(world.database, {2}); }) ==
          std::vector{Difference{"clients", "7", Difference::Reason::still_used, std::nullopt}});
    CHECK(contents(world.database) == before);
    CHECK(load_operations(world.database).size() == 3);
}

TEST_CASE("what changed no row can be an entry of the log: sealed, and nothing that could be undone") {
    auto fresh = Database::in_memory();
    const auto leave_entry = [](Database& database) {
        Writing writing{database, kNote};
        writing.leave_entry();
        writing.commit();
    };
    leave_entry(fresh);
    World world{std::move(fresh)};
    world.add(world.session("2026-12-01"));
    const auto last_change = next_to_undo(world.database);
    leave_entry(world.database);
    CHECK(load_operations(world.database).front().id.value == last_change.value().value + 1);
    CHECK(load_operations(world.database).front().changes == 0);
    CHECK(next_to_undo(world.database) == last_change);
    CHECK_FALSE(find_broken_operation(world.database));
    CHECK_FALSE(has_open_operation(world.database));
}

TEST_CASE("a name that was given to another since is not taken back") {
    World world;
    world.write([&] { erase(world.database, RoomId{3}); });                    // 2
    world.write([&] { return insert(world.database, room_named("Video")); });  // 3
    CHECK(world.write([&] { return undo(world.database, {2}); }) ==
          std::vector{Difference{"rooms", "3", Difference::Reason::still_used, std::nullopt}});
}

/// Some writes of one command.
void change_something(World& world, RandomSessions& random) {
    const auto sessions = load_sessions(world.database, {});
    for (int i = 1 + random.below(4); i > 0; --i) {
        if (sessions.empty() || random.one_in(3)) {
            insert(world.database, random.session(), world.zones);
            continue;
        }
        const auto& chosen = sessions[static_cast<std::size_t>(random.below(static_cast<int>(sessions.size())))];
        if (random.one_in(3)) {
            erase(world.database, chosen.id);
        } else if (load_session(world.database, chosen.id)) {
            auto changed = random.session();
            changed.id = chosen.id;
            changed.uid = chosen.uid;
            update(world.database, changed, world.zones);
        }
    }
    if (random.one_in(3)) {
        auto client = load_clients(world.database)[static_cast<std::size_t>(random.below(6))];
        client.note = client.note.empty() ? "\"quoted\"\n\\" : "";
        client.professionals = {{1 + random.below(3)}};
        client.fees = {{random.one_in(2) ? "90834" : "a/b", {random.below(1000), usd()}}};
        update(world.database, client);
    }
}

TEST_CASE("whatever was done, undo is exact and so is redo") {
    for (unsigned seed = 0; seed < 12; ++seed) {
        World world;
        RandomSessions random{world, seed};
        std::vector<std::string> states{contents(world.database)};
        while (states.size() < 8) {
            world.write([&] { change_something(world, random); });
            if (auto now = contents(world.database); now != states.back()) { states.push_back(std::move(now)); }
        }
        std::size_t at = states.size() - 1;
        for (int step = 0; step < 30; ++step) {
            const bool back = at > 0 && (at == states.size() - 1 || random.one_in(2));
            REQUIRE((back ? undo_last(world) : redo_last(world)).empty());
            at = back ? at - 1 : at + 1;
            REQUIRE(contents(world.database) == states[at]);
        }
        CHECK_FALSE(find_broken_operation(world.database));
    }
}

}  // namespace
}  // namespace practice::store::test
