// SPDX-License-Identifier: MIT
#include "practice/settings/settings_plan.h"

#include <catch2/catch.hpp>

#include "domain/settings_world.h"

using namespace practice;
using namespace practice::test;

namespace {

Lines planned(const Settings& settings, const Existing& existing = lakeside(), const SettingsOptions& options = {}) {
    return told(plan_settings(settings, existing, settings_world(), options));
}

template <class Entry>
Entry entry(void (*fill)(Entry&)) {
    Entry made;
    fill(made);
    return made;
}

Settings with_room(void (*fill)(RoomEntry&)) {
    Settings settings;
    settings.rooms = {entry(fill)};
    return settings;
}
Settings with_service(void (*fill)(ServiceEntry&)) {
    Settings settings;
    settings.services = {entry(fill)};
    return settings;
}
Settings with_professional(void (*fill)(ProfessionalEntry&)) {
    Settings settings;
    settings.professionals = {entry(fill)};
    return settings;
}
Settings with_client(void (*fill)(ClientEntry&)) {
    Settings settings;
    settings.clients = {entry(fill)};
    return settings;
}
Settings with_recurrence(void (*fill)(RecurrenceEntry&)) {
    Settings settings;
    settings.recurrences = {entry(fill)};
    return settings;
}
Settings with_practice(void (*fill)(PracticeEntry&)) {
    Settings settings;
    settings.practice = entry(fill);
    return settings;
}

}  // namespace

TEST_CASE("A first file sets the practice up; new things may refer to each other") {
    Settings settings;
    settings.practice =
        PracticeEntry{{1, 1}, false, given("Lakeside"), given("America/New_York"), given("usd"), {}, {}};
    settings.professionals = {ProfessionalEntry{}};
    auto& lee = settings.professionals->front();
    lee.code = given("lee");
    lee.name = given("Dana Lee");
    lee.room = given("room 1");
    lee.fees = std::vector<FeeEntry>{{{"90834", {}}, {"160", {}}}};
    settings.rooms = {entry<RoomEntry>([](RoomEntry& room) { room.name = given("Room 1"); })};
    settings.services = {entry<ServiceEntry>([](ServiceEntry& service) {
        service.code = given("90834");
        service.price = given("150.00");
    })};
    settings.clients = {entry<ClientEntry>([](ClientEntry& client) {
        client.name = given("Anna Smith");
        client.professionals = std::vector<Written>{{"lee", {}}};
    })};
    const auto plan = plan_settings(settings, {}, settings_world(), {});
    CHECK(told(plan) ==
          Lines{
              "add practice Lakeside: time-zone America/New_York, currency USD, week-starts monday, slot 15",
              "add room Room 1: kind in-person, capacity 1",
              "add service 90834: length 0, price 150.00 USD, per session",
              "add professional lee: room Room 1, hours mon-fri 09:00-17:00, fees 90834=160.00",
              "add client Anna Smith: professionals lee",
          });
    REQUIRE(plan.professionals.size() == 1);
    CHECK(plan.professionals[0].room == plan.rooms.at(0).id);
    CHECK(plan.rooms[0].id.value < 0);
    CHECK(plan.clients.at(0).professionals.at(0) == plan.professionals[0].id);
}

TEST_CASE("Before there is a practice, the file must say what it is") {
    CHECK(
        planned(with_room([](RoomEntry& room) { room.name = given("Room 1", 2); }), {}) ==
        Lines{"the practice is not set up yet | begin the file with 'practice: {name: Lakeside Counseling, time-zone: "
              "America/New_York, currency: USD}'"});
    CHECK(planned(with_practice([](PracticeEntry& practice) {
                      practice.spot = {1, 11};
                      practice.name = given("Lakeside", 1);
                  }),
                  {}) == Lines{"1: the practice has no time-zone yet | add, for example, time-zone: America/New_York",
                               "1: the practice has no currency yet | add, for example, currency: USD"});
}

TEST_CASE("What is there already changes nothing and says so") {
    Settings settings;
    settings.practice =
        PracticeEntry{{1, 1}, false, given("Lakeside"), given("America/New_York"), given("USD"), {}, {}};
    settings.rooms = {entry<RoomEntry>([](RoomEntry& room) {
        room.name = given("Room 1");
        room.kind = given("in-person");
        room.address = given("12 Shore Rd");
    })};
    settings.clients = {entry<ClientEntry>([](ClientEntry& client) {
        client.name = given("Anna Smith");
        client.professionals = std::vector<Written>{{"LEE", {}}};
    })};
    const auto plan = plan_settings(settings, lakeside(), settings_world(), {});
    CHECK(told(plan).empty());
    CHECK(plan.unchanged == 3);
    CHECK(plan.rooms.empty());
    CHECK_FALSE(plan.practice);
}

