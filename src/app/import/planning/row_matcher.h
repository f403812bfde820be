// SPDX-License-Identifier: MIT
// Which stored session a row means: found by its ref or uid, and by REF@DATE one date of a series.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "app/import/import_run.h"
#include "app/import/planning/remembered_rows.h"
#include "app/import/words/series_rows.h"

namespace practice::app {

struct RowMatch {
    SessionId session;
    /// Set when the row is about one date of it.
    std::optional<Date> slot;
    std::size_t row = 0;
};

/// What the rows of a file mean of what is stored.
class MatchedRows {
public:
    /// `rows`: those that are about something stored. `settled`: as has().
    MatchedRows(std::vector<RowMatch> rows, std::unordered_set<std::size_t> settled);

    /// By session, the session as a whole before its dates.
    [[nodiscard]] std::span<const RowMatch> all() const { return rows_; }
    [[nodiscard]] std::span<const RowMatch> of(SessionId session) const;
    /// The dates of the session that rows are about.
    [[nodiscard]] std::vector<Date> dates_of(SessionId session) const;
    /// Whether the row is about something that is stored, or was. Known of files with rows about single dates only.
    [[nodiscard]] bool has(std::size_t row) const { return settled_.contains(row); }

private:
    std::vector<RowMatch> rows_;
    std::unordered_set<std::size_t> settled_;
};

/// A ref, or a session, that two rows have is wrong with both of them; what was deleted here stays so as long as its
/// row says what it said. `dates`: of the file.
[[nodiscard]] MatchedRows match_rows(const ImportRun& run, const SlotRows& dates, RememberedRows& remembered);

}  // namespace practice::app
