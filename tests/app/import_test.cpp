// SPDX-License-Identifier: MIT
// Rows of a file, told to a sink as what became of them.
#include <catch2/catch.hpp>

#include "app/import/file_import.h"
#include "app/practice_world.h"
#include "text/rows/read_csv.h"

using namespace practice;
using Lines = std::vector<std::string>;

namespace {

class Heard : public app::ImportSink {
public:
    void begin() override { rows.clear(); }
    void row(const app::RowResult& result) override {
        rows.push_back(std::string{result.before == nullptr ? "new " : "changed "} +
                       to_string(result.after->start).substr(0, 16));
    }
    void step() override { ++steps; }
    void before_commit(const app::ImportReport& report) override { tally = report.tally(); }
    void cancelling(std::size_t count) override { asked = count; }

    Lines rows;
    int steps = 0;
    std::size_t asked = 0;
    std::string tally;
};

ScheduleFile csv(const std::string& bytes) {
    ScheduleColumns columns;
    for (const auto* name : {"ref", "professional", "client", "service", "at", "repeat"}) {
        columns.known.push_back({name, ScheduleColumn::Kind::one, {}});
    }
    return text::read_csv(bytes, columns);
}

constexpr const char* kTwo =
    "ref,professional,client,service,at,repeat\n"
    "a,lee,Anna Smith,90834,2026-12-01 09:00,weekly\n"
    "b,orr,Ben Hill,90834,2026-12-02 11:00,\n";

}  // namespace

TEST_CASE("Rows become sessions, and the same file again changes nothing") {
    test::PracticeWorld world;
    const auto file = csv(kTwo);
    Heard heard;
    const auto report = app::import_sessions(world.office, file, "two.csv", {}, true, heard);
    CHECK(report.count(app::RowOutcome::added) == 2);
    CHECK(heard.rows == Lines{"new 2026-12-01T09:00", "new 2026-12-02T11:00"});
    CHECK(heard.steps == 2);
    CHECK(heard.tally == "2 added, 0 changed, 0 unchanged");
    Heard again;
    CHECK(app::import_sessions(world.office, file, "two.csv", {}, true, again).tally() ==
          "0 added, 0 changed, 2 unchanged");
    CHECK(again.rows.empty());
}

TEST_CASE("One wrong row keeps all out, unless the others are to go in") {
    test::PracticeWorld world;
    const auto file = csv(std::string{kTwo} + "c,lee,Jo Ng,90834,2026-12-08 09:15,\n");
    Heard heard;
    const auto refused = app::import_sessions(world.office, file, "three.csv", {}, true, heard);
    CHECK(refused.stopped());
    CHECK(refused.problems().size() == 1);
    CHECK(world.list(*make_date(2026, 12, 1), 14).empty());
    app::ImportOptions options;
    options.keep_going = true;
    const auto report = app::import_sessions(world.office, file, "three.csv", options, true, heard);
    CHECK(report.tally() == "2 added, 0 changed, 0 unchanged, 1 rejected");
    REQUIRE(report.rejected_rows().size() == 1);
    CHECK(report.rejected_rows().front().source == "c,lee,Jo Ng,90834,2026-12-08 09:15,");
}

TEST_CASE("A changed row changes its session, and no other") {
    test::PracticeWorld world;
    Heard heard;
    const auto first = csv(kTwo);
    static_cast<void>(app::import_sessions(world.office, first, "two.csv", {}, true, heard));
    const auto moved = csv("ref,professional,client,service,at,repeat\nb,orr,Ben Hill,90834,2026-12-02 12:00,\n");
    const auto report = app::import_sessions(world.office, moved, "moved.csv", {}, true, heard);
    CHECK(report.tally() == "0 added, 1 changed, 0 unchanged");
    CHECK(heard.rows == Lines{"changed 2026-12-02T12:00"});
    CHECK(world.list(*make_date(2026, 12, 1), 2) ==
          Lines{"1@2026-12-01 2026-12-01T09:00 lee Room 1", "2 2026-12-02T12:00 orr Room 2"});
}

TEST_CASE("Somebody is asked before many sessions are cancelled that the file does not have any more") {
    test::PracticeWorld world;
    const std::string head = "ref,professional,client,service,at,repeat\n";
    std::string rows;
    for (int day = 10; day < 22; ++day) {
        rows += std::to_string(day) + ",lee,Anna Smith,90834,2026-12-" + std::to_string(day) + " 09:00,\n";
    }
    const auto import = [&](const std::string& bytes, const app::ImportOptions& options) {
        const auto file = csv(bytes);
        Heard heard;
        const auto report = app::import_file(world.office, file, "days.csv", app::RowsAre::sessions, options, heard);
        return std::pair{heard.asked, report.cancelled_sessions().size()};
    };
    app::ImportOptions options;
    options.mirror = true;
    options.asks_before_cancelling = true;
    CHECK(import(head + rows, options) == std::pair{std::size_t{0}, std::size_t{0}});
    CHECK(import(head + rows.substr(0, rows.find('\n') + 1), options) == std::pair{std::size_t{11}, std::size_t{11}});
}
