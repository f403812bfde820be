// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/checks/examination.h"
#include "app/checks/schedule_checks.h"
#include "app/checks/storage_checks.h"
#include "app/practice_files.h"

using namespace practice;

namespace {

app::Findings findings_of(app::Office& office) {
    app::Findings findings;
    app::check_storage(office, false, findings);
    static_cast<void>(app::check_rows(office, findings));
    app::check_log_dates(office, findings);
    app::check_schedule(office, findings);
    return findings;
}

/// Six hours after the present of the office, as if that were what somebody said of the practice's clock.
app::Findings examined(app::Office& office, bool mend = false) {
    return app::examine_database(office, mend,
                                 [now = office.now](const TimeZone&) { return now + std::chrono::hours{6}; });
}

}  // namespace

TEST_CASE("What was booked is found sound") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    CHECK(findings_of(world.office).sound());
}

TEST_CASE("Rows that the program cannot have written are found") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00"));
    app::Change change{world.office};
    world.office.database->run("DELETE FROM session_clients");
    change.commit();
    const auto findings = findings_of(world.office);
    CHECK_FALSE(findings.sound());
    CHECK_FALSE(findings.list().empty());
}

TEST_CASE("An examination opens the database, learns the practice, and looks at the present on its clock") {
    test::PracticeFiles files;
    files.book();
    auto office = files.closed();
    const auto before = office.now;
    CHECK(examined(office).sound());
    REQUIRE(office.practice);
    CHECK(office.practice->name == "Lakeside");
    CHECK((office.now == before + std::chrono::hours{6}));
}

TEST_CASE("That there is no database yet is noted") {
    test::PracticeFiles files;
    auto office = files.closed("gone.db");
    const auto findings = examined(office);
    CHECK(findings.sound());
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].message.ends_with("gone.db' yet"));
}

TEST_CASE("What is mended is told and not done in a dry run") {
    test::PracticeFiles files;
    const auto is_open = [&] {
        const auto readable = std::filesystem::perms::others_read;
        return (std::filesystem::status(files.path("practice.db")).permissions() & readable) == readable;
    };
    std::filesystem::permissions(files.path("practice.db"), std::filesystem::perms{0644});
    auto office = files.closed();
    office.dry_run = true;
    CHECK_FALSE(examined(office, true).sound());
    CHECK(is_open());
    office = files.closed();
    CHECK(examined(office, true).sound());
    CHECK_FALSE(is_open());
}