TEST_CASE("Only what is given changes; none clears") {
    CHECK(planned(with_client([](ClientEntry& client) {
              client.number = given("1");
              client.phone = given("555 0100");
              client.email = given("none");
          })) == Lines{"change client 1: email anna@example.com -> none, phone none -> 555 0100"});
    CHECK(planned(with_professional([](ProfessionalEntry& lee) {
              lee.code = given("lee");
              lee.room = given("");
              lee.hours = std::vector<HoursEntry>{
                  {{given("mon-thu"), {"09:00-17:00", {}}}, {given("fri"), {"09:00-13:00", {}}}}};
          })) ==
          Lines{"change professional lee: room Room 1 -> none, hours mon-fri 09:00-17:00 -> mon-thu 09:00-17:00; fri "
                "09:00-13:00"});
    CHECK(planned(with_room([](RoomEntry& room) {
              room.name = given("Room 1");
              room.kind = given("virtual");
          })) ==
          Lines{"change room Room 1: kind in-person -> virtual, capacity 1 -> none, address 12 Shore Rd -> none"});
}

TEST_CASE("A name may be spelt anew without case; an entry with an id is renamed") {
    CHECK(planned(with_room([](RoomEntry& room) { room.name = given("ROOM 1"); })) ==
          Lines{"change room Room 1: name Room 1 -> ROOM 1"});
    CHECK(planned(with_room([](RoomEntry& room) {
              room.id = RoomId{1};
              room.name = given("Lake Room");
          })) == Lines{"change room Room 1: name Room 1 -> Lake Room"});
    CHECK(planned(with_room([](RoomEntry& room) {
              room.id = RoomId{1};
              room.name = given("video");
          })) == Lines{"another room is called Video already"});
}

TEST_CASE("Fees follow a service that gets another code") {
    CHECK(planned(with_service([](ServiceEntry& service) {
              service.id = ServiceId{1};
              service.code = given("90836");
          })) == Lines{"change service 90834: code 90834 -> 90836",
                       "change professional lee: fees 90834=160.00 -> 90836=160.00"});
}

TEST_CASE("Clients are known by number, or by their full name, however it is written") {
    const auto stays = [](const std::string& name) {
        return Lines{"note: '" + name +
                     "' is client 1 (Anna Smith), whose name stays as it is; to change it, write number: 1 too"};
    };
    CHECK(planned(with_client([](ClientEntry& client) { client.name = given("anna smith"); })) == stays("anna smith"));
    CHECK(planned(with_client([](ClientEntry& client) { client.name = given("Smith, Anna"); })) ==
          stays("Smith, Anna"));
    CHECK(planned(with_client([](ClientEntry& client) { client.name = given("Anna Smithe"); })) ==
          Lines{"add client Anna Smithe"});
    CHECK(planned(with_client([](ClientEntry& client) {
              client.number = given("1");
              client.name = given("Anna Smith-Berg");
          })) == Lines{"change client 1: name Anna Smith -> Anna Smith-Berg"});
    CHECK(planned(with_client([](ClientEntry& client) {
              client.number = given("7", 4);
              client.name = given("New");
          })) == Lines{"4: no client has the number '7' | leave the number out for a new client"});
    auto existing = lakeside();
    existing.clients[1].name = existing.clients[0].name;
    CHECK(planned(with_client([](ClientEntry& client) { client.name = given("Anna Smith", 9); }), existing) ==
          Lines{"9: 2 clients are called Anna Smith | say which by its number, one of 1, 2, for example number: 1"});
}

TEST_CASE("Nothing may be in a file twice") {
    Settings settings;
    for (int line : {3, 4}) {
        RoomEntry room;
        room.name = given(line == 3 ? "Room 9" : "room 9", line);
        settings.rooms = settings.rooms.value_or(std::vector<RoomEntry>{});
        settings.rooms->push_back(room);
        ClientEntry client;
        client.name = given("Max Hill", line + 10);
        settings.clients = settings.clients.value_or(std::vector<ClientEntry>{});
        settings.clients->push_back(client);
    }
    CHECK(
        planned(settings) ==
        Lines{
            "4: this room is here twice | the first is on line 3; take one of them out",
            "14: two clients of one name are here; the first is on line 13 | take one of them out; if there are "
            "two such "
            "clients, add the second with 'practice client add NAME `allow-duplicate`' and give each its number here"});
}

