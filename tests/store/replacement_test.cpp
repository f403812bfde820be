// SPDX-License-Identifier: MIT
#include "store/sqlite/replacement.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "store/schema/integrity.h"
#include "store/sqlite/backup.h"
#include "store_world.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using practice::test::refused;

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A database with one session in it, and its backup; then it gets a second one.
struct Restoring {
    Restoring() {
        World world{Database::open(file, Access::write)};
        world.add(world.session("2026-12-01"));
        back_up(world.database, backup, Existing::kept);
        world.add(world.session("2026-12-02"));
    }

    Replaced replace(const OpenOptions& options = {}) const {
        PrivateCopy copy{backup, file, options};
        return replace_database(
            file, [&] { return kept; }, copy.database(), options);
    }
    [[nodiscard]] std::int64_t sessions() const {
        auto database = Database::open(file, Access::read);
        return summarize(database).sessions;
    }

    TemporaryFolder folder;
    fs::path file = folder / "practice.db";
    fs::path backup = folder / "backup.db";
    fs::path kept = folder / "kept.db";
};

/// A copy of the database as a power cut leaves it in the middle of a change, with the journal to roll it back.
void copy_interrupted(const fs::path& file, const fs::path& target) {
    const World maker;
    auto database = Database::open(file, Access::write);
    database.run("PRAGMA cache_size = 5");  // so that pages reach the file before the commit
    const Writing writing{database, kNote};
    for (int day = 10; day < 30; ++day) {
        for (int hour = 8; hour < 20; ++hour) {
            insert(database, maker.session("2026-12-" + std::to_string(day), hour), maker.zones);
        }
    }
    fs::copy_file(file, target);
    fs::copy_file(file.string() + "-journal", target.string() + "-journal");
    REQUIRE(fs::file_size(target.string() + "-journal") > 0);
}

TEST_CASE("a backup takes the place of the database, whose bytes are kept") {
    const Restoring world;
    const auto before = bytes_of(world.file);
    CHECK(world.replace().kept == world.kept);
    CHECK(world.sessions() == 1);
    CHECK(bytes_of(world.kept) == before);
    auto database = Database::open(world.file, Access::write);
    CHECK(count_faults(database) == 0);
    CHECK_FALSE(find_broken_operation(database));
}

TEST_CASE("whoever is reading or writing is waited for, and nothing is changed when that takes too long") {
    const Restoring world;
    const auto before = bytes_of(world.file);
    const OpenOptions impatient{.busy_timeout = std::chrono::milliseconds{0}};
    {
        auto other = Database::open(world.file, Access::read);
        const Reading reading{other};
        REQUIRE(summarize(other).sessions == 2);
        CHECK_THAT(refused([&] { return world.replace(impatient); }), Contains("in use by another process"));
    }
    {
        auto other = Database::open(world.file, Access::write);
        const Writing writing{other, kNote};
        CHECK_THAT(refused([&] { return world.replace(impatient); }), Contains("in use by another process"));
    }
    CHECK(bytes_of(world.file) == before);
    CHECK_FALSE(fs::exists(world.kept));
    CHECK(world.replace(impatient).kept);
}

TEST_CASE("an interrupted change of the old database is rolled back before it is kept, and never into the new one") {
    const Restoring world;
    const TemporaryFolder crashed;
    const auto file = crashed / "practice.db";
    copy_interrupted(world.file, file);
    PrivateCopy copy{world.backup, file, {}};
    replace_database(file, [&] { return crashed / "kept.db"; }, copy.database(), {});
    CHECK_FALSE(fs::exists(file.string() + "-journal"));
    auto database = Database::open(file, Access::read);
    CHECK(summarize(database).sessions == 1);
    CHECK(count_faults(database) == 0);
    auto kept = Database::open(crashed / "kept.db", Access::read);
    CHECK(summarize(kept).sessions == 2);
    CHECK(count_faults(kept) == 0);
}

TEST_CASE("what is there may be damaged in any way") {
    for (const std::streamoff at : {0, 20, 4096, 20'000}) {
        const Restoring world;
        {
            std::fstream damaged{world.file, std::ios::in | std::ios::out | std::ios::binary};
            damaged.seekp(at);
            damaged << std::string(7000, '\xa5');
        }
        fs::resize_file(world.file, fs::file_size(world.file) - 1000);  // no whole number of pages, too
        const auto before = bytes_of(world.file);
        CAPTURE(at);
        // Where the header says that it is another program's, it is not replaced.
        if (at == 20) {
            CHECK_THAT(refused([&] { return world.replace(); }), Contains("another program"));
            CHECK(bytes_of(world.file) == before);
            continue;
        }
        world.replace();
        CHECK(world.sessions() == 1);
        CHECK(bytes_of(world.kept) == before);
    }
}

TEST_CASE("what is kept never takes the place of something else") {
    const Restoring world;
    std::ofstream{world.kept} << "here before";
    CHECK_THAT(refused([&] { return world.replace(); }), Contains("already"));
    CHECK(bytes_of(world.kept) == "here before");
    CHECK(world.sessions() == 2);
}

TEST_CASE("operations are missing behind the last that both logs have") {
    const Restoring world;
    auto now = Database::open(world.file, Access::read);
    auto backup = Database::open(world.backup, Access::read);
    CHECK(operations_missing_in(backup, now) == 1);
    CHECK(operations_missing_in(now, backup) == 0);
    auto empty = Database::in_memory();
    CHECK(operations_missing_in(empty, now) == 3);
}

TEST_CASE("a backup that is in the middle of an interrupted change is not restored") {
    const Restoring world;
    const TemporaryFolder crashed;
    const auto file = crashed / "backup.db";
    copy_interrupted(world.file, file);
    CHECK_THAT(refused([&] { return PrivateCopy{file, world.file, {}}.database().file(); }), Contains("interrupted"));
    CHECK(fs::file_size(file.string() + "-journal") > 0);
}

}  // namespace
}  // namespace practice::store::test
