// SPDX-License-Identifier: MIT
// The whole program, driven in one process over a database on the disk.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "store/database.h"
#include "store/schema/schema.h"
#include "support/temporary_folder.h"
#include "time/zone_database.h"

namespace practice::test {

inline constexpr const char* kSettings = R"(
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
            auto row =
                database.prepare_text("SELECT " + store::image_sql(table, "") + " FROM " + std::string{table.name});
            while (row.step()) { rows.push_back(row.string(0)); }
            std::ranges::sort(rows);
            all.append(table.name) += "\n";
            for (const auto& text : rows) { all.append("  ").append(text).append("\n"); }
        }
        return all;
    }
    [[nodiscard]] const std::string& said() const { return said_; }

    /// Writes a file, and gives back its path.
    std::string write(const std::string& name, const std::string& text) {
        const auto path = (folder_.path() / name).string();
        std::ofstream{path} << text;
        return path;
    }

    [[nodiscard]] std::string file() const { return (folder_.path() / "practice.db").string(); }
    [[nodiscard]] const TimeZones& zones() const { return zones_; }

private:
    test::TemporaryFolder folder_;
    time::ZoneDatabase zones_;
    std::string said_;
};

}  // namespace practice::test
