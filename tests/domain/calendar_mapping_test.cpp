// SPDX-License-Identifier: MIT
#include "practice/exchange/calendar_mapping.h"

#include <catch2/catch.hpp>

#include "support/new_york.h"
#include "support/refused.h"

using namespace practice;
using namespace practice::test;

namespace {

std::string matched(const char* pattern, const char* summary) {
    const auto words = SummaryPattern{pattern}.match(summary);
    if (!words) { return "no"; }
    std::string text;
    for (const auto& [name, value] : *words) { text += (text.empty() ? "" : ", ") + name + '=' + value; }
    return text;
}

ForeignEvent event(const std::string& summary) {
    ForeignEvent made;
    made.line = 3;
    made.uid = "u";
    made.summary = summary;
    made.start = {ForeignTime::Kind::floating,
                  LocalTime{Date{std::chrono::year{2026} / 12 / 1}} + std::chrono::hours{14}, nullptr, 5};
    made.duration = std::chrono::minutes{45};
    return made;
}

/// The cells of the only row, without time; or what is wrong.
std::string row_of(const ForeignEvent& one, const CalendarMapping& mapping) {
    static const auto zone = new_york();
    const auto file = schedule_of({{one}, {}, {}, {}}, mapping, {&zone, &zone, &zone});
    std::string text;
    for (const auto& problem : file.problems) { text += "problem: " + problem.message; }
    for (const auto& note : file.notes) { text += "note: " + note.message; }
    for (const auto& row : file.rows) {
        for (const auto& cell : row.cells) {
            const auto& name = calendar_columns().at(cell.column);
            if (name == "ref" || name == "at" || name == "length" || name == "time-zone") { continue; }
            text += (text.empty() ? "" : ", ") + name + '=' + std::string{cell.text};
        }
    }
    return text;
}

}  // namespace

TEST_CASE("patterns take words out of a SUMMARY") {
    CHECK(matched("{client}", "Anna Smith") == "client=Anna Smith");
    CHECK(matched("{client} - {service}", "Anna Smith - 90834") == "client=Anna Smith, service=90834");
    CHECK(matched("{client} - {service}", "Anna - B - 90834") == "client=Anna, service=B - 90834");
    CHECK(matched("Session: {client} ({service})", "SESSION: Anna (90834)") == "client=Anna, service=90834");
    CHECK(matched("{client} ({professional})", "Anna (née Ng) (lee)") == "client=Anna, professional=née Ng) (lee");
    CHECK(matched("{anything}: {client}", "Tue: Anna") == "client=Anna");
    CHECK(matched("{client} - {service}", "Anna Smith") == "no");
    CHECK(matched("{client} - {service}", " - 90834") == "no");
    CHECK(matched("Session {client}", "Anna") == "no");
    CHECK(matched("{client}!", "Anna") == "no");
    CHECK(matched("{client}", "") == "no");
}

TEST_CASE("patterns that cannot be meant are refused") {
    const auto wrong = [](const char* text) { return refused([&] { return SummaryPattern{text}; }); };
    CHECK(wrong("Anna").starts_with("the pattern 'Anna' has no word |"));
    CHECK(wrong("{client").starts_with("the pattern '{client' has a { without its }"));
    CHECK(wrong("{patient}").starts_with("the pattern '{patient}' has the unknown word {patient}"));
    CHECK(wrong("{client}{service}").starts_with("the pattern '{client}{service}' has two words without"));
    CHECK(wrong("{client} {client}").starts_with("the pattern '{client} {client}' has {client} twice"));
}

TEST_CASE("the first pattern that fits counts; none is a problem") {
    CalendarMapping mapping;
    for (const auto* pattern : {"{client} - {service}", "{client} ({room})"}) {
        mapping.patterns.emplace_back(pattern);
    }
    mapping.services = {"90834"};
    CHECK(row_of(event("Anna - 90791"), mapping) == "client=Anna, service=90791");
    CHECK(row_of(event("Anna (Room 1)"), mapping) == "client=Anna, service=90834, room=Room 1");
    CHECK(row_of(event("Anna"), mapping) ==
          "problem: 'Anna' does not read like '{client} - {service}' or '{client} ({room})'");
}

TEST_CASE("several clients in one SUMMARY") {
    CalendarMapping mapping;
    mapping.patterns.emplace_back("{clients}");
    CHECK(row_of(event("Anna Smith & Jo Ng and Bo"), mapping) == "client=Anna Smith, client=Jo Ng, client=Bo");
}

TEST_CASE("words are translated, without case") {
    CalendarMapping mapping;
    mapping.patterns.emplace_back("{client} {service}");
    mapping.clients = {{"as", "Anna Smith"}, {"both", "Anna Smith;Jo Ng"}};
    mapping.service_words = {{"intake", "90791"}};
    mapping.rooms = {{"12 shore rd", "Room 1"}};
    auto one = event("AS Intake");
    one.location = "12 Shore Rd";
    CHECK(row_of(one, mapping) == "client=Anna Smith, service=90791, room=Room 1");
    CHECK(row_of(event("both intake"), mapping) == "client=Anna Smith, client=Jo Ng, service=90791");
}

TEST_CASE("the professional comes by category, organizer, then the calendar's name; else the one for all") {
    CalendarMapping mapping;
    mapping.professional = "any";
    mapping.professionals = {{"work", "lee"}, {"sam@lakeside.example", "orr"}, {"dana's", "dana"}};
    auto one = event("Anna");
    CHECK(row_of(one, mapping) == "professional=any, client=Anna");
    one.calendar = "Dana's";
    CHECK(row_of(one, mapping) == "professional=dana, client=Anna");
    one.organizer = "Sam@lakeside.example";
    CHECK(row_of(one, mapping) == "professional=orr, client=Anna");
    one.categories = {"Blue", "Work"};
    CHECK(row_of(one, mapping) == "professional=lee, client=Anna");
}

TEST_CASE("a place is a room only where somebody says so, otherwise it is named") {
    auto one = event("Anna");
    one.location = "Room 7";
    CHECK(row_of(one, {}) == "note: places were not read, those of 1 event: 'Room 7', client=Anna");
    CalendarMapping mapping;
    mapping.location_is_room = true;
    CHECK(row_of(one, mapping) == "client=Anna, room=Room 7");
}

TEST_CASE("events by their SUMMARY: left out, or what they are") {
    CalendarMapping mapping;
    mapping.patterns.emplace_back("{client} - {service}");
    mapping.events = {{"Lunch*", true, {}, {}, {}, {}}, {"Group", false, "orr", {"Anna", "Jo"}, {"90853"}, "Room 1"}};
    CHECK(row_of(event("lunch with Bo"), mapping) == "note: left out, as the mapping says: 'lunch with Bo'");
    CHECK(row_of(event("Group"), mapping) == "professional=orr, client=Anna, client=Jo, service=90853, room=Room 1");
}
