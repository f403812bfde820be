// SPDX-License-Identifier: MIT
// Opening files, good ones and those one should not touch.
#include "store/database.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "store/schema/integrity.h"
#include "store_world.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using practice::test::refused;

std::string opening(const fs::path& file, Access access) {
    return refused([&] { return Database::open(file, access); });
}

void put(const fs::path& file, std::string_view bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
}
std::string get(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}
unsigned mode(const fs::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}
std::string pragma(Database& database, const char* sql) {
    auto row = database.prepare(sql);
    return row.step() ? row.string(0) : "";
}

/// Runs as somebody whom permissions bind, also where the tests are run by root.
class Unprivileged {
public:
    Unprivileged() {
        if (before_ == 0) { REQUIRE(::seteuid(65534) == 0); }
    }
    ~Unprivileged() { (void)!::seteuid(before_); }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    uid_t before_ = ::geteuid();
};

TEST_CASE("the first write makes the file and its folders, for their owner only") {
    TemporaryFolder folder;
    const auto file = folder / "a/b/practice.db";
    const auto before = ::umask(0);
    {
        World world{Database::open(file, Access::write)};
        world.add(world.session("2026-12-01"));
    }
    ::umask(before);
    CHECK(mode(file) == 0600);
    CHECK(mode(folder / "a/b") == 0700);
    CHECK(mode(folder / "a") == 0700);
    CHECK(Database::exists(file));
    auto again = Database::open(file, Access::read);
    CHECK(load_sessions(again, {}).size() == 1);
}

TEST_CASE("reading makes nothing, and writes nothing") {
    TemporaryFolder folder;
    const auto file = folder / "none/practice.db";
    CHECK_FALSE(Database::exists(file));
    CHECK_THAT(opening(file, Access::read), Contains("no folder"));
    CHECK_THAT(opening(folder / "practice.db", Access::read), Contains("there is no file"));
    CHECK(fs::is_empty(folder.path()));

    (void)Database::open(file, Access::write);
    auto database = Database::open(file, Access::read);
    CHECK_THAT(refused([&] { return Writing{database, kNote}.changed(); }), Contains("cannot be written"));
}

TEST_CASE("an empty file is a practice that was not set up yet") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    put(file, "");
    CHECK_FALSE(Database::exists(file));
    auto reading = Database::open(file, Access::read);
    CHECK(load_sessions(reading, {}).empty());
    CHECK(fs::file_size(file) == 0);
    World world{Database::open(file, Access::write)};
    CHECK(load_clients(world.database).size() == 6);
}

TEST_CASE("what is not a file of ours is refused by name and left as it is") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    (void)Database::open(file, Access::write);
    fs::create_directory(folder / "folder.db");
    fs::create_symlink(file, folder / "link.db");
    fs::create_symlink(folder / "nothing", folder / "dangling.db");
    REQUIRE(::mkfifo((folder / "fifo.db").c_str(), 0600) == 0);
    for (const auto access : {Access::read, Access::write}) {
        CHECK_THAT(opening(folder / "folder.db", access), Contains("is a folder"));
        CHECK_THAT(opening(folder / "link.db", access), Contains("is a link"));
        CHECK_THAT(opening(folder / "dangling.db", access), Contains("is a link"));
        CHECK_THAT(opening(folder / "fifo.db", access), Contains("not a regular file"));
        CHECK_THAT(opening("", access), Contains("does not name a file"));
        CHECK_THAT(opening(folder / "", access), Contains("does not name a file"));
        CHECK_THAT(opening("/dev/null", access), Contains("not a regular file"));
        CHECK_THAT(opening(file / "under.db", access), Contains("not a folder") || Contains("cannot use the folder"));
    }
    fs::create_hard_link(file, folder / "second.db");
    CHECK_THAT(opening(file, Access::write), Contains("hard link"));
    CHECK(opening(file, Access::read) == "accepted");  // a snapshot
    fs::remove(folder / "second.db");
    fs::create_symlink("/etc/passwd", folder / "practice.db-journal");
    CHECK_THAT(opening(file, Access::read), Contains("practice.db-journal") && Contains("is a link"));
}

