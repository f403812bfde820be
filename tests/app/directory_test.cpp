// SPDX-License-Identifier: MIT
#include "app/directory.h"

#include <catch2/catch.hpp>

#include <map>

#include "practice/refusal.h"
#include "store/rows/settings_rows.h"
#include "support/refused.h"
#include "text/fold.h"

using namespace practice;
using namespace practice::app;

namespace {

/// Dana Lee and Sam Orr, three rooms, four services, five clients; Old Room and Max Smith are archived.
class Lakeside {
public:
    Lakeside() : database{store::Database::in_memory()} {
        store::Writing writing{database, {Instant{}, "dana", "test"}};
        const auto usd = *Currency::from_code("USD");
        store::save_practice(database, {"Lakeside", "America/New_York", usd, std::chrono::Monday, Length{15}});
        for (const auto* name : {"Room 1", "Room 12", "Café"}) { add_room(name, false); }
        add_room("Old Room", true);
        for (const auto& [code, what] : {std::pair{"90834", "Psychotherapy, 45 minutes"},
                                         {"90837", "Psychotherapy, 60 minutes"},
                                         {"90853", "Group"},
                                         {"INTAKE", "Intake call"}}) {
            store::insert(database, Service{{}, code, what, Length{45}, {15000, usd}, ChargedPer::session, false});
        }
        const auto lee = add_professional("lee", "Dana Lee");
        const auto orr = add_professional("orr", "Sam Orr");
        add_client("Jo Smith", {lee}, false);
        add_client("Al Smithson", {lee}, false);
        add_client("Zoë Müller", {orr}, false);
        add_client("Jo Ng", {orr}, false);
        add_client("Max Hill", {}, true);
        writing.commit();
    }

    store::Database database;

private:
    void add_room(const char* name, bool archived) {
        Room room;
        room.name = text::search_name(name);
        room.archived = archived;
        store::insert(database, room);
    }
    ProfessionalId add_professional(const char* code, const char* name) {
        Professional professional;
        professional.code = code;
        professional.name = text::search_name(name);
        return store::insert(database, professional);
    }
    void add_client(const char* name, std::vector<ProfessionalId> of, bool archived) {
        Client client;
        client.name = text::search_name(name);
        client.professionals = std::move(of);
        client.archived = archived;
        store::insert(database, client);
    }
};

template <class Find>
RefusalKind kind_of(Find&& find) {
    try {
        (void)find();
    } catch (const Refusal& refusal) { return refusal.kind(); }
    FAIL("was found");
    return RefusalKind::failure;
}

}  // namespace

TEST_CASE("Professionals are found by code before name") {
    Lakeside world;
    const Directory directory{&world.database};
    CHECK(directory.find_professional("LEE").code == "lee");
    CHECK(directory.find_professional("Dana Lee").code == "lee");
    CHECK(directory.find_professional("sam").code == "orr");
    CHECK(test::refused([&] { return directory.find_professional("lea"); }) ==
          "no professional has the code or name 'lea' | did you mean lee or Dana Lee?");
    CHECK(test::refused([&] { return directory.find_professional(" "); }) ==
          "the professional's code or name is empty | ");
}

TEST_CASE("Clients are found by number, or by name, exact before prefix") {
    Lakeside world;
    const Directory directory{&world.database};
    CHECK(directory.find_client("3").name.text == "Zoë Müller");
    CHECK(directory.find_client("Smith").name.text == "Jo Smith");  // although Al Smithson is there
    CHECK(directory.find_client("muller").name.text == "Zoë Müller");
    CHECK(directory.find_client("smith, a").name.text == "Al Smithson");
    CHECK(kind_of([&] { return directory.find_client("99"); }) == RefusalKind::not_found);
    CHECK(kind_of([&] { return directory.find_client("99999999999999999999"); }) == RefusalKind::not_found);
    CHECK(kind_of([&] { return directory.find_client("smi"); }) == RefusalKind::ambiguous);
}

TEST_CASE("A professional's own clients are looked at first") {
    Lakeside world;
    const Directory directory{&world.database};
    CHECK(kind_of([&] { return directory.find_client("Jo"); }) == RefusalKind::ambiguous);
    CHECK(directory.find_client("Jo", directory.find_professional("orr").id).name.text == "Jo Ng");
    CHECK(directory.find_client("Jo", directory.find_professional("lee").id).name.text == "Jo Smith");
    CHECK(directory.find_client("Ng", directory.find_professional("lee").id).name.text == "Jo Ng");
}

