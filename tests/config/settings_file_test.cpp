// SPDX-License-Identifier: MIT
#include "config/settings_file.h"

#include <catch2/catch.hpp>

using namespace practice;
using namespace practice::config;

namespace {

SettingsFile read(const std::string& text) {
    return read_settings(SourceText{"settings.yaml", text});
}

/// "line:column message | hint", all of them.
std::vector<std::string> problems(const std::string& text) {
    std::vector<std::string> out;
    for (const auto& problem : read(text).problems) {
        REQUIRE(problem.place);
        CHECK(problem.place->file == "settings.yaml");
        out.push_back(std::to_string(problem.place->line) + ":" + std::to_string(problem.place->column) + " " +
                      problem.message + " | " + problem.hint);
    }
    return out;
}

std::string text(const Given& given) {
    return given ? given->text : "not given";
}

}  // namespace

TEST_CASE("Every key of a settings file arrives where it belongs") {
    const auto file = read(R"(
practice: {name: Lakeside, time-zone: America/New_York, currency: USD, week-starts: sunday, slot: 10}
professionals:
  - code: lee
    name: Dana Lee
    email: dana@lakeside.example
    phone: 555 0100
    room: Room 1
    hours: {mon-thu: "09:00-12:00, 13:00-17:00", fri: ["09:00-12:00", "13:00-15:00"]}
    fees: {"90834": "160.00"}
    time-off: ["2026-12-24..2027-01-02", {from: 2027-02-01, reason: away}, 2027-03-01]
    archived: no
rooms: [{name: Room 1, kind: in-person, address: 12 Shore Rd, capacity: 2}, {name: Video, link: "https://v.example/x"}]
services: [{code: "90834", description: "Psychotherapy", length: 45, price: "150.00", per: client}]
recurrences: [{name: six, every: 6 weeks, on: [tue, thu]}, {name: second, words: monthly on 2nd tue}]
clients: [{number: 3, name: Anna Smith, professionals: [lee, orr], fees: {"90834": 120}, note: x, time-zone: Europe/Paris}]
feeds: [{name: Lee, file: lee.ics, privacy: busy, professional: lee, room: [Room 1, Video], show-cancelled: yes, per: room}]
)");
    REQUIRE(file.settings.feeds);
    const auto& feed = file.settings.feeds->front();
    CHECK(text(feed.file) == "lee.ics");
    CHECK(feed.professionals->front().text == "lee");
    CHECK(feed.rooms->at(1).text == "Video");
    CHECK(text(feed.show_cancelled) == "yes");
    CHECK(text(feed.per) == "room");
    CHECK(!feed.clients);
    CHECK(file.problems.empty());
    const auto& settings = file.settings;
    REQUIRE(settings.practice);
    CHECK(text(settings.practice->name) == "Lakeside");
    CHECK(settings.practice->name->spot == Spot{2, 18});
    CHECK(text(settings.practice->week_starts) == "sunday");
    CHECK(text(settings.practice->slot) == "10");

    REQUIRE(settings.professionals->size() == 1);
    const auto& lee = settings.professionals->front();
    CHECK(text(lee.code) == "lee");
    CHECK(lee.code->spot == Spot{4, 11});
    CHECK(text(lee.phone) == "555 0100");
    CHECK(text(lee.archived) == "no");
    REQUIRE(lee.hours->size() == 2);
    CHECK(lee.hours->at(0).days->text == "mon-thu");
    CHECK(lee.hours->at(1).spans.text == "09:00-12:00, 13:00-15:00");
    REQUIRE(lee.time_off->size() == 3);
    CHECK(lee.time_off->at(0).from.text == "2026-12-24");
    CHECK(text(lee.time_off->at(0).to) == "2027-01-02");
    CHECK(text(lee.time_off->at(1).reason) == "away");
    CHECK_FALSE(lee.time_off->at(2).to);
    CHECK(lee.fees->at(0).price.text == "160.00");

    CHECK(text(settings.rooms->at(0).capacity) == "2");
    CHECK(text(settings.rooms->at(1).link) == "https://v.example/x");
    CHECK(text(settings.services->at(0).per) == "client");
    CHECK(text(settings.recurrences->at(0).on) == "tue,thu");
    CHECK(text(settings.recurrences->at(1).rule) == "monthly on 2nd tue");
    CHECK(text(settings.clients->at(0).number) == "3");
    CHECK(settings.clients->at(0).professionals->at(1).text == "orr");
}

