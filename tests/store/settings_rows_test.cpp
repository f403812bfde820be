// SPDX-License-Identifier: MIT
#include "store/rows/settings_rows.h"

#include <catch2/catch.hpp>

#include "store_world.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

using practice::test::refused;

Professional full_professional() {
    Professional professional;
    professional.code = "diaz";
    professional.name = {"Zoë Díaz", "zoe diaz"};
    professional.email = "zoe@lakeside.example";
    professional.phone = "+1 555 0100";
    professional.room = RoomId{2};
    professional.hours = parse_working_hours("mon-thu 09:00-12:00, 13:00-17:00; sat 10:00-24:00");
    professional.fees = {{"90834", {12'000, usd()}}, {"9/0", {0, usd()}}};
    professional.time_off = {
        {{date("2026-12-24"), date("2026-12-27")}, "holiday"},
        {{date("2027-01-04") + std::chrono::hours{9}, date("2027-01-04") + std::chrono::hours{10}}, ""}};
    return professional;
}

Client full_client() {
    Client client;
    client.name = {"Renée O'Hara", "renee o'hara"};
    client.email = "r@example.com";
    client.phone = "555";
    client.professionals = {{1}, {3}};
    client.fees = {{"90834", {9'000, Currency::from_code("EUR").value()}}};
    client.note = "call first";
    client.time_zone = "Europe/Paris";
    return client;
}

TEST_CASE("the practice is one row, and saving it again changes nothing") {
    auto database = Database::in_memory();
    CHECK(load_practice(database) == std::nullopt);
    Practice practice{"Lakeside", "America/New_York", usd(), std::chrono::Sunday, Length{30}};
    Writing writing{database, kNote};
    save_practice(database, practice);
    CHECK(load_practice(database) == practice);
    practice.name = "Seaside";
    save_practice(database, practice);
    CHECK(load_practice(database) == practice);
    writing.commit();
    Writing again{database, kNote};
    save_practice(database, practice);
    CHECK_FALSE(again.changed());
}

TEST_CASE("professionals come back as stored, and change to whatever they become") {
    World world;
    auto professional = full_professional();
    professional.id = world.write([&] { return insert(world.database, professional); });
    CHECK(professional.id == ProfessionalId{4});
    CHECK(load_professionals(world.database).back() == professional);

    professional.code = "zoe";
    professional.room.reset();
    professional.hours = WorkingHours::usual();
    professional.fees.erase("9/0");
    professional.fees.at("90834").minor = 1;
    professional.time_off.erase(professional.time_off.begin());
    professional.time_off[0].reason = "conference";
    professional.archived = true;
    world.write([&] { update(world.database, professional); });
    CHECK(load_professionals(world.database).back() == professional);

    Writing again{world.database, kNote};
    update(world.database, professional);
    CHECK_FALSE(again.changed());
}

TEST_CASE("rooms, services, clients and recurrences come back as stored") {
    World world;
    Writing writing{world.database, kNote};
    Room room{{}, {"Garden", "garden"}, RoomKind::in_person, 12, "12 Shore Rd", "", true};
    room.id = insert(world.database, room);
    CHECK(load_rooms(world.database).back() == room);
    room.kind = RoomKind::is_virtual;
    room.link = "https://video.example/garden";
    update(world.database, room);
    CHECK(load_rooms(world.database).back() == room);

    Service service{{}, "H0004", "", Length{0}, {0, Currency::from_code("JPY").value()}, ChargedPer::client, false};
    service.id = insert(world.database, service);
    CHECK(load_services(world.database).back() == service);
    service.description = "Counseling";
    service.archived = true;
    update(world.database, service);
    CHECK(load_services(world.database).back() == service);

    auto client = full_client();
    client.id = insert(world.database, client);
    CHECK(load_clients(world.database).back() == client);
    client.professionals = {{2}};
    client.fees.clear();
    client.archived = true;
    update(world.database, client);
    CHECK(load_clients(world.database).back() == client);

    NamedRecurrence recurrence{
        {}, "every-6-weeks", parse_rrule("FREQ=WEEKLY;INTERVAL=6;BYDAY=MO,TU;WKST=SU").rule, false};
    recurrence.id = insert(world.database, recurrence);
    CHECK(load_recurrences(world.database) == std::vector{recurrence});
    recurrence.archived = true;
    update(world.database, recurrence);
    CHECK(load_recurrences(world.database) == std::vector{recurrence});
    erase(world.database, recurrence.id);
    CHECK(load_recurrences(world.database).empty());
}

TEST_CASE("declared feeds come back as stored, and what they are about is in use") {
    World world;
    Writing writing{world.database, kNote};
    DeclaredFeed feed;
    feed.name = {"Dana Lee", "dana lee"};
    feed.file = "/srv/feeds/lee.ics";
    feed.id = insert(world.database, feed);
    CHECK(load_feeds(world.database) == std::vector{feed});

    const auto client = insert(world.database, full_client());
    REQUIRE(references(world.database, client) == 0);
    feed.privacy = Privacy::full;
    feed.professionals = {{1}, {2}};
    feed.rooms = {{1}};
    feed.clients = {client};
    feed.services = {{2}};
    feed.since = "today";
    feed.until = "+2w";
    feed.show_cancelled = true;
    feed.per = FeedPer::room;
    feed.readers = FeedReaders::everybody;
    feed.archived = true;
    update(world.database, feed);
    CHECK(load_feeds(world.database) == std::vector{feed});
    CHECK(references(world.database, client) == 1);

    feed.professionals = {{3}};
    feed.clients.clear();
    feed.per.reset();
    update(world.database, feed);
    CHECK(load_feeds(world.database) == std::vector{feed});
    CHECK(references(world.database, client) == 0);
}

TEST_CASE("a code or name that is taken is refused, also in other letters") {
    World world;
    Writing writing{world.database, kNote};
    auto professional = full_professional();
    professional.code = "LEE";
    CHECK_THAT(refused([&] { return insert(world.database, professional); }), Catch::Contains("code 'LEE'"));
    CHECK_THAT(refused([&] { return insert(world.database, room_named("ROOM 1", "Room 1")); }),
               Catch::Contains("a room named 'ROOM 1'"));
    auto other = load_professionals(world.database)[1];
    other.code = "lee";
    CHECK_THAT(refused([&] {
                   update(world.database, other);
                   return 0;
               }),
               Catch::Contains("code 'lee'"));
    CHECK(load_professionals(world.database).size() == 3);
}

TEST_CASE("what is still referred to is not deleted; what is not, is") {
    World world;
    auto series = world.series("2026-12-01", "FREQ=WEEKLY");
    auto& change = series.changes[date("2026-12-08")];
    change.professional = world.professionals[1];
    change.room = world.rooms[1];
    change.clients = {world.clients[2]};
    world.add(series);
    world.add(world.session("2026-12-02"));

    CHECK(references(world.database, ProfessionalId{1}) == 2);
    CHECK(references(world.database, ProfessionalId{2}) == 1);
    CHECK(references(world.database, ProfessionalId{3}) == 0);
    CHECK(references(world.database, RoomId{1}) == 2);
    CHECK(references(world.database, RoomId{2}) == 1);
    CHECK(references(world.database, ClientId{1}) == 2);
    CHECK(references(world.database, ClientId{3}) == 1);
    CHECK(references(world.database, ServiceId{1}) == 2);
    CHECK(references(world.database, ServiceId{2}) == 0);

    Writing writing{world.database, kNote};
    const auto refused_erase = [&](auto id) {
        return refused([&] {
            erase(world.database, id);
            return 0;
        });
    };
    CHECK_THAT(refused_erase(ProfessionalId{2}), Catch::Contains("used once") && Catch::Contains("archive"));
    CHECK_THAT(refused_erase(RoomId{1}), Catch::Contains("used 2 times"));
    CHECK_THAT(refused_erase(ClientId{3}), Catch::Contains("used once"));
    CHECK_THAT(refused_erase(ServiceId{1}), Catch::Contains("used 2 times"));
    auto professional = full_professional();
    professional.id = insert(world.database, professional);
    auto client = full_client();
    client.id = insert(world.database, client);
    CHECK(refused_erase(professional.id) == "accepted");
    CHECK(refused_erase(client.id) == "accepted");
    CHECK(refused_erase(RoomId{3}) == "accepted");
    CHECK(refused_erase(ServiceId{2}) == "accepted");
    // Numbers are not used again.
    CHECK(insert(world.database, full_client()) == ClientId{client.id.value + 1});
}

}  // namespace
}  // namespace practice::store::test