namespace {

/// Dana Lee's and Sam Orr's clients, in this order: their numbers begin with 1.
class Clients {
public:
    struct Person {
        const char* name;
        const char* of;
        bool archived = false;
    };
    explicit Clients(const std::vector<Person>& people) : database{store::Database::in_memory()} {
        store::Writing writing{database, {Instant{}, "dana", "test"}};
        const auto usd = *Currency::from_code("USD");
        store::save_practice(database, {"Lakeside", "America/New_York", usd, std::chrono::Monday, Length{15}});
        std::map<std::string_view, ProfessionalId> ids;
        for (const auto* code : {"lee", "orr"}) {
            Professional professional;
            professional.code = code;
            professional.name = text::search_name(code);
            ids[code] = store::insert(database, professional);
        }
        for (const auto& person : people) {
            Client client;
            client.name = text::search_name(person.name);
            client.professionals = {ids.at(person.of)};
            client.archived = person.archived;
            store::insert(database, client);
        }
        writing.commit();
    }

    /// Whom `typed` means for Dana Lee: the number, "several 1 2", "archived 1", or "nobody".
    [[nodiscard]] std::string meant(const char* typed, Archived archived = Archived::never) {
        const Directory directory{&database};
        try {
            const auto lee = directory.find_professional("lee").id;
            return std::to_string(directory.find_client(typed, lee, archived).id.value);
        } catch (const Refusal& refusal) {
            const auto& problem = refusal.problems().front();
            std::string told;
            for (const auto& line : problem.details) { told += " " + line.substr(0, line.find(' ')); }
            if (refusal.kind() == RefusalKind::ambiguous) { return "several" + told; }
            const auto at = problem.hint.find("unarchive ");
            return at == std::string::npos ? "nobody" : "archived " + problem.hint.substr(at + 10, 1);
        }
    }

    store::Database database;
};

}  // namespace

TEST_CASE("The best level decides, one's own before others, archived ones last") {
    struct Row {
        std::vector<Clients::Person> people;
        const char* typed;
        const char* meant;
    };
    const Row rows[] = {
        // A full name is that person, whoever's client it is.
        {{{"Anna Smith", "orr"}, {"Anna Smithson", "lee"}}, "Anna Smith", "1"},
        {{{"Anna Smith", "orr"}, {"Anna Smithson", "lee"}}, "anna smith", "1"},
        {{{"Anna Smith", "orr"}, {"Anna Smithson", "lee"}}, "smith, anna", "1"},
        {{{"Anna Smith", "orr"}, {"Anna Smith", "lee"}}, "Anna Smith", "2"},
        {{{"Anna Smith", "orr"}, {"Anna Smith", "orr"}}, "Anna Smith", "several 1 2"},
        {{{"Anna Smith", "lee"}, {"Anna Smith", "lee"}, {"Anna Smith", "orr"}}, "Anna Smith", "several 1 2"},
        {{{"Anna Smith", "orr"}, {"Anna Smith", "orr"}, {"Anna Smithson", "lee"}}, "anna smith", "several 1 2"},
        // By less than that, both are meant.
        {{{"Anna Smith", "orr"}, {"Al Smithson", "lee"}}, "Smith", "several 2 1"},
        {{{"Anna Smith", "orr"}, {"Al Smithson", "lee"}}, "smith", "several 2 1"},
        {{{"Anna Smith", "orr"}, {"Al Smith", "lee"}}, "Smith", "2"},
        {{{"Anna Smith", "orr"}, {"Al Smith", "lee"}}, "smi", "2"},
        {{{"Anna SMITH", "lee"}, {"Al Smith", "orr"}}, "Smith", "several 1 2"},
        {{{"Jo Smith", "lee"}, {"Al Smithson", "lee"}}, "Smith", "1"},
        {{{"Jo Smith", "lee"}, {"Al Smithson", "lee"}}, "smi", "several 1 2"},
        {{{"Jo Smith", "orr"}, {"Al Smithson", "orr"}}, "smi", "several 1 2"},
        {{{"Anna Smith", "orr"}}, "smi", "1"},
        // A number is a number.
        {{{"Anna Smith", "orr"}, {"Al Smithson", "lee"}}, "1", "1"},
        {{{"Anna Smith", "lee", true}, {"Al Smithson", "lee"}}, "1", "archived 1"},
        // Somebody archived is meant rather than the next best.
        {{{"Anna Smith", "lee", true}, {"Al Smithson", "lee"}}, "smith", "archived 1"},
        {{{"Anna Smith", "lee", true}, {"Al Smithson", "lee"}}, "Anna Smith", "archived 1"},
        {{{"Anna Smith", "orr", true}, {"Anna Smithson", "lee"}}, "anna smith", "archived 1"},
        {{{"Anna Smith", "lee", true}, {"Jo Smith", "lee"}}, "Smith", "2"},
        {{{"Anna Smith", "lee", true}, {"Jo Smith", "orr"}}, "smi", "2"},
        {{{"Anna Smith", "lee", true}}, "smith", "archived 1"},
        {{{"Anna Smith", "lee", true}, {"Al Smithson", "lee"}}, "smithson", "2"},
        {{{"Anna Smith", "lee"}}, "Smyth", "nobody"},
    };
    for (const auto& row : rows) {
        Clients world{row.people};
        CAPTURE(row.typed, row.people.front().name, row.meant);
        CHECK(world.meant(row.typed) == row.meant);
    }
}

