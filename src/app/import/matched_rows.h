// SPDX-License-Identifier: MIT
// The rows of a file that are about sessions which are there already: found by ref or uid, and compared.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/import/import_report.h"
#include "app/import/row_change.h"
#include "app/import/words/row_words.h"
#include "app/import/words/series_rows.h"
#include "app/office.h"
#include "practice/time_off.h"
#include "store/rows/imported_rows.h"

namespace practice::app {

/// A session that rows of the file change, or that no row has any more.
struct ChangedByFile {
    Session before;
    Session after;
    /// The rows that change it, with the slot that each is about; none: cancelled by `mirror`.
    struct Part {
        std::size_t row = 0;
        std::optional<Date> slot;
        /// As in RowChange.
        std::vector<Date> kept;
        std::vector<Date> lost;
        /// What was changed here since, and is as the file says again.
        std::vector<OccurrenceId> put_back = {};
        /// As in RowChange.
        std::vector<Date> singles = {};
        /// The single dates that a row of a calendar gives.
        std::vector<Date> given = {};
        /// Of a full feed: the dates in time off wait there.
        bool carried = false;
    };
    std::vector<Part> parts;
    ClashPolicy policy = {};
    /// As in RowChange.
    std::optional<int> held = {};
    std::optional<Date> named = {};
};

/// The single dates of a series that a row of a calendar gives beside its rule.
[[nodiscard]] std::vector<Date> dates_given(const ScheduleRow& row);

/// What gives way to time off: all but the dates that rows are about.
[[nodiscard]] YieldScope yields_of(const ChangedByFile& changed);

class StoredRows {
public:
    /// All must outlive it. REQUIRES: a Change has begun.
    /// `as_file`: what was changed here since is put back.
    StoredRows(Office& office, const Directory& directory, const ImportWords& words, ImportReport& report,
               const ClashPolicy& policy, bool as_file);

    /// Which rows are about what. A ref that two rows have is wrong with both of them. `slots`: of the file.
    void match(const SlotRows& slots);
    /// Compares all that matched; rows that change nothing, and those that cannot be, are reported.
    void compare();
    /// Cancels what an earlier import has made, no row is about any more, and is still to come.
    void cancel_missing();

    [[nodiscard]] std::vector<ChangedByFile>& changed() { return changed_; }
    /// Whether the row is about something stored.
    [[nodiscard]] bool has(std::size_t row) const { return matched_.contains(row); }
    /// Keeps what the rows that came in say, for the next time. Only when all of them are settled. `but`: of these not.
    void keep_words(const std::unordered_set<std::size_t>& but);

private:
    struct Match {
        SessionId session;
        std::optional<Date> slot;
        std::size_t row = 0;
    };
    /// `repeats`: the file makes a series of it, should it not be one.
    [[nodiscard]] std::optional<Match> find(std::string_view ref, bool repeats);
    void refuse_twice(std::size_t row, std::size_t first);
    void find_deleted(std::size_t row, std::string_view ref);
    /// What a ref said last time, if it did, and has said once the row is in; nothing new when both are the same.
    struct Said {
        std::optional<std::string> then;
        std::string now;
        bool nothing_new = false;
    };
    [[nodiscard]] Said said_by(std::size_t row, std::string_view ref);
    [[nodiscard]] RowChange change_of(const Session& session, const Match& match, OnConflict on_conflict);
    [[nodiscard]] std::vector<Date> slots_of_rows(SessionId session) const;
    [[nodiscard]] std::vector<OccurrenceId> put_back(const Session& before, const Match& match,
                                                     const RowChange& change) const;
    void compare(Session session, std::size_t from, std::size_t to);
    void keep_dates_said(ChangedByFile& changed, std::string_view ref);
    void hold_as_many(ChangedByFile& changed) const;
    [[nodiscard]] bool may_alter(const Session& before, const Session& after, std::size_t row);
    bool cancel(const Session& session);

    Office& office_;
    const Directory& directory_;
    const ImportWords& words_;
    ImportReport& report_;
    ClashPolicy policy_;
    bool as_file_;
    store::ImportedRows imported_;
    std::unordered_set<std::size_t> as_then_;  // rows that say what they said last time
    std::size_t deleted_ = 0;
    std::vector<Match> matches_;               // by session, the session as a whole first
    std::unordered_set<std::size_t> matched_;  // rows
    std::vector<ChangedByFile> changed_;
};

/// What the row says, else the command.
[[nodiscard]] ClashPolicy policy_of(const SessionWords& words, ClashPolicy of_file);

}  // namespace practice::app
