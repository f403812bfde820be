// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "app/database/database_in_the_making.h"
#include "app/database/load_dump.h"
#include "app/database/open_database.h"
#include "app/database/same_file.h"
#include "app/database/upgrade.h"
#include "app/practice_files.h"
#include "store/dump.h"
#include "store/schema/schema.h"
#include "support/temporary_folder.h"
#include "text/rows/dump_text.h"

using namespace practice;
using practice::test::refused;

namespace {

std::string dump_of(store::Database& database) {
    const store::Reading reading{database};
    auto dump = text::dump_line(DumpHead{.schema = store::schema_version()});
    text::DumpEnd end;
    store::dump_rows(database, [&](const StoredRow& row) {
        dump += text::dump_line(row);
        ++end.rows;
    });
    return dump + text::dump_line(end);
}

/// An office with nothing in it, in memory.
app::Office empty_office(const TimeZones& zones) {
    app::Office office;
    office.zones = &zones;
    office.database = store::Database::in_memory();
    return office;
}

}  // namespace

TEST_CASE("A dump that is loaded gives the same dump again") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    const auto dump = dump_of(*world.office.database);
    auto other = empty_office(world.zones);
    CHECK(app::load_dump(other, "dump.jsonl", dump) == std::ranges::count(dump, '\n') - 2);
    CHECK(dump_of(*other.database) == dump);
    CHECK(other.stands == "the dump was loaded all the same");
}

TEST_CASE("In a dry run a dump is checked and not kept") {
    test::PracticeWorld world;
    auto other = empty_office(world.zones);
    const auto before = dump_of(*other.database);
    other.dry_run = true;
    app::load_dump(other, "dump.jsonl", dump_of(*world.office.database));
    CHECK(dump_of(*other.database) == before);
    CHECK(other.stands.empty());
}

TEST_CASE("A dump that is no whole one is refused") {
    test::PracticeWorld world;
    auto dump = dump_of(*world.office.database);
    const auto loading = [&](const std::string& text) {
        auto other = empty_office(world.zones);
        return refused([&] { return app::load_dump(other, "dump.jsonl", text); });
    };
    CHECK(loading("").starts_with("the file is empty | "));
    CHECK(loading(dump.substr(dump.find('\n') + 1)).starts_with("the head of the dump is missing | "));
    CHECK(loading(dump.substr(0, dump.rfind('\n', dump.size() - 2) + 1)).starts_with("the dump was cut off: "));
}

TEST_CASE("A database in the making has its name when it is kept, and is gone otherwise") {
    const test::TemporaryFolder folder;
    const time::ZoneDatabase zones;
    app::Office office;
    office.zones = &zones;
    office.configuration = config::load_configuration({});
    office.database_file = folder.path() / "practice.db";
    { const app::DatabaseInTheMaking given_up{office}; }
    office.database.reset();
    CHECK_FALSE(store::Database::exists(office.database_file));
    app::DatabaseInTheMaking made{office};
    CHECK_FALSE(store::Database::exists(office.database_file));
    made.keep();
    app::open_as_it_is(office);
    CHECK(office.database);
    CHECK_FALSE(office.practice);
}

TEST_CASE("A program without a command line opens a database as the configuration of the machine says") {
    const test::TemporaryFolder folder;
    const time::ZoneDatabase zones;
    const auto file = folder.path() / "practice.db";
    const auto opening = [&](const config::Sources& configured) {
        return refused([&] { return app::open_office(file, store::Access::write, zones, Instant{}, configured); });
    };
    CHECK(opening({}) == "accepted");
    const auto configuration = folder.path() / "config.yaml";
    std::ofstream{configuration} << "database: " << file.string() << "\nshare-with-group: no-such-group-here\n";
    config::Sources configured;
    configured.system_file = configuration;
    CHECK(opening(configured).starts_with("there is no group 'no-such-group-here' to share the practice with"));
}

TEST_CASE("Two names of one file are known, whether it is there or not") {
    CHECK(app::is_same_file("gone/../practice.db", "practice.db"));
    CHECK_FALSE(app::is_same_file("gone/practice.db", "practice.db"));
}

TEST_CASE("A database of this version needs no upgrade, and none is none") {
    test::PracticeFiles files;
    auto office = files.closed();
    const auto upgrade = app::upgrade_database(office);
    CHECK_FALSE(upgrade.needed());
    CHECK_FALSE(upgrade.kept);
    CHECK(office.stands.empty());
    office = files.closed("gone.db");
    CHECK(refused([&] { return app::upgrade_database(office); }).starts_with("there is no database "));
}