TEST_CASE("All that is wrong is told at once, from top to bottom") {
    Settings settings;
    settings.practice = PracticeEntry{
        {1, 1},       false, given("Lakeside"), given("America/New_Yrok", 1), given("ZZZ", 2), given("mondai", 3),
        given("0", 4)};
    settings.services = {entry<ServiceEntry>([](ServiceEntry& service) {
                             service.code = given("90 834", 5);
                             service.price = given("1.005");
                         }),
                         entry<ServiceEntry>([](ServiceEntry& service) {
                             service.code = given("90899", 6);
                             service.length = given("0x1F", 7);
                             service.price = given("1.234,56", 8);
                             service.per = given("hour", 9);
                         }),
                         entry<ServiceEntry>([](ServiceEntry& service) { service.code = given("90900", 10); })};
    settings.professionals = {
        entry<ProfessionalEntry>([](ProfessionalEntry& lee) {
            lee.code = given("lee");
            lee.email = given("dana", 11);
            lee.room = given("Rom 1", 12);
            lee.hours = std::vector<HoursEntry>{
                {{given("funday", 13), {"09:00-17:00", {}}}, {given("tue", 14), {"17:00-09:00", {14, 5}}}}};
            lee.fees = std::vector<FeeEntry>{{{"90835", {15, 1}}, {"-1", {16, 1}}}};
            lee.time_off = std::vector<TimeOffEntry>{{{"24 dec", {17, 1}}, {}, {}},
                                                     {{"2026-12-24", {}}, given("2026-12-20", 18), {}}};
        }),
        entry<ProfessionalEntry>([](ProfessionalEntry& nobody) { nobody.code = given("12", 19); })};
    settings.clients = {entry<ClientEntry>([](ClientEntry& client) {
        client.name = given("Max Hill");
        client.professionals = std::vector<Written>{{"lea", {20, 1}}};
        client.time_zone = given("Mars", 21);
        client.archived = given("maybe", 22);
    })};
    CHECK(planned(settings) ==
          Lines{
              "1: 'America/New_Yrok' is not a time zone | did you mean America/New_York?",
              "2: 'ZZZ' is not a currency | use its three letters, such as USD, EUR, GBP or CAD",
              "3: 'mondai' is not a weekday | use monday or sunday",
              "4: the slot, in minutes, cannot be '0' | use a whole number from 1 to 240",
              "5: '90 834' cannot be the code of a service | use up to 32 letters, digits, '-', '_' and '.', without "
              "spaces",
              "7: the length, in minutes, cannot be '0x1F' | use a whole number from 0 to 1440",
              "8: '1.234,56' has a comma; the decimal sign is a point and thousands are not separated | type 1234.56",
              "9: per cannot be 'hour' | use session or client",
              "10: service 90900 has no price | add a price such as 150.00, or 0 for one that is free of charge",
              "11: 'dana' is not an email address | type it as name@example.com",
              "12: there is no room 'Rom 1' | did you mean Room 1?",
              "13: 'funday' is not a weekday | type mon, tue, wed, thu, fri, sat, sun, mon-fri or daily",
              "14: working hours 17:00-09:00 end before they begin | for a night type 17:00-24:00, and 00:00-09:00 on "
              "the "
              "next day",
              "15: there is no service '90835' | did you mean 90834, 90853 or 90899?",
              "16: '-1' has a sign; amounts are never negative | type digits alone, such as 150.00",
              "17: '24 dec' is not a date | type it as 2026-12-24..2027-01-02, or 2026-12-24T14:00..2026-12-24T17:00",
              "18: the time off ends before it begins | type it as 2026-12-24..2027-01-02, or "
              "2026-12-24T14:00..2026-12-24T17:00",
              "19: '12' cannot be the code of a professional | use a short word, such as lee",
              "20: no professional has the code 'lea' | did you mean lee?",
              "21: 'Mars' is not a time zone | use a name such as America/New_York or Europe/Berlin",
              "22: archived cannot be 'maybe' | use yes or no",
          });
}

TEST_CASE("What is missing in an entry that made no sense is not told as well") {
    CHECK(planned(with_service([](ServiceEntry& service) {
              service.code = given("90900", 3);
              service.incomplete = true;
          })) == Lines{"add service 90900: length 0, price 0.00 USD, per session"});
}

