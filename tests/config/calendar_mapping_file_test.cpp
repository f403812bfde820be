// SPDX-License-Identifier: MIT
#include "config/calendar_mapping_file.h"

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using namespace practice::test;

namespace {

CalendarMapping read(const std::string& text) {
    return config::read_calendar_mapping({"mapping.yaml", text});
}

}  // namespace

TEST_CASE("a mapping file says whom, what and where another calendar's words mean") {
    const auto mapping = read(R"(
professional: lee
professionals: {Work: lee, "Sam@Lakeside.example": orr}
summary: ["{client} - {service}", "{client}"]
service: "90834"
clients: {AS: Anna Smith, Couple: [Anna Smith, Jo Ng]}
services: {intake: "90791"}
rooms: {"12 Shore Rd": Room 1}
location: room
room: Room 2
events:
  - {summary: "Lunch*", leave-out: yes}
  - {summary: Group, clients: [Anna Smith, Jo Ng], service: "90853", room: Room 1, professional: orr}
)");
    CHECK(mapping.professional == "lee");
    CHECK(mapping.professionals.at("sam@lakeside.example") == "orr");
    REQUIRE(mapping.patterns.size() == 2);
    CHECK(mapping.patterns[0].text() == "{client} - {service}");
    CHECK(mapping.services == std::vector<std::string>{"90834"});
    CHECK(mapping.clients.at("couple") == "Anna Smith;Jo Ng");
    CHECK(mapping.service_words.at("intake") == "90791");
    CHECK(mapping.rooms.at("12 shore rd") == "Room 1");
    CHECK(mapping.location_is_room);
    CHECK(mapping.room == "Room 2");
    REQUIRE(mapping.events.size() == 2);
    CHECK(mapping.events[0].leave_out);
    CHECK(mapping.events[1].clients == std::vector<std::string>{"Anna Smith", "Jo Ng"});
    CHECK(mapping.events[1].professional == "orr");
}

TEST_CASE("the example of a mapping file is one") {
    const std::string file = std::string{TESTS_DIR} + "/../examples/calendar-mapping.yaml";
    const auto mapping = config::read_calendar_mapping({file, config::read_text_file(file)});
    CHECK(mapping.clients.at("the garcias") == "María García;Ben García");
    CHECK(mapping.events.at(0).leave_out);
}

TEST_CASE("an empty mapping file says nothing") {
    CHECK(read("# nothing yet\n").patterns.empty());
}

TEST_CASE("what is wrong in a mapping file is named") {
    CHECK(refused([] { return read("profesional: lee"); }) ==
          "there is no key 'profesional' here | did you mean professional?");
    CHECK(refused([] { return read("summary: '{patient}'"); }).starts_with("the pattern '{patient}' has the unknown"));
    CHECK(refused([] {
              return read("events: [{leave-out: yes}]");
          }).starts_with("this entry does not say which events it is about"));
    CHECK(refused([] { return read("location: street"); }) == "'street' is not what a place can be | use room or none");
    CHECK(refused([] { return read("clients: [AS]"); }).starts_with("clients must be a map, not a list"));
}
