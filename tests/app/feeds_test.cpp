// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/feeds/declared_feeds.h"
#include "app/feeds/feed_files.h"
#include "app/feeds/feeds.h"
#include "app/practice_world.h"
#include "support/temporary_folder.h"

using namespace practice;
using practice::test::refused;

namespace {

/// A feed of all, as it is to be read.
app::Feed feed_of_all(const test::PracticeWorld& world) {
    app::Feed feed;
    feed.calendar_name = "Lakeside";
    feed.request.window = app::feed_window(world.office, "", "");
    feed.request.disguise = [](std::string_view uid, std::string_view) { return std::string{uid}; };
    return feed;
}

void read(test::PracticeWorld& world, std::vector<app::Feed>& feeds, FeedParts& parts) {
    const store::Reading reading{*world.office.database};
    app::read_feeds(*world.office.database, feeds, parts);
}

void declare(test::PracticeWorld& world, const std::string& settings) {
    app::Change change{world.office};
    auto plan = app::plan_against(world.office, app::Directory{world.office},
                                  config::read_settings({"feeds.yaml", settings}).settings, {});
    REQUIRE(plan.problems.empty());
    app::save(*world.office.database, plan);
    change.commit();
    world.office.stands.clear();
}

}  // namespace

TEST_CASE("A series is one event with a rule, a single session one without") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    world.book(test::PracticeWorld::words("2026-12-02 11:00"));
    FeedParts parts{world.zones, world.office.now};
    std::vector feeds{feed_of_all(world)};
    read(world, feeds, parts);
    REQUIRE(feeds[0].events.size() == 2);
    CHECK(feeds[0].events[0].rule.starts_with("FREQ=WEEKLY"));
    CHECK(feeds[0].events[1].rule.empty());
}

TEST_CASE("Of a feed for each professional, and for each room, everything is in one") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00"));
    FeedParts parts{world.zones, world.office.now};
    const app::Directory directory{world.office};
    const auto all = feed_of_all(world);
    auto professionals = app::feeds_per_professional(all, directory);
    REQUIRE(professionals.size() == 2);
    CHECK(professionals[0].file_name == "lee");
    CHECK(professionals[1].file_name == "orr");
    read(world, professionals, parts);
    CHECK(professionals[0].events.size() == 1);
    CHECK(professionals[1].events.empty());
    auto rooms = app::feeds_per_room(all, directory);
    REQUIRE(rooms.size() == 3);
    read(world, rooms, parts);
    CHECK(rooms[0].events.size() + rooms[1].events.size() + rooms[2].events.size() == 1);
}

TEST_CASE("The window of a feed is in words, and ends after it begins") {
    const test::PracticeWorld world;
    const auto window = app::feed_window(world.office, "2026-12-01", "2026-12-31");
    const auto& zone = world.office.zone();
    CHECK(to_string(zone.to_local(window.from)) == "2026-12-01T00:00:00");
    CHECK(to_string(zone.to_local(window.to)) == "2027-01-01T00:00:00");
    CHECK(refused([&] { return app::feed_window(world.office, "2026-12-31", "2026-12-01"); }) != "accepted");
}

TEST_CASE("A file name is safe, whatever the feed is called") {
    CHECK(app::safe_file_name("lee", "x") == "lee");
    CHECK(app::safe_file_name("../..", "x").find('/') == std::string::npos);
    CHECK(app::safe_file_name("", "fallback") == "fallback");
}

TEST_CASE("The file of a feed is replaced only when it says something else") {
    test::PracticeWorld world;
    const test::TemporaryFolder folder;
    const auto file = (folder.path() / "lakeside.ics").string();
    const auto write = [&](app::ChangedFile::Mode mode) {
        FeedParts parts{world.zones, world.office.now};
        std::vector feeds{feed_of_all(world)};
        read(world, feeds, parts);
        return app::write_feed_file(feeds[0], file, {mode, 0600, false, {}});
    };
    using enum app::ChangedFile::Mode;
    CHECK(write(only_look).changed);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(write(replace).changed);
    CHECK_FALSE(write(replace).changed);
    world.book(test::PracticeWorld::words("2026-12-01 09:00"));
    CHECK(write(only_look).changed);
    const auto written = write(replace);
    CHECK(written.changed);
    CHECK(written.events == 1);
}

TEST_CASE("A declared feed that cannot be written keeps no other from being written, and says what to do") {
    test::PracticeWorld world;
    const test::TemporaryFolder folder;
    const auto in_folder = [&](const std::string& name) { return (folder.path() / name).string(); };
    std::filesystem::create_directory(in_folder("b.ics"));
    declare(world, "feeds: [{name: A, file: " + in_folder("gone/a.ics") + "}, {name: B, file: " + in_folder("b.ics") +
                       "}, {name: C, file: " + in_folder("c.ics") + "}, {name: D, file: " + in_folder("each") +
                       ", per: professional}]");
    CHECK(app::write_declared_feeds(world.office, app::ChangedFile::Mode::only_look).changed());
    CHECK_FALSE(std::filesystem::exists(in_folder("c.ics")));
    const auto written = app::write_declared_feeds(world.office, app::ChangedFile::Mode::replace);
    REQUIRE(written.problems.size() == 2);
    CHECK(written.problems[0].message.starts_with("feed A: cannot write "));
    CHECK(written.problems[0].hint == "make its folder first, or give the feed another file in the settings");
    CHECK(written.problems[1].message.ends_with("is not a regular file and will not be replaced"));
    CHECK(written.problems[1].hint ==
          "make the file and its folder writable, or give the feed another file in the settings");
    REQUIRE(written.files.size() == 3);
    CHECK(written.files[0].file.file == in_folder("c.ics"));
    CHECK(written.files[2].file.file == in_folder("each/orr.ics"));
    CHECK(world.office.stands.empty());
}

TEST_CASE("Without a declared feed there is none to write") {
    test::PracticeWorld world;
    CHECK(refused([&] {
              return app::write_declared_feeds(world.office, app::ChangedFile::Mode::replace);
          }).starts_with("no feed is declared in the settings | "));
}
