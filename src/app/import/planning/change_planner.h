// SPDX-License-Identifier: MIT
// What the rows about stored sessions ask for: each is compared with its session, and with what it said last time.
#pragma once

#include <optional>
#include <vector>

#include "app/import/import_run.h"
#include "app/import/planning/changed_by_file.h"
#include "app/import/planning/remembered_rows.h"
#include "app/import/planning/row_matcher.h"
#include "app/import/row_change.h"

namespace practice::app {

class ChangePlanner {
public:
    /// All must outlive it.
    ChangePlanner(const ImportRun& run, const MatchedRows& matched, RememberedRows& remembered);

    /// By session. Rows that change nothing, and those that cannot be, are reported.
    [[nodiscard]] std::vector<ChangedByFile> compare();
    /// The sessions that an earlier import has made, no row is about any more, and are still to come: cancelled.
    [[nodiscard]] std::vector<ChangedByFile> cancel_missing();

private:
    [[nodiscard]] std::optional<ChangedByFile> compare(Session session);
    void apply(const RowMatch& match, ChangedByFile& changed);
    [[nodiscard]] RowChange change_of(const Session& session, const RowMatch& match, OnConflict on_conflict);
    void take_over(const RowMatch& match, RowChange change, const SessionWords& words, ChangedByFile& changed);
    [[nodiscard]] std::vector<OccurrenceId> put_back(const Session& before, const RowMatch& match,
                                                     const RowChange& change) const;
    void keep_dates_said(ChangedByFile& changed, std::size_t row);
    void hold_as_many(ChangedByFile& changed) const;
    [[nodiscard]] bool may_alter(const Session& before, const Session& after, std::size_t row) const;

    const ImportRun& run_;
    const MatchedRows& matched_;
    RememberedRows& remembered_;
};

}  // namespace practice::app
