// SPDX-License-Identifier: MIT
// SEQUENCE and LAST-MODIFIED never go back: who reads a calendar ignores an event older than what he has.
#include <catch2/catch.hpp>

#include "store/dump.h"
#include "store/journal/journal.h"
#include "store/schema/integrity.h"
#include "store/schema/schema.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

struct Version {
    int sequence = 0;
    Instant changed;
};

class Sequences {
public:
    Sequences() : id{world.add(world.session("2026-12-01"))} {}

    Version version() {
        const auto session = load_session(world.database, id).value();
        return {session.sequence, session.changed};
    }
    void move(int hour) {
        auto session = load_session(world.database, id).value();
        session.start = date("2026-12-01") + std::chrono::hours{hour};
        ++session.sequence;
        session.changed = utc("2026-11-24", hour);
        world.write([&] { update(world.database, session, world.zones); });
    }
    void turn_back(OperationId operation) {
        Writing writing{world.database, {utc("2026-11-25"), "dana", "undo"}};
        REQUIRE(undo(world.database, operation).empty());
        writing.commit();
    }

    World world;
    SessionId id;
};

TEST_CASE("undo and redo are changes: SEQUENCE rises and LAST-MODIFIED is the present") {
    // move, undo, move had SEQUENCE 1, 0 and 1 again for another time: calendars kept the first.
    Sequences sessions;
    sessions.move(11);
    CHECK(sessions.version().sequence == 1);
    sessions.turn_back(next_to_undo(sessions.world.database).value());
    CHECK(sessions.version().sequence == 2);
    CHECK(sessions.version().changed == utc("2026-11-25"));
    CHECK(load_session(sessions.world.database, sessions.id)->start == date("2026-12-01") + std::chrono::hours{14});
    sessions.turn_back(next_to_redo(sessions.world.database).value());
    CHECK(sessions.version().sequence == 3);
}

TEST_CASE("LAST-MODIFIED does not go back with a clock that does") {
    Sequences sessions;
    sessions.move(11);
    const auto moved = sessions.version().changed;
    Writing writing{sessions.world.database, {utc("2026-11-20"), "dana", "undo"}};
    REQUIRE(undo(sessions.world.database, next_to_undo(sessions.world.database).value()).empty());
    CHECK(sessions.version().changed == moved);
}

TEST_CASE("what only rises is in the way of no undo") {
    Sequences sessions;
    sessions.move(11);  // 3
    sessions.turn_back({3});
    // The row is what operation 2 left, but for its SEQUENCE: that refused the second undo.
    sessions.turn_back({2});
    CHECK(load_sessions(sessions.world.database, {}).empty());
}

TEST_CASE("a session that comes back goes on from the highest SEQUENCE that its UID had") {
    Sequences sessions;
    auto& world = sessions.world;
    sessions.move(11);
    sessions.move(12);
    const auto gone = load_session(world.database, sessions.id).value();
    world.write([&] { erase(world.database, sessions.id); });
    SECTION("when deleting it is undone") {
        sessions.turn_back(next_to_undo(world.database).value());
        CHECK(sessions.version().sequence == 3);
    }
    SECTION("when it is booked again under its UID") {
        auto again = world.session("2026-12-03");
        again.uid = gone.uid;
        sessions.id = world.add(again);
        CHECK(sessions.version().sequence == 3);
        world.write([&] { erase(world.database, sessions.id); });
        sessions.id = world.add(again);
        CHECK(sessions.version().sequence == 4);
    }
    SECTION("from a copy of the database, too") {
        auto copy = Database::in_memory();
        Load load{copy};
        load.begin(schema_version());
        {
            const Reading reading{world.database};
            dump_rows(world.database, [&](const StoredRow& row) { load.add(row); });
        }
        CHECK(load.faults(world.zones).empty());
        load.commit();
        Writing writing{copy, kNote};
        auto again = world.session("2026-12-03");
        again.uid = gone.uid;
        const auto id = insert(copy, again, world.zones);
        CHECK(load_session(copy, id)->sequence == 3);
    }
    CHECK_FALSE(find_broken_operation(world.database));
}

}  // namespace
}  // namespace practice::store::test
