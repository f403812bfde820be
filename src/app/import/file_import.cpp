// SPDX-License-Identifier: MIT
#include "app/import/file_import.h"

#include <algorithm>

#include "app/import/record_import.h"
#include "practice/keyword.h"

namespace practice::app {
namespace {

/// So many sessions are not cancelled unasked.
constexpr std::size_t kAskFrom = 11;

bool may_leave_out(const ScheduleFile& file, const ImportOptions& options) {
    if (options.keep_going || options.policy.skips()) { return true; }
    const auto column = std::ranges::find(file.columns, "on-conflict") - file.columns.begin();
    const auto skips = [&](const ScheduleCell& cell) {
        return cell.column == static_cast<std::size_t>(column) && is_keyword(cell.text, "skip");
    };
    return std::ranges::any_of(file.rows,
                               [&](const ScheduleRow& row) { return std::ranges::any_of(row.cells, skips); });
}

ImportReport import_record_file(Office& office, const ScheduleFile& file, const std::string& name, RowsAre what,
                                const ImportOptions& options, ImportSink& sink) {
    ImportReport report{file, name};
    if (report.whole_file_wrong()) { return report; }
    Change change{office};
    auto imported = import_records(office, file, what, options.keep_going, report);
    sink.records(std::move(imported.changes));
    if (report.keeps_nothing(options.keep_going)) { return report; }
    sink.before_commit(report);
    change.commit();
    imported.tell();
    return report;
}

}  // namespace

void check_leaves_out(const ScheduleFile& file, const ImportOptions& options) {
    if (may_leave_out(file, options)) { return; }
    throw misuse("`rejects` is for rows that are left out, and none is",
                 "add `keep-going`, or `on-conflict skip` to leave out only those that clash");
}

ImportReport import_file(Office& office, const ScheduleFile& file, const std::string& name, RowsAre what,
                         const ImportOptions& options, ImportSink& sink) {
    static_cast<void>(office.require_practice());
    if (what != RowsAre::sessions) { return import_record_file(office, file, name, what, options, sink); }
    if (options.mirror && options.asks_before_cancelling && !office.dry_run) {
        // Asked before others have to wait; decided anew when they do.
        const auto count = import_sessions(office, file, name, options, false, sink).cancelled_sessions().size();
        if (count >= kAskFrom) { sink.cancelling(count); }
    }
    return import_sessions(office, file, name, options, true, sink);
}

}  // namespace practice::app
