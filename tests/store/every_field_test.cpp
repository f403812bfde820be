// SPDX-License-Identifier: MIT
// A bind line was forgotten once: the field was stored as nothing, and the answer said "Changed".
#include <catch2/catch.hpp>

#include <stdexcept>

#include "store/rows/imported_rows.h"
#include "store/rows/row_batch.h"
#include "store/schema/schema.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

/// A thing of each kind, with every field set.
struct Everything {
    explicit Everything(World& world) {
        professional.code = "day2";
        professional.name = {"Kim Day", "kim day"};
        professional.email = "kim@lakeside.example";
        professional.phone = "555 0100";
        professional.room = RoomId{1};
        professional.fees = {{"90834", {14'000, usd()}}};
        professional.time_off = {
            {{date("2026-12-24") + std::chrono::hours{0}, date("2026-12-27") + std::chrono::hours{0}}, "winter"}};
        room = {{}, {"Room 9", "room 9"}, RoomKind::in_person, 2, "12 Shore Rd", "https://video.example/9"};
        service.code = "90837";
        service.description = "an hour";
        service.length = Length{60};
        service.price = {17'000, usd()};
        recurrence = {{}, "every-6-weeks", parse_rrule("FREQ=WEEKLY;INTERVAL=6").rule};
        client.name = {"Zoë Müller", "zoe muller"};
        client.email = "zoe@example.com";
        client.phone = "555 0101";
        client.professionals = {{1}};
        client.fees = {{"90834", {12'000, usd()}}};
        client.note = "parking";
        client.time_zone = "Etc/UTC";
        feed.name = {"lee", "lee"};
        feed.file = "lee.ics";
        feed.professionals = {{1}};
        feed.rooms = {{1}};
        feed.clients = {{1}};
        feed.services = {{1}};
        feed.since = "2026-12-01";
        feed.until = "+12w";
        feed.per = FeedPer::professional;
        series(world);
    }

    void series(const World& world) {
        session = world.series("2026-12-01", "FREQ=WEEKLY;COUNT=9");
        session.recurrence = Recurrence{
            date("2026-12-01"), parse_rrule("FREQ=WEEKLY;COUNT=9").rule, {date("2026-12-15")}, {date("2026-12-17")}};
        session.lines[0].modifiers = {"95"};
        session.reason = "a cold";
        session.former_end = FormerEnd{{}, date("2027-06-30"), {date("2027-02-02")}, {}, {}};
        session.note = "by the door";
        session.ref = "A1";
        SlotChange change;
        change.start = date("2026-12-09") + std::chrono::hours{15};
        change.length = Length{30};
        change.professional = world.professionals[1];
        change.room = world.rooms[1];
        change.clients = {{world.clients[1]}};
        change.lines = {{world.line()}};
        change.note = "instead";
        change.reason = "snow";
        change.attendance = {{world.clients[1].id, Status::attended}};
        session.changes[date("2026-12-08")] = change;
        session.length_said = true;
        session.yields = {{world.professionals[0].id, {date("2030-01-01"), date("2030-01-08")}}};
        const AwayStretch away{world.professionals[0].id, {date("2029-01-01"), date("2029-01-08")}};
        session.allowed = {{ClashKind::professional, away}, {ClashKind::room, AllowedClash::Itself{}}};
    }

    Professional professional;
    Room room;
    Service service;
    NamedRecurrence recurrence;
    Client client;
    DeclaredFeed feed;
    Session session;
};

void put_imported_row(Database& database) {
    ImportedRows rows{database};
    rows.put("A1", "{}");
    rows.write();
}

std::vector<std::string> columns_without_value(Database& database) {
    std::vector<std::string> empty;
    for (const auto& table : tables()) {
        for (const auto column : table.columns) {
            auto row =
                database.prepare_text("SELECT count(" + std::string{column} + ") FROM " + std::string{table.name});
            if (!row.step() || row.integer(0) == 0) {
                empty.push_back(std::string{table.name} + "." + std::string{column});
            }
        }
    }
    return empty;
}

TEST_CASE("a thing of each kind with every field set leaves no column of any table empty") {
    World world;
    Everything all{world};
    world.write([&] {
        insert(world.database, all.room);
        insert(world.database, all.professional);
        insert(world.database, all.service);
        insert(world.database, all.recurrence);
        insert(world.database, all.client);
        insert(world.database, all.feed);
        all.session.first_part = insert(world.database, world.series("2026-11-24", "FREQ=DAILY"), world.zones);
        insert(world.database, all.session, world.zones);
        put_imported_row(world.database);
    });
    CHECK(columns_without_value(world.database).empty());
}

TEST_CASE("what is updated with every field set is read back whole") {
    World world;
    Everything all{world};
    world.write([&] {
        all.room.id = {1};
        update(world.database, all.room);
        all.professional.id = {1};
        update(world.database, all.professional);
        all.service.id = {1};
        update(world.database, all.service);
        all.client.id = {1};
        update(world.database, all.client);
        DeclaredFeed plain;
        plain.name = {"x", "x"};
        plain.file = "x";
        all.feed.id = insert(world.database, plain);
        update(world.database, all.feed);
        all.recurrence.id = insert(world.database, NamedRecurrence{{}, "x", parse_rrule("FREQ=DAILY").rule});
        update(world.database, all.recurrence);
        all.session.first_part = insert(world.database, world.series("2026-11-24", "FREQ=DAILY"), world.zones);
        all.session.id = insert(world.database, world.series("2026-11-24", "FREQ=DAILY"), world.zones);
        all.session.uid = load_session(world.database, all.session.id)->uid;
        update(world.database, all.session, world.zones);
        put_imported_row(world.database);
    });
    CHECK(load_rooms(world.database)[0] == all.room);
    CHECK(load_professionals(world.database)[0] == all.professional);
    CHECK(load_services(world.database)[0] == all.service);
    CHECK(load_clients(world.database)[0] == all.client);
    CHECK(load_recurrences(world.database)[0] == all.recurrence);
    CHECK(load_feeds(world.database)[0] == all.feed);
    CHECK(columns_without_value(world.database).empty());
}

TEST_CASE("a parameter that was forgotten is an error of the program, at the first row and at every other") {
    auto database = Database::in_memory();
    auto two = database.prepare("SELECT $1 + $2");
    two.bind("$1", std::int64_t{1});
    CHECK_THROWS_AS(two.step(), std::logic_error);
    two.bind("$2", std::int64_t{2});
    REQUIRE(two.step());
    CHECK(two.integer(0) == 3);
    two.again();
    two.bind_null("$2").bind("$2", std::int64_t{2});
    CHECK_THROWS_AS(two.step(), std::logic_error);
    CHECK_THROWS_AS(two.bind("$3", std::int64_t{1}), std::logic_error);
}

TEST_CASE("a row of many that lacks its last column is an error of the program") {
    World world;
    RowBatch rows{world.database, "session_dates"};
    rows.bind("$session", std::int64_t{1}).bind("$kind", "added");
    CHECK_THROWS_AS(rows.execute(), std::logic_error);
}

}  // namespace
}  // namespace practice::store::test
