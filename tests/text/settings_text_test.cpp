// SPDX-License-Identifier: MIT
#include "text/wording/settings_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "text/wording/fields_text.h"

using namespace practice;
using namespace practice::text;

namespace {

const PlannedChange kNewRoom{
    PlannedAct::add, "room", "Room 3", "Room 3", {{"kind", "", "in-person"}, {"capacity", "", "2"}}};
const PlannedChange kHours{PlannedAct::change,
                           "professional",
                           "lee",
                           "Dana Lee",
                           {{"hours", "none", "mon 09:00-17:00"}, {"email", "a@b.example", ""}}};
const PlannedChange kArchived{PlannedAct::archive, "client", "6", "Ben García", {{"archived", "no", "yes"}}};
const PlannedChange kBack{PlannedAct::change, "room", "Video", "Video", {{"archived", "yes", "no"}}};

}  // namespace

TEST_CASE("Changes are told one by one, with the fields before and after") {
    CHECK(changes_told({kNewRoom, kHours, kArchived, kBack}, false, false) ==
          "Added Room 3\n"
          "  kind      in-person\n"
          "  capacity  2\n"
          "Changed professional lee (Dana Lee)\n"
          "  hours  none -> mon 09:00-17:00\n"
          "  email  a@b.example -> none\n"
          "Archived client 6 (Ben García)\n"
          "Brought back room Video\n");
}

TEST_CASE("What would be is told as such") {
    CHECK(changes_told({kNewRoom, kArchived, kBack}, true, true) ==
          "Would add Room 3\n"
          "Would archive client 6 (Ben García)\n"
          "Would bring back room Video\n");
}

TEST_CASE("Told briefly, many additions of a kind are one line") {
    std::vector<PlannedChange> changes{kNewRoom};
    for (int i = 1; i <= 13; ++i) {
        changes.push_back({PlannedAct::add, "client", std::to_string(i), "Anna Smith", {}});
    }
    CHECK(changes_told(changes, true, false) == "Added Room 3\nAdded 13 clients\n");
    CHECK(changes_told({changes.begin(), changes.begin() + 2}, true, false) ==
          "Added Room 3\nAdded client 1 (Anna Smith)\n");
}

TEST_CASE("The tally leaves out what there is none of") {
    SettingsPlan plan;
    CHECK(tally(plan) == "nothing");
    plan.changes = {kNewRoom, kHours, kArchived};
    plan.unchanged = 400;
    CHECK(tally(plan) == "1 added, 1 changed, 1 archived, 400 unchanged");
}

TEST_CASE("A plan as JSON has every list, and null for nothing") {
    SettingsPlan plan;
    plan.changes = {kHours};
    plan.notes = {"note"};
    const auto json = nlohmann::json::parse(plan_json(plan, true));
    CHECK(json["added"].empty());
    CHECK(json["archived"].empty());
    CHECK(json["changed"][0]["key"] == "lee");
    CHECK(json["changed"][0]["fields"][1]["before"] == "a@b.example");
    CHECK(json["changed"][0]["fields"][1]["after"].is_null());
    CHECK(json["unchanged"] == 0);
    CHECK(json["notes"][0] == "note");
    CHECK(json["dry_run"] == true);
}

TEST_CASE("Names cannot draw on the terminal") {
    const PlannedChange hostile{PlannedAct::change, "client", "1", "A\x1b[2J", {{"note", "", "\x1b]0;x\x07"}}};
    const auto told = changes_told({hostile}, false, false);
    CHECK(told.find('\x1b') == std::string::npos);
    CHECK(fields_told("1  A\x1b[2J", {{"note", "\x1b[2J"}}).find('\x1b') == std::string::npos);
}

TEST_CASE("Fields stand under their title, those without a value left out") {
    CHECK(fields_told("Room 1", {{"name", "Room 1"}, {"kind", "in-person"}, {"address", ""}, {"archived", "no"}}) ==
          "Room 1\n  kind  in-person\n");
    CHECK(fields_told("Room 1", {{"kind", "virtual"}, {"archived", "yes"}}) ==
          "Room 1\n  kind      virtual\n  archived  yes\n");
}