TEST_CASE("New professionals stay in their order") {
    Settings settings;
    settings.professionals = std::vector<ProfessionalEntry>(2);
    settings.professionals->at(0).code = given("x");
    settings.professionals->at(0).name = given("X Y");
    settings.professionals->at(1).code = given("z");
    settings.professionals->at(1).name = given("Z Y");
    settings.clients = std::vector<ClientEntry>(1);
    settings.clients->at(0).name = given("Max Hill");
    settings.clients->at(0).professionals = std::vector<Written>{{"z", {}}, {"x", {}}, {"orr", {}}, {"Z", {}}};
    CHECK(planned(settings).back() == "add client Max Hill: professionals orr, x, z");
}

TEST_CASE("The currency changes only together with every price") {
    Settings settings = with_practice([](PracticeEntry& practice) { practice.currency = given("EUR", 1); });
    const auto refused = plan_settings(settings, lakeside(), settings_world(), {});
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].message == "the currency would change from USD to EUR, but 3 prices are not given anew");
    CHECK(refused.problems[0].details == Lines{"service 90834: 150.00 USD", "service 90853: 60.00 USD",
                                               "professional lee, fee for 90834: 160.00 USD"});
    settings.services = std::vector<ServiceEntry>(2);
    settings.services->at(0).code = given("90834");
    settings.services->at(0).price = given("140");
    settings.services->at(1).code = given("90853");
    settings.services->at(1).price = given("55");
    settings.professionals = std::vector<ProfessionalEntry>(1);
    settings.professionals->at(0).code = given("lee");
    settings.professionals->at(0).fees.emplace();
    CHECK(planned(settings) == Lines{"change practice Lakeside: currency USD -> EUR",
                                     "change service 90834: price 150.00 USD -> 140.00 EUR",
                                     "change service 90853: price 60.00 USD -> 55.00 EUR",
                                     "change professional lee: fees 90834=160.00 -> none",
                                     "note: sessions booked so far keep their prices in USD"});
}

TEST_CASE("Another time zone is for what comes") {
    CHECK(
        planned(with_practice([](PracticeEntry& practice) { practice.time_zone = given("Europe/Paris"); })) ==
        Lines{
            "change practice Lakeside: time-zone America/New_York -> Europe/Paris",
            "note: sessions booked so far keep the time zone America/New_York; working hours and time off are read in "
            "Europe/Paris from now on"});
}

TEST_CASE("Pruning archives what a section does not name, and brings back what it does") {
    auto existing = lakeside();
    existing.clients[1].archived = true;
    Settings settings;
    settings.rooms.emplace();
    settings.clients = {entry<ClientEntry>([](ClientEntry& client) { client.name = given("Jo Ng"); })};
    CHECK(planned(settings, existing, {.prune = true}) ==
          Lines{"archive room Room 1: archived no -> yes", "archive room Video: archived no -> yes",
                "archive client 1: archived no -> yes", "change client 2: archived yes -> no",
                "note: Room 1 is archived, and still the usual room of Dana Lee"});
    CHECK(planned(settings, existing) ==
          Lines{"note: client 2 (Jo Ng) is archived and stays so; write archived: no to bring it back"});
}

TEST_CASE("An entry that must be new is refused when it is there already") {
    const SettingsOptions add{.only_new = true};
    CHECK(planned(with_room([](RoomEntry& room) { room.name = given("room 1"); }), lakeside(), add) ==
          Lines{"there is a room Room 1 already | choose another, or see: practice room edit `help`"});
    CHECK(planned(with_client([](ClientEntry& client) { client.name = given("Anna Smith"); }), lakeside(),
                  {.only_new = true, .same_name_is_new = true}) == Lines{"add client Anna Smith"});
}

TEST_CASE("Rooms in person and virtual ones have what fits them") {
    CHECK(planned(with_room([](RoomEntry& room) {
              room.name = given("Zoom");
              room.link = given("https://zoom.example/x");
          })) == Lines{"add room Zoom: kind virtual, link https://zoom.example/x"});
    CHECK(planned(with_room([](RoomEntry& room) {
              room.name = given("Room 2");
              room.kind = given("in person");
              room.link = given("https://zoom.example/x", 3);
          })) == Lines{"3: an in-person room has no link | leave it out, or make the room virtual"});
    CHECK(planned(with_room([](RoomEntry& room) {
              room.name = given("Video");
              room.capacity = given("3", 3);
          })) == Lines{"3: a virtual room has no capacity | leave it out, or make the room in-person"});
    for (const auto* link :
         {"javascript:alert(1)", "https://", "http:///x", "ftp://x", "https://a b", "https://a\"b"}) {
        auto settings = with_room([](RoomEntry& room) {
            room.name = given("Zoom");
            room.kind = given("virtual");
        });
        settings.rooms->front().link = given(link);
        CHECK(planned(settings).at(0).find("is not a link") != std::string::npos);
    }
}

