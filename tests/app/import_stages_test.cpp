// SPDX-License-Identifier: MIT
// The stages of an import, each by itself: what a row means, what it asks for, what it books.
#include <catch2/catch.hpp>

#include "app/import/booking/change_booker.h"
#include "app/import/booking/new_rows.h"
#include "app/import/import_run.h"
#include "app/import/planning/change_planner.h"
#include "app/import/planning/row_matcher.h"
#include "app/import/session_import.h"
#include "app/practice_world.h"
#include "text/rows/read_csv.h"

using namespace practice;
using Lines = std::vector<std::string>;

namespace {

class Told : public app::ImportSink {
public:
    void begin() override {}
    void row(const app::RowResult& result) override {
        for (const auto& clash : result.conflicts->clashes) {
            const auto named = result.name_booked(clash);
            lines.push_back(named ? named->words : to_string(OccurrenceId{clash.with->number(), clash.with_slot}));
        }
    }
    void step() override {}
    void before_commit(const app::ImportReport&) override {}

    Lines lines;
};

/// A file, in the middle of its import.
struct Rows {
    Rows(test::PracticeWorld& world, const std::string& rows)
        : file{read(rows)},
          change{world.office},
          directory{world.office},
          words{file, options.defaults},
          report{file, "rows.csv"},
          run{world.office, directory, words, options, report, told},
          remembered{run} {}

    static ScheduleFile read(const std::string& rows) {
        ScheduleColumns columns;
        for (const auto* name : {"ref", "professional", "client", "service", "at", "repeat", "note"}) {
            columns.known.push_back({name, ScheduleColumn::Kind::one, {}});
        }
        return text::read_csv("ref,professional,client,service,at,repeat,note\n" + rows, columns);
    }

    /// "2 means 1", of the rows by their lines.
    static Lines meanings(const app::MatchedRows& matched, const ScheduleFile& file) {
        Lines lines;
        for (const auto& match : matched.all()) {
            lines.push_back(std::to_string(file.rows[match.row].line) + " means " +
                            to_string(OccurrenceId{{match.session.value}, match.slot}));
        }
        return lines;
    }
    Lines problems() {
        Lines lines;
        for (const auto& problem : report.problems()) { lines.push_back(problem.message); }
        return lines;
    }

    app::ImportOptions options;
    ScheduleFile file;
    app::Change change;
    app::Directory directory;
    app::ImportWords words;
    app::ImportReport report;
    Told told;
    app::ImportRun run;
    app::RememberedRows remembered;
};

constexpr const char* kStored =
    "a,lee,Anna Smith,90834,2026-12-01 09:00,weekly,\n"
    "b,orr,Ben Hill,90834,2026-12-02 11:00,,\n";

void import_rows(test::PracticeWorld& world, const std::string& rows) {
    const auto file = Rows::read(rows);
    Told told;
    static_cast<void>(app::import_sessions(world.office, file, "stored.csv", {}, true, told));
}

}  // namespace

TEST_CASE("A row means the session with its ref or uid, or one date of it") {
    test::PracticeWorld world;
    import_rows(world, kStored);
    const auto uid = world.session({2}).uid;
    Rows rows{world, "a@2026-12-08,lee,Anna Smith,90834,2026-12-08 10:00,,\n" + uid +
                         ",orr,Ben Hill,90834,2026-12-02 12:00,,\n"
                         "a,lee,Anna Smith,90834,2026-12-01 09:00,weekly,\n"
                         "new,lee,Jo Ng,90834,2026-12-03 09:00,,\n"};
    const auto matched = app::match_rows(rows.run, app::slot_rows(rows.file), rows.remembered);
    CHECK(Rows::meanings(matched, rows.file) == Lines{"4 means 1", "2 means 1@2026-12-08", "3 means 2"});
    CHECK(matched.dates_of({1}) == std::vector{*make_date(2026, 12, 8)});
    CHECK(matched.of({3}).empty());
    CHECK(rows.problems().empty());
}

TEST_CASE("Two rows that mean one session are both wrong") {
    test::PracticeWorld world;
    import_rows(world, kStored);
    Rows rows{world, world.session({2}).uid +
                         ",orr,Ben Hill,90834,2026-12-02 12:00,,\n"
                         "b,orr,Ben Hill,90834,2026-12-02 13:00,,\n"};
    static_cast<void>(app::match_rows(rows.run, {}, rows.remembered));
    CHECK(rows.problems() == Lines{"line 3 is about the same session", "line 2 is about the same session"});
}

