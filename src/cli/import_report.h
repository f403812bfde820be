// SPDX-License-Identifier: MIT
// What became of the rows of a file: counted, and told with everything that is wrong.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/schedule_source.h"
#include "practice/exchange/schedule_row.h"
#include "practice/refusal.h"

namespace practice::cli {

/// Rows that are not to be imported, known from an earlier go.
struct RefusedRow {
    Refusal refusal;
    /// As ImportReport::reject.
    bool stops = true;
};
using RefusedRows = std::map<std::size_t, RefusedRow>;

enum class RowOutcome : unsigned char { pending, added, changed, unchanged, rejected };

class ImportReport {
public:
    /// `name`: the file, as messages call it. Both must outlive this. Takes over what the reader found wrong.
    ImportReport(const ScheduleFile& file, std::string name);

    [[nodiscard]] RowOutcome outcome(std::size_t row) const { return outcomes_[row]; }
    /// `id`: what was made of the row; `told`: in a dry run, its lines, or members of JSON.
    void set(std::size_t row, RowOutcome outcome, std::string id = {}, std::string told = {});
    [[nodiscard]] const ScheduleFile& file() const { return file_; }
    /// The row cannot be; what was said of it first, stays. With `stops`, neither can the others unless the caller
    /// keeps going.
    void reject(std::size_t row, const Refusal& refusal, bool stops = true);
    [[nodiscard]] const RefusedRows& refused() const { return refused_; }
    /// Something that the user should hear of although it stops nothing.
    void note(std::size_t line, std::string text);
    /// A session that no row has any more was cancelled.
    void cancelled(std::string id, std::string told);
    void client_added() { ++clients_added_; }

    /// Whether anything is wrong that stops the whole.
    [[nodiscard]] bool stopped() const { return stopped_; }
    [[nodiscard]] bool whole_file_wrong() const { return whole_file_; }
    [[nodiscard]] std::size_t count(RowOutcome outcome) const;
    [[nodiscard]] std::size_t rejected() const;
    [[nodiscard]] bool rows_unreadable() const { return !unreadable_.empty(); }
    [[nodiscard]] const std::vector<std::string>& cancelled_ids() const { return cancelled_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    /// "0 added, 0 changed, 2876 unchanged", and what else there was.
    [[nodiscard]] std::string tally() const;

    /// All that is wrong, by line, the first 50 of it. `outcome`: what that means, "nothing was imported".
    [[nodiscard]] Refusal refusal(const std::string& outcome, const std::string& hint = {}) const;
    /// The rows that were left out, by line.
    [[nodiscard]] std::vector<RejectedRow> rejected_rows() const;
    void tell(Context& context) const;

private:
    struct Found {
        std::size_t line = 0;
        std::size_t row = 0;  // the line on which its row begins
        RefusalKind kind = RefusalKind::misuse;
        Problem problem;
    };
    [[nodiscard]] std::vector<const Found*> by_line() const;
    [[nodiscard]] std::string json(const Context& context) const;
    void tell_rows(Context& context) const;

    const ScheduleFile& file_;
    std::string name_;
    std::vector<RowOutcome> outcomes_;
    std::map<std::size_t, std::string> ids_;   // by row
    std::map<std::size_t, std::string> told_;  // by row
    std::vector<Found> found_;
    RefusedRows refused_;
    std::vector<ClashFact> clashes_;
    std::map<std::size_t, std::string> unreadable_;  // rows that are none: their source, by line
    std::vector<std::string> cancelled_;
    std::vector<std::string> cancelled_told_;
    std::vector<std::pair<std::size_t, std::string>> notes_;
    std::size_t clients_added_ = 0;
    bool stopped_ = false;
    bool whole_file_ = false;
};

}  // namespace practice::cli
