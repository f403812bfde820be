// SPDX-License-Identifier: MIT
#include "store/sqlite/backup.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "store/schema/integrity.h"
#include "store_world.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

namespace fs = std::filesystem;
using practice::test::refused;

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) { names.push_back(entry.path().filename()); }
    std::ranges::sort(names);
    return names;
}

struct OnDisk : World {
    explicit OnDisk(const fs::path& file) : World{Database::open(file, Access::write)} {}
};

TEST_CASE("a backup is the database at one moment: what is committed, and nothing of a write under way") {
    const TemporaryFolder folder;
    OnDisk world{folder.path() / "practice.db"};
    world.add(world.session("2026-12-01"));
    auto reader = Database::open(folder.path() / "practice.db", Access::read);
    const Writing writing{world.database, kNote};
    insert(world.database, world.session("2026-12-02"), world.zones);

    const auto target = backup_path(folder.path() / "backup.db", reader, Existing::kept);
    const auto backup = back_up(reader, target, Existing::kept);
    CHECK(backup.holds.sessions == 1);
    CHECK(backup.holds.operations == 2);
    CHECK(backup.bytes == static_cast<std::int64_t>(fs::file_size(target)));
    auto copy = Database::open(target, Access::read);
    CHECK(summarize(copy) == backup.holds);
    CHECK(count_faults(copy) == 0);
    CHECK_FALSE(find_broken_operation(copy));
    CHECK((fs::status(target).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a copy that lacks something is no sound copy") {
    const TemporaryFolder folder;
    OnDisk world{folder.path() / "practice.db"};
    world.add(world.session("2026-12-01"));
    const auto before = summarize(world.database);
    const auto target = backup_path(folder.path() / "backup.db", world.database, Existing::kept);
    back_up(world.database, target, Existing::kept);
    CHECK(is_sound_copy(target, before));
    world.add(world.session("2026-12-02"));
    CHECK_FALSE(is_sound_copy(target, summarize(world.database)));
}

TEST_CASE("a file that came in the meantime is not overwritten, and nothing is left behind") {
    const TemporaryFolder folder;
    OnDisk world{folder.path() / "practice.db"};
    const auto target = backup_path(folder.path() / "backup.db", world.database, Existing::kept);
    std::ofstream{target} << "somebody was faster";
    CHECK(refused([&] { return back_up(world.database, target, Existing::kept); }).find("already") !=
          std::string::npos);
    CHECK(fs::file_size(target) == 19);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"backup.db", "practice.db"});
}

TEST_CASE("what a killed program left behind is removed a day later, and nothing else is") {
    const TemporaryFolder folder;
    const auto old = folder.path() / ".practice-copy-0123456789abcdef";
    const auto young = folder.path() / ".practice-copy-fedcba9876543210";
    const auto other = folder.path() / ".practice-notes";
    for (const auto& file : {old, young, other}) { std::ofstream{file} << "x"; }
    const auto two_days_ago = fs::last_write_time(young) - std::chrono::hours{48};
    fs::last_write_time(old, two_days_ago);
    fs::last_write_time(other, two_days_ago);
    { const NewFile file{folder.path()}; }
    CHECK(names_in(folder.path()) == std::vector<std::string>{young.filename(), other.filename()});
}

TEST_CASE("a damaged database is not backed up as if it were whole") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "practice.db";
    {
        OnDisk world{file};
        for (int day = 10; day < 30; ++day) { world.add(world.session("2026-12-" + std::to_string(day))); }
    }
    {
        // The pages in the middle: header and schema stay readable.
        std::fstream damaged{file, std::ios::in | std::ios::out | std::ios::binary};
        const auto size = static_cast<std::streamoff>(fs::file_size(file));
        damaged.seekp(size / 2);
        damaged << std::string(static_cast<std::size_t>(size / 2), '\xa5');
    }
    CHECK_THAT(refused([&] {
                   auto database = Database::open(file, Access::read);
                   return back_up(database, folder / "backup.db", Existing::kept);
               }),
               Catch::Contains("damaged"));
    CHECK(names_in(folder.path()) == std::vector<std::string>{"practice.db"});
}

}  // namespace
}  // namespace practice::store::test