TEST_CASE("What a row says as it said it last time changes nothing of what was changed here since") {
    test::PracticeWorld world;
    import_rows(world, kStored);
    Rows rows{world,
              "a,lee,Anna Smith,90834,2026-12-01 09:00,weekly,\n"
              "b,orr,Ben Hill,90834,2026-12-02 12:00,,\n"};
    auto note = world.session({2});
    note.note = "since then";
    store::update(*world.office.database, note, world.zones);
    const auto matched = app::match_rows(rows.run, {}, rows.remembered);
    app::ChangePlanner planner{rows.run, matched, rows.remembered};
    const auto planned = planner.compare();
    REQUIRE(planned.size() == 1);
    CHECK(planned[0].before.id == SessionId{2});
    CHECK(to_string(planned[0].after.start).substr(0, 16) == "2026-12-02T12:00");
    CHECK(planned[0].after.note == "since then");
    CHECK(rows.report.outcome(0) == app::RowOutcome::unchanged);
}

TEST_CASE("What no row has any more, and an import has made, is to be cancelled") {
    test::PracticeWorld world;
    import_rows(world, kStored);
    static_cast<void>(world.book(test::PracticeWorld::words("2026-12-04 09:00")));
    Rows rows{world, "a,lee,Anna Smith,90834,2026-12-01 09:00,weekly,\n"};
    const auto matched = app::match_rows(rows.run, {}, rows.remembered);
    app::ChangePlanner planner{rows.run, matched, rows.remembered};
    CHECK(planner.compare().empty());
    const auto cancelled = planner.cancel_missing();
    REQUIRE(cancelled.size() == 1);
    CHECK(cancelled[0].before.id == SessionId{2});
    CHECK(cancelled[0].after.status == Status::cancelled);
}

TEST_CASE("New rows clash with each other by their lines, also when nothing is written any more") {
    test::PracticeWorld world;
    import_rows(world, kStored);
    Rows rows{world,
              "x,lee,Nobody,90834,2026-12-03 09:00,,\n"
              "y,lee,Jo Ng,90834,2026-12-03 10:00,,\n"
              "z,lee,Jo Ng,90834,2026-12-03 10:15,,\n"};
    const auto matched = app::match_rows(rows.run, {}, rows.remembered);
    const app::DateRows dates{{}, matched};
    app::ImportTimetable timetable{world.office, rows.directory};
    app::RowClashes clashes{rows.run};
    app::NewRows new_rows{rows.run, dates, timetable, clashes};
    for (std::size_t row = 0; row < 3; ++row) { new_rows.import(row); }
    CHECK(rows.problems() == Lines{"no client has the name or number 'Nobody'", "this session clashes"});
    CHECK(clashes.booked_by({3}) == 1U);
    CHECK_FALSE(clashes.booked_by({1}));
    CHECK_FALSE(rows.report.id(1));
}

TEST_CASE("What moves away makes room for rows before it") {
    test::PracticeWorld world;
    import_rows(world, kStored);
    Rows rows{world,
              "new,orr,Ben Hill,90834,2026-12-02 11:00,,\n"
              "b,orr,Ben Hill,90834,2026-12-02 13:00,,\n"};
    const auto matched = app::match_rows(rows.run, {}, rows.remembered);
    app::ChangePlanner planner{rows.run, matched, rows.remembered};
    app::ImportTimetable timetable{world.office, rows.directory};
    app::RowClashes clashes{rows.run};
    app::ChangeBooker changes{rows.run, planner.compare(), timetable, clashes};
    const app::DateRows dates{{}, matched};
    app::NewRows new_rows{rows.run, dates, timetable, clashes};
    changes.make_room();
    CHECK_FALSE(changes.settle(0));
    new_rows.import(0);
    CHECK(changes.settle(1));
    CHECK(rows.problems().empty());
    CHECK(rows.report.tally() == "1 added, 1 changed, 0 unchanged");
    CHECK_FALSE(changes.must_run_again());
}

TEST_CASE("A change that clashes, and is to be left out, stops nothing, and is no reason to go on for ever") {
    // It was done again without end where another row was wrong, too.
    test::PracticeWorld world;
    import_rows(world, kStored);
    app::ImportOptions options;
    options.policy.otherwise = OnConflict::skip;
    const auto file = Rows::read(
        "b,orr,Ben Hill,90834,2026-12-02 14:00,,\n"
        "c,orr,Ben Hill,90834,2026-12-02 15:00,,\n");
    Told told;
    static_cast<void>(app::import_sessions(world.office, file, "more.csv", options, true, told));
    const auto wrong = Rows::read(
        "b,orr,Ben Hill,90834,2026-12-02 15:00,,\n"
        "c,orr,Ben Hill,90834,2026-12-02 15:00,,\n"
        "d,orr,Nobody,90834,2026-12-02 17:00,,\n");
    const auto report = app::import_sessions(world.office, wrong, "wrong.csv", options, true, told);
    CHECK(report.stopped());
    CHECK(report.rejected() == 2);
}
