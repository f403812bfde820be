// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/backup/make_backup.h"
#include "app/backup/restoring.h"
#include "app/practice_files.h"

using namespace practice;
using practice::test::refused;

namespace {

std::string with_name(std::string settings, const std::string& name) {
    return settings.replace(settings.find("Lakeside"), 8, name);
}

}  // namespace

TEST_CASE("A backup has what the database had") {
    test::PracticeFiles files;
    files.book();
    const auto made = files.back_up({files.path("copy.db"), false, {}, true});
    CHECK(made.backup.holds.sessions == 1);
    CHECK(made.backup.bytes > 0);
    CHECK(store::Database::exists(files.path("copy.db")));
}

TEST_CASE("A backup takes no name that is taken, unless it may") {
    test::PracticeFiles files;
    app::BackupWords words{files.path("copy.db"), false, {}, true};
    files.back_up(words);
    CHECK(refused([&] { return files.back_up(words); }) != "accepted");
    words.replace = true;
    CHECK(refused([&] { return files.back_up(words); }) == "accepted");
}

TEST_CASE("In a folder the newest stay, and a dry run removes none") {
    test::PracticeFiles files;
    std::filesystem::create_directory(files.folder());
    const app::BackupWords words{files.folder(), false, "2", true};
    const auto first = files.back_up(words).backup.file;
    CHECK(files.back_up(words).removed.empty());
    auto office = files.open();
    office.dry_run = true;
    CHECK(app::make_backup(office, words).removed == std::vector{first});
    CHECK(std::filesystem::exists(first));
    CHECK(office.stands.empty());
    CHECK(files.back_up(words).removed == std::vector{first});
    CHECK_FALSE(std::filesystem::exists(first));
}

TEST_CASE("What is kept is said of a folder, and is a number") {
    test::PracticeFiles files;
    CHECK(refused([&] { return files.back_up({files.folder(), false, "3", true}); }).starts_with("there is no folder"));
    std::filesystem::create_directory(files.folder());
    CHECK(refused([&] {
              return files.back_up({files.folder(), false, "0", true});
          }).starts_with("`keep` must be a whole number"));
    CHECK(refused([&] {
              return files.back_up({files.folder(), true, {}, true});
          }).starts_with("`replace` is for a file"));
}

TEST_CASE("What was backed up comes back, and what was there is kept") {
    test::PracticeFiles files;
    const auto backup = files.back_up({files.path("copy.db"), false, {}, true}).backup.file.string();
    files.book();
    auto office = files.closed();
    app::Restoring restoring{office, backup};
    CHECK(restoring.present().state == app::PresentDatabase::State::readable);
    CHECK(restoring.present().lost == 1);
    CHECK(restoring.present().gained == 0);
    CHECK(restoring.wanted().name == "Lakeside");
    const auto done = restoring.carry_out();
    CHECK(files.sessions() == 0);
    REQUIRE(done.kept);
    CHECK(done.operation);
    const auto kept = done.kept->filename().string();
    CHECK(files.sessions(kept) == 1);
}

TEST_CASE("A dry run compares and restores nothing") {
    test::PracticeFiles files;
    const auto backup = files.back_up({files.path("copy.db"), false, {}, true}).backup.file.string();
    files.book();
    auto office = files.closed();
    office.dry_run = true;
    app::Restoring restoring{office, backup};
    CHECK_FALSE(restoring.carry_out().kept);
    CHECK(files.sessions() == 1);
}

TEST_CASE("The backup of another practice is named by who is not asked") {
    test::PracticeFiles files;
    files.make("north.db", with_name(test::kSettings, "North"));
    auto office = files.closed();
    const app::Restoring restoring{office, files.path("north.db")};
    CHECK_FALSE(restoring.present().same_practice);
    const auto checking = [&](const std::optional<std::string>& named, bool asks) {
        return refused([&] {
            restoring.check_practice(named, asks);
            return 0;
        });
    };
    CHECK(checking({}, true) == "accepted");
    CHECK(checking("north", false) == "accepted");
    CHECK(checking({}, false) ==
          "the backup is of another practice: 'North', and the database is of 'Lakeside'; nothing was restored | "
          "if it is to take its place all the same: `yes` `practice North`");
    CHECK(checking("Lakeside", true).starts_with("the backup is of 'North', and `practice` says 'Lakeside'"));
}

TEST_CASE("A database is not restored from itself, nor from standard input") {
    test::PracticeFiles files;
    auto office = files.closed();
    CHECK(refused([&] {
              const app::Restoring restoring{office, files.path("practice.db")};
              return 0;
          }).ends_with("is the database itself | name a backup of it"));
    CHECK(refused([&] {
              const app::Restoring restoring{office, "-"};
              return 0;
          }).starts_with("a backup is read from a file"));
}
