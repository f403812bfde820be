// SPDX-License-Identifier: MIT
// Whatever is done: undo leaves every table as it was, and redo brings it back. The whole program is driven,
// over a database on the disk; all tables but the journal's own are compared, row by row.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "cli/environment.h"
#include "store/database.h"
#include "store/schema/schema.h"
#include "support/temporary_folder.h"
#include "time/zone_database.h"

namespace {

using namespace practice;

constexpr const char* kSettings = R"(
practice: {name: Lakeside, time-zone: America/New_York, currency: USD}
rooms: [{name: Room 1, kind: in-person}, {name: Room 2, kind: in-person}, {name: Video, kind: virtual}]
professionals: [{code: lee, name: Dana Lee, room: Room 1}, {code: orr, name: Sam Orr, room: Room 2}]
services: [{code: "90834", length: 45, price: "150.00"}, {code: "90853", length: 90, price: "60.00", per: client}]
clients: [{name: Anna Smith, professionals: [lee]}, {name: Jo Ng, professionals: [lee, orr]}]
)";

/// A practice of its own in a folder of its own.
class World {
public:
    World() {
        std::ofstream{folder_.path() / "settings.yaml"} << kSettings;
        REQUIRE(run({"apply", (folder_.path() / "settings.yaml").string()}) == 0);
    }

    int run(std::vector<std::string> words) {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        cli::Environment environment;
        environment.in = &in;
        environment.out = &out;
        environment.err = &err;
        environment.variables = {{"HOME", folder_.path().string()}, {"PRACTICE_NOW", "2026-11-23T08:00"}};
        environment.account = "tester";
        environment.zones = &zones_;
        words.insert(words.end(), {"--db", file(), "--no-config"});
        const int code = cli::run(words, environment);
        said_ = out.str() + err.str();
        return code;
    }

    /// Every row of every table that the journal keeps.
    [[nodiscard]] std::string tables() const {
        auto database = store::Database::open(file(), store::Access::read);
        std::string all;
        for (const auto& table : store::tables()) {
            std::vector<std::string> rows;
            std::vector<std::string_view> columns;  // what only rises is not taken back
            std::ranges::remove_copy_if(table.columns, std::back_inserter(columns), [&](std::string_view column) {
                return std::ranges::find(table.rising, column) != table.rising.end();
            });
            const auto image = store::image_sql({table.name, columns, table.keys}, "");
            auto row = database.prepare_text("SELECT " + image + " FROM " + std::string{table.name});
            while (row.step()) { rows.push_back(row.string(0)); }
            std::ranges::sort(rows);
            all.append(table.name) += "\n";
            for (const auto& text : rows) { all += "  " + text + "\n"; }
        }
        return all;
    }
    [[nodiscard]] const std::string& said() const { return said_; }

private:
    [[nodiscard]] std::string file() const { return (folder_.path() / "practice.db").string(); }

    test::TemporaryFolder folder_;
    time::ZoneDatabase zones_;
    std::string said_;
};

using Words = std::vector<std::string>;

std::string one_of(const std::vector<std::string>& choices) {
    return *rc::gen::elementOf(choices);
}
std::string number(int from, int to) {
    return std::to_string(*rc::gen::inRange(from, to));
}

/// A date some weeks ahead of the clock; every series here is on weekdays of December.
std::string some_date() {
    return "2026-12-" + one_of({"01", "02", "08", "09", "15", "22"});
}
std::string some_session() {
    return number(1, 5);
}
std::string some_slot() {
    return some_session() + "@2026-12-" + one_of({"01", "08", "15", "22"});
}

/// Many of these are refused: those change nothing, which is part of it.
Words some_command() {
    switch (*rc::gen::inRange(0, 17)) {
        case 0:
        case 1:
        case 2:
            return {"session",        "add",
                    "--client",       one_of({"Smith", "Ng"}),
                    "--service",      one_of({"90834", "90853"}),
                    "--professional", one_of({"lee", "orr"}),
                    "--at",           some_date() + " 1" + number(0, 6) + ":00",
                    "--repeat",       one_of({"weekly", "daily", "monthly"}),
                    "--times",        number(2, 9)};
        case 3:
            return {"session",       "add",   "--client",       "Ng",         "--client", "Smith",
                    "--service",     "90853", "--professional", "lee",        "--at",     some_date() + " 9:00",
                    "--on-conflict", "allow", "--note",         "two of them"};
        case 4: return {"session", "edit", some_session(), "--all", "--room", one_of({"Room 1", "Room 2", "Video"})};
        case 5: return {"session", "edit", some_slot(), "--length", number(20, 80), "--note", "longer"};
        case 6: return {"session", "edit", some_session(), "--from", some_date(), "--client", "Ng"};
        case 7: return {"session", "move", some_slot(), some_date() + " 17:00"};
        case 8: return {"session", "move", some_session(), "1" + number(0, 9) + ":15", "--all"};
        case 9: return {"session", "cancel", some_slot(), "--reason", "ill"};
        case 10: return {"session", "cancel", some_session(), "--all", "--yes"};
        case 11: return {"session", "mark", some_slot(), one_of({"attended", "no-show"}), "--allow-future"};
        case 12: return {"session", "delete", some_session(), "--all", "--yes"};
        case 13: return {"session", "restore", some_slot()};
        case 14: return {"client", "add", "Ida " + one_of({"Hart", "Lund"}), "--professional", "orr"};
        case 15: return {"client", "edit", "Smith", "--phone", number(1000, 9999), "--fee", "90834=" + number(50, 99)};
        default: return {"professional", "transfer", "lee", "orr", "--on-conflict", one_of({"skip", "allow"}), "--yes"};
    }
}

std::string joined(const Words& words) {
    std::string text;
    for (const auto& word : words) { text += word + " "; }
    return text;
}

}  // namespace

TEST_CASE("undo leaves every table as it was, and redo brings it all back") {
    CHECK(rc::check([] {
        World world;
        std::vector<std::string> states{world.tables()};
        const int steps = *rc::gen::inRange(1, 8);
        for (int i = 0; i < steps; ++i) {
            const auto command = some_command();
            const int code = world.run(command);
            RC_LOG() << joined(command) << " -> " << code << "\n";
            auto state = world.tables();
            if (state != states.back()) {
                RC_ASSERT(code == 0);
                states.push_back(std::move(state));
            }
        }
        for (auto i = states.size() - 1; i-- > 0;) {
            const int code = world.run({"undo"});
            RC_LOG() << world.said();
            RC_ASSERT(code == 0);
            RC_ASSERT(world.tables() == states[i]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            const int code = world.run({"redo"});
            RC_LOG() << world.said();
            RC_ASSERT(code == 0);
            RC_ASSERT(world.tables() == states[i]);
        }
        RC_ASSERT(world.run({"redo"}) == 3);
        RC_ASSERT(world.run({"log", "verify"}) == 0);
    }));
}

TEST_CASE("an older operation is undone exactly or refused, and a refusal changes nothing") {
    CHECK(rc::check([] {
        World world;
        for (int i = 0; i < 6; ++i) { (void)world.run(some_command()); }
        const auto before = world.tables();
        const auto which = number(1, 8);
        const int code = world.run({"undo", which});
        RC_LOG() << world.said();
        if (code != 0) {
            RC_ASSERT(world.tables() == before);
            return;
        }
        RC_ASSERT(world.run({"redo", which}) == 0);
        RC_ASSERT(world.tables() == before);
    }));
}
