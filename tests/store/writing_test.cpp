// SPDX-License-Identifier: MIT
// Transactions, alone and among many processes.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>
#include <iostream>

#include "store/journal/journal.h"
#include "store/schema/integrity.h"
#include "store_world.h"
#include "support/refused.h"

namespace practice::store::test {
namespace {

using Catch::Contains;
using practice::test::refused;

constexpr OpenOptions kImpatient{.busy_timeout = std::chrono::milliseconds{0}, .allow_network_filesystem = false};

/// Runs `work` in as many processes at once; what they leave with, 0 for the end of `work`.
std::vector<int> in_processes(int count, const std::function<void()>& work) {
    std::vector<pid_t> children;
    for (int i = 0; i < count; ++i) {
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child != 0) {
            children.push_back(child);
            continue;
        }
        int status = 0;
        try {
            work();
        } catch (const Refusal& refusal) {
            status = refusal.kind() == RefusalKind::busy ? 7 : 1;
            if (status == 1) { std::cerr << "a process was refused: " << refusal.what() << '\n'; }
        } catch (...) { status = 99; }
        ::_exit(status);
    }
    std::vector<int> ends;
    for (const auto child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        ends.push_back(WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
    }
    return ends;
}

TEST_CASE("what is not committed was never there") {
    World world;
    {
        Writing writing{world.database, kNote};
        insert(world.database, world.session("2026-12-01"), world.zones);
        CHECK(writing.changed());
    }
    CHECK(load_sessions(world.database, {}).empty());
    CHECK(load_operations(world.database).size() == 1);
    CHECK(world.add(world.session("2026-12-01")) == SessionId{1});
}

TEST_CASE("a refusal within a statement leaves the transaction as it was") {
    World world;
    world.write([&] {
        insert(world.database, room_named("Garden"));
        CHECK_THAT(refused([&] { return insert(world.database, room_named("Garden")); }), Contains("already"));
        insert(world.database, room_named("Attic"));
    });
    CHECK(load_rooms(world.database).size() == 5);
}

TEST_CASE("a second writer is told that the file is in use; a reader is not disturbed") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    World world{Database::open(file, Access::write)};
    Writing writing{world.database, kNote};
    insert(world.database, world.session("2026-12-01"), world.zones);

    auto other = Database::open(file, Access::write, kImpatient);
    CHECK_THAT(refused([&] { return Writing{other, kNote}.changed(); }), Contains("in use by another process"));
    CHECK(load_sessions(other, {}).empty());
    auto reader = Database::open(file, Access::read, kImpatient);
    CHECK(load_sessions(reader, {}).empty());
    writing.commit();
    CHECK(load_sessions(reader, {}).size() == 1);
}

TEST_CASE("a commit waits for readers and can be tried again") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    { World world{Database::open(file, Access::write)}; }
    auto database = Database::open(file, Access::write, kImpatient);
    auto reader = Database::open(file, Access::read);
    Writing writing{database, kNote};
    insert(database, room_named("Garden"));
    {
        const Reading reading{reader};
        CHECK(load_rooms(reader).size() == 3);
        CHECK_THAT(refused([&] {
                       writing.commit();
                       return 0;
                   }),
                   Contains("in use by another process"));
    }
    writing.commit();
    CHECK(load_rooms(reader).size() == 4);
    CHECK_FALSE(find_broken_operation(reader));
}

TEST_CASE("many processes at once set up one database, and each gets its write in") {
    TemporaryFolder folder;
    const auto file = folder / "new/practice.db";
    constexpr int kProcesses = 16;
    const auto ends = in_processes(kProcesses, [&] {
        auto database = Database::open(file, Access::write);
        Writing writing{database, kNote};
        Client client;
        client.name = {"Client", "client"};
        insert(database, client);
        writing.commit();
    });
    CHECK(ends == std::vector<int>(kProcesses, 0));
    auto database = Database::open(file, Access::read);
    CHECK(load_clients(database).size() == kProcesses);
    CHECK(load_operations(database).size() == kProcesses);
    CHECK_FALSE(find_broken_operation(database));
}

TEST_CASE("of any number of processes after one slot, one gets it") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    const World world{Database::open(file, Access::write)};
    for (int day = 10; day < 15; ++day) {
        const auto session = world.session("2026-12-" + std::to_string(day));
        (void)in_processes(12, [&] {
            auto database = Database::open(file, Access::write);
            Writing writing{database, kNote};
            const auto start = utc("2026-12-" + std::to_string(day));
            const BusyFilter filter{start, start + std::chrono::days{1}, {{1}}, {}, {}};
            if (!load_busy(database, filter).empty()) { return; }
            insert(database, session, world.zones);
            writing.commit();
        });
    }
    auto database = Database::open(file, Access::read);
    CHECK(load_sessions(database, {}).size() == 5);
}

TEST_CASE("a reader rolls back what a killed writer left behind") {
    TemporaryFolder folder;
    const auto file = folder / "practice.db";
    const World world{Database::open(file, Access::write)};
    const auto ends = in_processes(1, [&] {
        auto database = Database::open(file, Access::write);
        database.run("PRAGMA cache_size = 1");  // so that changed pages reach the file before the commit
        Writing writing{database, kNote};
        for (int i = 0; i < 2000; ++i) { insert(database, world.session("2026-12-01"), world.zones); }
        ::kill(::getpid(), SIGKILL);
    });
    CHECK(ends == std::vector{-SIGKILL});
    CHECK(std::filesystem::file_size(folder / "practice.db-journal") > 0);
    auto database = Database::open(file, Access::read);
    CHECK(load_sessions(database, {}).empty());
    CHECK(count_faults(database) == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "practice.db-journal"));
}

}  // namespace
}  // namespace practice::store::test
