// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/checks/schedule_checks.h"
#include "app/checks/storage_checks.h"
#include "app/practice_world.h"

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