TEST_CASE("a database of another program, a text and a newer version are refused, unchanged") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    const auto refuses = [&](const char* reason) {
        const auto before = get(file);
        CHECK_THAT(opening(file, Access::read), Contains(reason));
        CHECK_THAT(opening(file, Access::write), Contains(reason));
        CHECK(get(file) == before);
    };
    put(file, "this is something else entirely, not a database");
    refuses("not a practice database");
    put(file, std::string(100'000, '\0'));
    refuses("not a practice database");

    fs::remove(file);
    {
        auto database = Database::open(file, Access::write);
        database.run("PRAGMA user_version = 999");
    }
    refuses("newer version");
    {
        Database::open(folder / "other.db", Access::write).run("PRAGMA application_id = 7");
        fs::rename(folder / "other.db", file);
    }
    refuses("another program");
}

TEST_CASE("names that SQLite would read as more than a name are names") {
    TemporaryFolder folder;
    const auto before = fs::current_path();
    fs::current_path(folder.path());
    for (const char* name : {"file:practice.db?mode=memory", ":memory:", "-x", "with 'quotes' and\nline"}) {
        (void)Database::open(name, Access::write);
        CHECK(fs::file_size(folder / name) > 0);
    }
    fs::current_path(before);
}

TEST_CASE("a folder may be reached through a link") {
    TemporaryFolder folder;
    fs::create_directory(folder / "real");
    fs::create_directory_symlink(folder / "real", folder / "link");
    (void)Database::open(folder / "link/practice.db", Access::write);
    CHECK(fs::exists(folder / "real/practice.db"));
}

TEST_CASE("a file that cannot be written can be read") {
    const Unprivileged unprivileged;
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    { World world{Database::open(file, Access::write)}; }
    fs::permissions(file, fs::perms::owner_read);
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    {
        auto database = Database::open(file, Access::read);
        CHECK(load_clients(database).size() == 6);
    }
    CHECK_THAT(opening(file, Access::write), Contains("cannot be written"));
    CHECK_THAT(opening(folder / "other.db", Access::write), Contains("cannot make"));
    fs::permissions(file, fs::perms::none);
    CHECK_THAT(opening(file, Access::read), Contains("cannot be opened"));
}

TEST_CASE("a file of another user is not changed, and only root may look at it") {
    if (::geteuid() != 0) { return; }  // only root can give files away
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    (void)Database::open(file, Access::write);
    REQUIRE(::chown(file.c_str(), 65534, 65534) == 0);
    CHECK_THAT(opening(file, Access::write), Contains("another user"));
    CHECK(opening(file, Access::read) == "accepted");
}

TEST_CASE("safety settings hold in every connection") {
    TemporaryFolder folder;
    (void)Database::open(folder / "practice.db", Access::write);
    for (const auto access : {Access::read, Access::write}) {
        auto database = Database::open(folder / "practice.db", access);
        CHECK(pragma(database, "PRAGMA journal_mode") == "delete");
        CHECK(pragma(database, "PRAGMA synchronous") == "3");
        CHECK(pragma(database, "PRAGMA foreign_keys") == "1");
        CHECK(pragma(database, "PRAGMA secure_delete") == "1");
        CHECK(pragma(database, "PRAGMA trusted_schema") == "0");
        CHECK(pragma(database, "PRAGMA query_only") == (access == Access::read ? "1" : "0"));
        database.run("PRAGMA writable_schema = ON");
        CHECK_THROWS_AS(database.run("DELETE FROM sqlite_schema"), Refusal);
        CHECK_THROWS_AS(database.run("SELECT \"a string in double quotes\""), Refusal);
    }
}

TEST_CASE("a file in write-ahead mode is brought back to the mode that is safe") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    {
        World world{Database::open(file, Access::write)};
        CHECK(pragma(world.database, "PRAGMA journal_mode = WAL") == "wal");
        world.add(world.session("2026-12-01"));
    }
    auto database = Database::open(file, Access::write);
    CHECK(pragma(database, "PRAGMA journal_mode") == "delete");
    CHECK(load_sessions(database, {}).size() == 1);
}

TEST_CASE("a query that somebody hid in the file does not run for ever") {
    const TemporaryFolder folder;
    const auto file = folder / "practice.db";
    { const World world{Database::open(file, Access::write)}; }
    auto database = Database::open(file, Access::read, {.longest_query = 2});
    auto endless = database.prepare(
        "WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)"
        " SELECT count(*) FROM endless");
    CHECK_THAT(refused([&] { return endless.step(); }), Catch::Contains("did not come to an end"));
    CHECK(load_clients(database).size() == 6);
}

TEST_CASE("a damaged file gives errors in words, never a crash") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    {
        World world{Database::open(file, Access::write)};
        world.write([&] {
            for (int day = 10; day < 30; ++day) {
                insert(world.database, world.session("2026-12-" + std::to_string(day)), world.zones);
            }
        });
    }
    const auto sound = get(file);
    std::mt19937 random{5};
    const FixedZones zones;
    for (int round = 0; round < 150; ++round) {
        auto bytes = sound;
        for (auto flips = 1 + random() % 40; flips > 0; --flips) {
            // Every other time near the beginning, where the header and the schema are.
            const auto limit = random() % 2 == 0 ? std::size_t{4096} : bytes.size();
            bytes[random() % limit] = static_cast<char>(random());
        }
        if (random() % 8 == 0) { bytes.resize(random() % bytes.size()); }
        put(file, bytes);
        practice::test::survives([&] {
            auto database = Database::open(file, Access::read);
            practice::test::survives([&] { return load_sessions(database, {}); });
            practice::test::survives([&] { return load_clients(database); });
            practice::test::survives([&] { return load_professionals(database); });
            practice::test::survives([&] { return count_faults(database); });
            return 0;
        });
        practice::test::survives([&] {
            auto database = Database::open(file, Access::write);
            Writing writing{database, kNote};
            if (auto session = load_session(database, {3})) {
                session->note = "changed";
                update(database, *session, zones);
            }
            writing.commit();
            return 0;
        });
    }
}

}  // namespace
}  // namespace practice::store::test
