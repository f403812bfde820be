// SPDX-License-Identifier: MIT
// What became of the rows of a file: counted, with everything that is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "practice/civil_time.h"
#include "practice/exchange/schedule_row.h"
#include "practice/refusal.h"

namespace practice::app {

/// Rows that are not to be imported, known from an earlier go.
struct RefusedRow {
    Refusal refusal;
    /// As ImportReport::reject.
    bool stops = true;
};
using RefusedRows = std::map<std::size_t, RefusedRow>;

/// What was made of a row: a session or a record, by its number, or one date of a series.
struct RowId {
    std::int64_t number = 0;
    std::optional<Date> slot;

    /// "7", "7@2026-12-01".
    [[nodiscard]] std::string text() const;
};

/// A row that was left out, as the file had it (ScheduleRow::source, ScheduleProblem::source), and why.
struct RejectedRow {
    std::string source;
    std::string reason;
};

enum class RowOutcome : unsigned char { pending, added, changed, unchanged, rejected };

class ImportReport {
public:
    /// `name`: the file, as messages call it. Both must outlive this. Takes over what the reader found wrong.
    ImportReport(const ScheduleFile& file, std::string name);

    [[nodiscard]] RowOutcome outcome(std::size_t row) const { return outcomes_[row]; }
    /// `id`: what was made of the row, where that is known.
    void set(std::size_t row, RowOutcome outcome, std::optional<RowId> id = {});
    [[nodiscard]] const ScheduleFile& file() const { return file_; }
    /// The row cannot be; what was said of it first, stays. With `stops`, neither can the others unless the caller
    /// keeps going.
    void reject(std::size_t row, const Refusal& refusal, bool stops = true);
    [[nodiscard]] const RefusedRows& refused() const { return refused_; }
    /// Something that the user should hear of although it stops nothing.
    void note(std::size_t line, std::string text);
    /// A time of a row was told on the clock of its session.
    void converted(std::size_t line, std::string text);
    /// A session that no row has any more was cancelled.
    void cancelled(std::int64_t number) { cancelled_.push_back(number); }
    void client_added() { ++clients_added_; }

    /// Whether anything is wrong that stops the whole.
    [[nodiscard]] bool stopped() const { return stopped_; }
    /// Whether nothing is to be kept of it.
    [[nodiscard]] bool keeps_nothing(bool keep_going) const { return whole_file_ || (stopped_ && !keep_going); }
    [[nodiscard]] bool whole_file_wrong() const { return whole_file_; }
    [[nodiscard]] std::size_t count(RowOutcome outcome) const;
    [[nodiscard]] std::size_t rejected() const;
    [[nodiscard]] bool rows_unreadable() const { return !unreadable_.empty(); }
    /// Numbers of sessions.
    [[nodiscard]] const std::vector<std::int64_t>& cancelled_sessions() const { return cancelled_; }
    [[nodiscard]] std::size_t clients_added() const { return clients_added_; }
    [[nodiscard]] const std::optional<RowId>& id(std::size_t row) const { return ids_[row]; }
    struct Note {
        std::size_t line = 0;  // 0: the file as a whole
        std::string text;
    };
    [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
    /// Times of rows that had another offset, in words.
    [[nodiscard]] const std::vector<Note>& converted_times() const { return converted_; }
    /// All that is wrong, by line.
    [[nodiscard]] std::vector<Problem> problems() const;
    [[nodiscard]] const std::string& name() const { return name_; }
    /// Whether a session or a client is not as before.
    [[nodiscard]] bool changes_anything() const;
    /// "0 added, 0 changed, 2876 unchanged", and what else there was.
    [[nodiscard]] std::string tally() const;

    /// All that is wrong, by line, the first 50 of it. `outcome`: what that means, "nothing was imported".
    [[nodiscard]] Refusal refusal(const std::string& outcome, const std::string& hint = {}) const;
    /// The rows that were left out, by line.
    [[nodiscard]] std::vector<RejectedRow> rejected_rows() const;

private:
    struct Found {
        std::size_t line = 0;
        std::size_t row = 0;  // the line on which its row begins
        RefusalKind kind = RefusalKind::misuse;
        Problem problem;
    };
    [[nodiscard]] std::vector<const Found*> by_line() const;

    const ScheduleFile& file_;
    std::string name_;
    std::vector<RowOutcome> outcomes_;
    std::vector<std::optional<RowId>> ids_;
    std::vector<Found> found_;
    RefusedRows refused_;
    std::vector<ClashFact> clashes_;
    std::map<std::size_t, std::string> unreadable_;  // rows that are none: their source, by line
    std::vector<std::int64_t> cancelled_;
    std::vector<Note> notes_;
    std::vector<Note> converted_;
    std::size_t clients_added_ = 0;
    bool stopped_ = false;
    bool whole_file_ = false;
};

}  // namespace practice::app
