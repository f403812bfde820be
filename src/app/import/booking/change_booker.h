// SPDX-License-Identifier: MIT
// What rows change of stored sessions: each is checked as it then stands, and saved, or its rows are refused.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/import/booking/import_timetable.h"
#include "app/import/booking/row_clashes.h"
#include "app/import/import_run.h"
#include "app/import/planning/changed_by_file.h"

namespace practice::app {

class ChangeBooker {
public:
    /// All must outlive it.
    ChangeBooker(const ImportRun& run, std::vector<ChangedByFile> changed, ImportTimetable& timetable,
                 RowClashes& clashes);

    /// What changes stands, until its row's turn comes, only where it stays; what a file cancels is saved.
    void make_room();
    /// It is this row's turn. False: it is not the first that changes something.
    bool settle(std::size_t row);
    /// Rows had to be left out on which others were built.
    [[nodiscard]] bool must_run_again() const { return again_; }

private:
    void settle(ChangedByFile& changed);
    bool keep_away(ChangedByFile& changed, const Conflicts& conflicts) const;
    [[nodiscard]] bool lengthen(ChangedByFile& changed, std::int64_t dates) const;
    /// `only`: of that date.
    [[nodiscard]] Conflicts conflicts_of(const ChangedByFile& changed, std::optional<Date> only = {});
    [[nodiscard]] std::vector<Session> partners_before(const Conflicts& found) const;
    void refuse(const ChangedByFile& changed, const Conflicts& conflicts);
    void refuse_dates(const ChangedByFile& changed, const Conflicts& conflicts);
    void save(const ChangedByFile& changed, const Conflicts& conflicts, const std::vector<Date>& left_out);
    void report(const ChangedByFile& changed, const ChangedByFile::Part& part, const RowResult& result, bool same);

    const ImportRun& run_;
    std::vector<ChangedByFile> changed_;
    ImportTimetable& timetable_;
    RowClashes& clashes_;
    std::unordered_map<std::size_t, std::size_t> by_row_;  // into changed_, by its first row
    bool again_ = false;
};

}  // namespace practice::app