TEST_CASE("What the file does not give is not given; a section may be empty") {
    const auto file = read("rooms: []\nclients:\nprofessionals: [{code: lee}]\n");
    CHECK(file.problems.empty());
    CHECK_FALSE(file.settings.practice);
    CHECK_FALSE(file.settings.services);
    REQUIRE(file.settings.rooms);
    CHECK(file.settings.rooms->empty());
    REQUIRE(file.settings.clients);
    CHECK(file.settings.clients->empty());
    CHECK_FALSE(file.settings.professionals->at(0).hours);
    CHECK_FALSE(file.settings.professionals->at(0).name);
}

TEST_CASE("One text instead of a list or a map is read where it is clear") {
    const auto file = read(
        "professionals: [{code: lee, hours: mon-fri 09:00-17:00, time-off: 2026-12-24}]\n"
        "clients: [{name: Anna Smith, professionals: 'lee, orr'}]\n");
    CHECK(file.problems.empty());
    const auto& lee = file.settings.professionals->at(0);
    CHECK_FALSE(lee.hours->at(0).days);
    CHECK(lee.hours->at(0).spans.text == "mon-fri 09:00-17:00");
    CHECK(lee.time_off->at(0).from.text == "2026-12-24");
    CHECK(file.settings.clients->at(0).professionals->size() == 2);
}

TEST_CASE("All that has the wrong shape is told, with the nearest key") {
    CHECK(problems("practise: {name: x}\n"
                   "practice: {nmae: x, time_zone: UTC}\n"
                   "rooms: {name: Room 1}\n"
                   "services: [90834]\n"
                   "clients: [{name: [Anna], fees: 120, professionals: {a: b}}]\n"
                   "professionals: [{hours: [mon], time-off: [{to: 2026-12-24}, {from: 2026-12-24, til: x}]}]\n"
                   "recurrences: [{rule: weekly, words: monthly}]\n") ==
          std::vector<std::string>{
              "1:1 there is no key 'practise' here | did you mean practice?",
              "2:12 there is no key 'nmae' here | did you mean name?",
              "2:21 there is no key 'time_zone' here | did you mean time-zone?",
              "3:8 this section must be a list, not a map | for example - {name: Room 1, kind: in-person}",
              "4:12 each entry must be a map, not a single value | for example {code: \"90834\", length: 45, price: "
              "\"150.00\"}",
              "5:18 name must be a single value, not a list | ",
              "5:32 fees must be a map, not a single value | for example fees: {\"90834\": \"120.00\"}",
              "5:52 professionals must be a list, not a map | for example professionals: [lee]",
              "6:25 hours must be a map, not a list | for example hours: {mon-thu: \"09:00-17:00\", fri: "
              "\"09:00-13:00\"}",
              "6:43 this time off has no 'from' | write it as \"2026-12-24..2027-01-02\" or {from: 2026-12-24, to: "
              "2027-01-02, reason: vacation}",
              "6:80 there is no key 'til' here | the keys here are from, to, reason",
              "7:37 this recurrence says twice how often it is | keep one of rule, words and rrule",
          });
}

TEST_CASE("A file that is no settings file at all is told so") {
    CHECK(problems("") ==
          std::vector<std::string>{"1:1 the file is empty | see 'practice apply --help' for what belongs into it"});
    CHECK(problems("- a\n") ==
          std::vector<std::string>{
              "1:1 the file must be a map, not a list | for example 'practice: {name: Lakeside Counseling}'"});
    CHECK_THROWS_AS(read("a: [\n"), Refusal);
}

TEST_CASE("Places of later problems are completed from the file") {
    const SourceText source{"settings.yaml", "practice:\n  currency: ZZZ\n"};
    std::vector<Problem> found{{"wrong", "", Place{{}, 2, 13, {}}, {}}, {"elsewhere", "", std::nullopt, {}}};
    locate(found, source);
    CHECK(found[0].place->file == "settings.yaml");
    CHECK(found[0].place->text == "  currency: ZZZ");
    CHECK_FALSE(found[1].place);
}
