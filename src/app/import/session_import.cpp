// SPDX-License-Identifier: MIT
// The order of events, all in one transaction:
//  1. Rows that are known to be wrong (by the reader, or by a go before this one) are rejected.
//  2. With `create-clients`, whom no row finds is added.
//  3. match_rows() finds which stored session each row means.
//  4. ChangePlanner compares these with what is stored and with what the rows said last time: what is to change.
//  5. With `mirror`, what no row has any more is to be cancelled; not as long as a row is wrong.
//  6. ChangeBooker takes out of the way whatever will move, so that the order of the rows does not matter.
//  7. Row by row, as in the file: a change is checked and saved (ChangeBooker), or a new session is booked and written
//     (NewRows; RowBooker decides). A row that cannot be is rejected, and the next is looked at.
//  8. Did other rows build on one that was rejected, all is done again from 1, without it.
//  9. What the rows said is remembered for the next import, and all is kept; or nothing, where a row was wrong.
#include "app/import/session_import.h"

#include <algorithm>
#include <numeric>

#include "app/import/booking/change_booker.h"
#include "app/import/booking/new_rows.h"
#include "app/import/import_run.h"
#include "app/import/new_clients.h"
#include "app/import/planning/change_planner.h"
#include "app/import/planning/remembered_rows.h"
#include "app/import/planning/row_matcher.h"
#include "practice/keyword.h"

namespace practice::app {
namespace {

/// What was booked although it clashes is exported so, but not with which: it comes in last, so that what it clashes
/// with has nothing in its way.
std::vector<std::size_t> order_of(const ScheduleFile& file, const ImportWords& words) {
    std::vector<std::size_t> order(file.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (std::ranges::find(file.columns, "practice-uid") != file.columns.end()) {
        std::ranges::stable_partition(
            order, [&](std::size_t row) { return !is_keyword(words.value(file.rows[row], "on-conflict"), "allow"); });
    }
    return order;
}

std::vector<ChangedByFile> planned_changes(const ImportRun& run, const MatchedRows& matched,
                                           RememberedRows& remembered) {
    ChangePlanner planner{run, matched, remembered};
    auto changes = planner.compare();
    if (!run.options.mirror) { return changes; }
    if (run.report.stopped()) {
        // A row that could not be read might be that of a session which would seem to be gone.
        run.report.note(0, "as long as a row is wrong, nothing is cancelled");
        return changes;
    }
    auto cancelled = planner.cancel_missing();
    std::ranges::move(cancelled, std::back_inserter(changes));
    return changes;
}

/// A row is refused on which others were built: what it would have freed, clients that it named (`naming`), sessions
/// cancelled as if all rows were right.
bool must_run_again(const ImportRun& run, const ChangeBooker& changes, const std::vector<std::size_t>& naming) {
    if (!run.writing()) { return false; }
    const auto& report = run.report;
    const bool cancelled_wrongly = run.options.mirror && report.stopped() && !report.cancelled_sessions().empty();
    return changes.must_run_again() || cancelled_wrongly ||
           std::ranges::any_of(naming, [&](std::size_t row) { return run.is_rejected(row); });
}

/// Writes everything, unless something is wrong and the others are not to go in: then whatever it has written must not
/// be kept. True: nor must it now, and all is to be done again.
bool import_rows(const ImportRun& run, const std::vector<std::size_t>& naming) {
    RememberedRows remembered{run};
    auto date_rows = slot_rows(run.file());
    const auto matched = match_rows(run, date_rows, remembered);
    auto planned = planned_changes(run, matched, remembered);
    const DateRows dates{std::move(date_rows), matched};

    ImportTimetable timetable{run.office, run.directory};
    RowClashes clashes{run};
    ChangeBooker changes{run, std::move(planned), timetable, clashes};
    NewRows new_rows{run, dates, timetable, clashes};
    changes.make_room();
    for (const auto row : order_of(run.file(), run.words)) {
        const bool is_change = changes.settle(row);
        if (!is_change && run.is_rejected(row)) { new_rows.refuse_dates(row); }
        if (!is_change && run.report.outcome(row) == RowOutcome::pending && !dates.has(row)) { new_rows.import(row); }
        run.sink.step();
    }
    if (must_run_again(run, changes, naming)) { return true; }
    if (run.writing()) {
        new_rows.write();
        if (!run.office.dry_run) { remembered.keep(new_rows.passed_over()); }
    }
    return false;
}

/// True when it must be done from the beginning again, without the rows that are in `refused` then.
bool attempt(Office& office, const ScheduleFile& file, const ImportOptions& options, RefusedRows& refused,
             ImportReport& report, bool keep, ImportSink& sink) {
    sink.begin();
    Change change{office};
    for (const auto& [row, known] : refused) { report.reject(row, known.refusal, known.stops); }
    const ImportWords words{file, options.defaults};
    const auto naming =
        options.create_clients ? create_unknown_clients(office, words, report) : std::vector<std::size_t>{};
    const Directory directory{office};
    if (import_rows({office, directory, words, options, report, sink}, naming)) {
        refused = report.refused();
        return true;
    }
    if (keep && (options.keep_going || !report.stopped())) {
        sink.before_commit(report);
        change.commit();
    }
    return false;
}

}  // namespace

ImportReport import_sessions(Office& office, const ScheduleFile& file, const std::string& name,
                             const ImportOptions& options, bool keep, ImportSink& sink) {
    RefusedRows refused;
    while (true) {
        ImportReport report{file, name};
        if (report.whole_file_wrong()) { return report; }
        if (!attempt(office, file, options, refused, report, keep, sink)) { return report; }
    }
}

}  // namespace practice::app