TEST_CASE("A named recurrence says how often, in words, steps or a rule, and has no end") {
    CHECK(planned(with_recurrence([](RecurrenceEntry& six) {
              six.name = given("six");
              six.every = given("6 weeks");
              six.on = given("tue");
          })) == Lines{"add recurrence six: rule every 6 weeks on Tuesday"});
    CHECK(planned(with_recurrence([](RecurrenceEntry& second) {
              second.name = given("second");
              second.rule = given("FREQ=MONTHLY;BYDAY=2TU");
          })) == Lines{"add recurrence second: rule every month on the 2nd Tuesday"});
    CHECK(planned(with_recurrence([](RecurrenceEntry& ends) {
              ends.name = given("ends");
              ends.rule = given("FREQ=WEEKLY;COUNT=3", 2);
          })) == Lines{"2: a named recurrence has no end | leave the end out; each session says when it ends"});
    CHECK(planned(with_recurrence([](RecurrenceEntry& weekly) {
              weekly.name = given("Weekly", 2);
              weekly.rule = given("daily");
          })) == Lines{"2: 'Weekly' has a meaning of its own already | choose another name, such as every-6-weeks"});
    CHECK(planned(with_recurrence([](RecurrenceEntry& nothing) { nothing.name = given("nothing", 2); })) ==
          Lines{"2: recurrence nothing does not say how often it is | add every: 6 weeks"});
}

TEST_CASE("Feeds are about what there is, and no two are written to one file") {
    auto existing = lakeside();
    DeclaredFeed known;
    known.id = {1};
    known.name = folded_name("All");
    known.file = "all.ics";
    existing.feeds = {known};
    const auto with_feeds = [](std::vector<FeedEntry> entries) {
        Settings settings;
        settings.feeds = std::move(entries);
        return settings;
    };
    FeedEntry feed;
    feed.name = given("Lee", 3);
    feed.file = given("lee.ics", 3);
    feed.privacy = given("initials", 3);
    feed.professionals = {*given("LEE", 3), *given("lee", 3)};
    feed.rooms = {*given("video", 3)};
    feed.mode = given("0640", 3);
    CHECK(planned(with_feeds({feed}), existing) ==
          Lines{"add feed Lee: file lee.ics, privacy initials, professional lee, room Video, mode 0640"});

    feed.professionals = {*given("lea", 4)};
    feed.rooms = {*given("Attic", 5)};
    feed.file = given("all.ics", 3);
    CHECK(planned(with_feeds({feed}), existing) ==
          Lines{"3: feed All is written to that file already | give each feed a file of its own",
                "4: there is no professional 'lea' | did you mean lee?",
                "5: there is no room 'Attic' | add it to the rooms first"});

    feed.professionals.reset();
    feed.rooms.reset();
    const auto pruned = planned(with_feeds({feed}), existing, {.prune = true});
    CHECK(pruned == Lines{"archive feed All: archived no -> yes",
                          "add feed Lee: file all.ics, privacy initials, mode 0640",
                          "note: feed All will not be written any more; what is in all.ics stays until you remove it"});

    FeedEntry all;
    all.name = given("all", 2);
    all.id = DeclaredFeedId{1};
    CHECK(planned(with_feeds({all}), existing) == Lines{"change feed All: name All -> all"});
    all.name.reset();
    all.file = given("none", 2);
    CHECK(planned(with_feeds({all}), existing) ==
          Lines{"2: a declared feed needs a file of its own | add file: /srv/feeds/lee.ics"});
}

TEST_CASE("Time off is whole days, or between times, and never overlaps") {
    CHECK(planned(with_professional([](ProfessionalEntry& lee) {
              lee.code = given("lee");
              lee.time_off = std::vector<TimeOffEntry>{{{"2026-12-24", {}}, given("2027-01-02"), given("vacation")},
                                                       {{"2026-12-01T14:00", {}}, given("2026-12-01 17:00"), {}},
                                                       {{"2026-11-30", {}}, {}, {}}};
          })) == Lines{"change professional lee: time-off none -> 2026-11-30; 2026-12-01T14:00..2026-12-01T17:00; "
                       "2026-12-24..2027-01-02 (vacation)"});
    CHECK(planned(with_professional([](ProfessionalEntry& lee) {
              lee.code = given("lee");
              lee.time_off = std::vector<TimeOffEntry>{{{"2026-12-24", {}}, given("2027-01-02"), {}},
                                                       {{"2027-01-02", {3, 1}}, {}, {}}};
          })) == Lines{"3: this time off overlaps with that of 2026-12-24..2027-01-02 | put the two together"});
}