TEST_CASE("Reading finds the archived one that is meant") {
    Clients world{{{"Anna Smith", "lee", true}, {"Al Smithson", "lee"}, {"Jo Ng", "lee", true}, {"Jo Ng", "lee"}}};
    CHECK(world.meant("smith", Archived::after_current) == "1");
    CHECK(world.meant("smithson", Archived::after_current) == "2");
    CHECK(world.meant("Jo Ng", Archived::after_current) == "4");
    CHECK(world.meant("3", Archived::after_current) == "3");
}

TEST_CASE("Several candidates are all named") {
    Lakeside world;
    const Directory directory{&world.database};
    try {
        (void)directory.find_client("smi");
        FAIL("was found");
    } catch (const Refusal& refusal) {
        const auto& problem = refusal.problems().at(0);
        CHECK(problem.message == "'smi' could be any of 2 clients");
        CHECK(problem.details == std::vector<std::string>{"1  Jo Smith (lee)", "2  Al Smithson (lee)"});
        CHECK(problem.hint == "say which by number, such as 1");
    }
}

TEST_CASE("Archived ones are only named in the hint, or found where that is asked for") {
    Lakeside world;
    const Directory directory{&world.database};
    CHECK(test::refused([&] { return directory.find_room("Old Room"); }) ==
          "no room in use has the name 'Old Room' | Old Room is archived; bring it back with: practice room unarchive "
          "'Old "
          "Room'");
    CHECK(test::refused([&] { return directory.find_client("Max"); }) ==
          "no client in use has the name or number 'Max' | Max Hill is archived; bring it back with: practice client "
          "unarchive 5");
    CHECK(directory.find_room("Old Room", Archived::after_current).name.text == "Old Room");
    CHECK(directory.find_client("5", std::nullopt, Archived::after_current).name.text == "Max Hill");
    CHECK(directory.search_clients("Max").empty());
}

TEST_CASE("Rooms are found by name, services by code, its beginning, or description") {
    Lakeside world;
    const Directory directory{&world.database};
    CHECK(directory.find_room("room 1").name.text == "Room 1");
    CHECK(directory.find_room("cafe").name.text == "Café");
    CHECK(kind_of([&] { return directory.find_room("Room"); }) == RefusalKind::ambiguous);
    CHECK(directory.find_service("90834").code == "90834");
    CHECK(directory.find_service("intake").code == "INTAKE");
    CHECK(directory.find_service("9085").code == "90853");
    CHECK(directory.find_service("Group").code == "90853");
    CHECK(kind_of([&] { return directory.find_service("9083"); }) == RefusalKind::ambiguous);
    CHECK(test::refused([&] { return directory.find_service("90843"); }) ==
          "no service has the code '90843' | did you mean 90834, 90853 or 90837?");
}

TEST_CASE("A question asked before is answered by what it asks, not by its words alone") {
    Lakeside world;
    const Directory directory{&world.database};
    const auto lee = directory.find_professional("lee").id;
    const auto orr = directory.find_professional("ORR").id;
    for (int time = 0; time < 20; ++time) {  // beyond the number from which on clients are looked up in an index
        CHECK(directory.find_client("Jo", orr).name.text == "Jo Ng");
        CHECK(directory.find_client("jo", lee).name.text == "Jo Smith");
        CHECK(kind_of([&] { return directory.find_client("Jo"); }) == RefusalKind::ambiguous);
        CHECK(directory.find_client(std::to_string(time % 4 + 1), lee).id.value == time % 4 + 1);
        CHECK(directory.find_client(" AL ").name.text == "Al Smithson");
        CHECK(directory.find_client("Max", lee, Archived::after_current).name.text == "Max Hill");
        CHECK(kind_of([&] { return directory.find_client("Max", lee); }) == RefusalKind::not_found);
        CHECK(directory.find_room("Old Room", Archived::after_current).name.text == "Old Room");
        CHECK(kind_of([&] { return directory.find_room("Old Room"); }) == RefusalKind::not_found);
        CHECK(directory.find_room("ROOM 1").name.text == "Room 1");
        CHECK(&directory.find_professional("Dana") == &directory.find_professional("lee"));
        CHECK(&directory.find_service("group") == &directory.find_service("90853"));
    }
}

TEST_CASE("An empty practice has nothing, and says how to begin") {
    const Directory directory{nullptr};
    CHECK(directory.clients().empty());
    CHECK(directory.recurrence_named("weekly") == nullptr);
    CHECK(test::refused([&] { return directory.find_room("Room 1"); }) ==
          "no room has the name 'Room 1' | there is none yet; add one with: practice room add NAME");
}
