// SPDX-License-Identifier: MIT
// Importing sessions: rows that are about stored sessions are compared with them first; then row by row, in the
// order of the file, what is new or changed is checked against everything booked and against the rows before it,
// and written. What the rows free by moving away is free for all of them.
#pragma once

#include <map>
#include <unordered_map>
#include <unordered_set>

#include "app/import/import_report.h"
#include "app/import/import_sink.h"
#include "app/import/import_timetable.h"
#include "app/import/matched_rows.h"
#include "app/import/words/row_words.h"
#include "app/office.h"
#include "store/sessions/new_sessions.h"

namespace practice::app {

/// A series that clashes for ever: leaving dates out is no answer to that, so it is wrong under every policy.
class ClashesForEver : public Refusal {
public:
    explicit ClashesForEver(const Refusal& refusal) : Refusal{refusal} {}
};

struct ImportOptions {
    ClashPolicy policy = {};
    /// Rows that are wrong are left out, the others are imported.
    bool keep_going = false;
    bool mirror = false;
    /// Somebody is to be asked before `mirror` cancels many (ImportSink::cancelling).
    bool asks_before_cancelling = false;
    /// What was changed here since is put back to what the file says.
    bool as_file = false;
    bool create_clients = false;
    /// What is said on the command line of rows that do not say it.
    SessionWords defaults;
};

class SessionImport {
public:
    /// All must outlive it. REQUIRES: a Change has begun.
    SessionImport(Office& office, const ScheduleFile& file, const ImportOptions& options, ImportReport& report,
                  ImportSink& sink);

    /// Writes everything, unless something is wrong (report.stopped()) and `keep_going` is not set: then whatever it
    /// has written must not be kept. Rows of `refused` are left out, and it learns of more.
    void run(RefusedRows& refused);
    /// A row had to be left out on which others were built: what it would have freed, clients that it named, sessions
    /// cancelled as if all rows were right. Nothing may be kept; run it all again.
    [[nodiscard]] bool must_run_again() const { return again_; }

private:
    void make_room();
    [[nodiscard]] std::vector<std::size_t> in_order() const;
    void import(std::size_t row);
    void add(std::size_t row);
    void pass_over(std::size_t row);
    void refuse(std::size_t row, const Refusal& refusal);
    void check_what_was_built_on(const std::vector<std::size_t>& naming);
    // Rows about single dates of a series that comes with them.
    void find_slots(const StoredRows& stored, SlotRows slots);
    [[nodiscard]] const std::vector<SlotRow>& slots_of(std::size_t row) const;
    void put_slot_rows(Session& draft, std::size_t row, const std::vector<Date>& but);
    [[nodiscard]] Booking book_at(const BookingRequest& request, std::size_t row);
    [[nodiscard]] Refusal clash_of(const Session& session, Date slot);
    [[nodiscard]] Refusal clash_of_all(const Clashing& clashing, bool skips, const std::vector<Date>& given) const;
    [[noreturn]] static void throw_clash(const Clashing& clashing, const Refusal& refusal);
    void note_away(const Booking& booking, std::size_t row);
    void note_clashing(const Session& session, const std::vector<Date>& left_out, std::size_t row);
    void report_slots(const Booking& booking, std::size_t row);
    void refuse_slots(std::size_t row);
    void settle(ChangedByFile& changed);
    bool keep_away(ChangedByFile& changed, const Conflicts& conflicts);
    [[nodiscard]] bool lengthen(ChangedByFile& changed, std::int64_t dates) const;
    [[nodiscard]] Session numbered(Session session) const;
    void refuse_change(const ChangedByFile& changed, const Conflicts& conflicts);
    void refuse_dates(const ChangedByFile& changed, const Conflicts& conflicts);
    void save(ChangedByFile& changed, const Conflicts& conflicts, const std::vector<Date>& left_out);
    /// `only`: of that date.
    [[nodiscard]] Conflicts conflicts_of(const ChangedByFile& changed, std::optional<Date> only = {});
    [[nodiscard]] std::vector<Session> partners_before(const Conflicts& found) const;
    [[nodiscard]] Booking book_row(std::size_t row);
    [[nodiscard]] Booking booked_next(const BookingRequest& request);
    struct ToldClash {
        /// It is told as a series.
        bool series = false;
        /// What clashes is to be left out, and that need not be said again.
        bool skips = false;
        /// See why_no_skip().
        std::optional<Date> named;
        /// Dates that the row names.
        std::vector<Date> given;
    };
    [[nodiscard]] Refusal clash(const Session& session, const Conflicts& conflicts, const ToldClash& as) const;
    [[nodiscard]] std::string name_of_booked(const Clash& clash) const;
    [[nodiscard]] bool writing() const { return options_.keep_going || !report_.stopped(); }
    void tell(const RowResult& result) { sink_.row(result); }
    [[nodiscard]] std::function<std::string(const Clash&)> naming() const;

    Office& office_;
    const ScheduleFile& file_;
    const ImportOptions& options_;
    ImportReport& report_;
    ImportSink& sink_;
    ImportWords words_;
    std::optional<Directory> directory_;
    std::optional<ImportBusy> busy_;
    store::NewSessions new_sessions_;
    std::vector<ChangedByFile> changed_;
    std::unordered_map<std::size_t, std::size_t> changed_by_row_;    // into changed_, by its first row
    std::unordered_map<std::int64_t, std::size_t> line_of_changed_;  // by session
    std::unordered_map<SessionId, SessionId> numbers_;               // of new sessions, by those of their rows
    SlotRows slots_;                                                 // of new series
    std::unordered_set<std::size_t> in_slots_;                       // rows
    std::unordered_set<std::size_t> nothing_booked_;                 // rows that were passed over
    RefusedRows* refused_ = nullptr;
    bool again_ = false;
};

/// Imports all rows in one transaction, from the beginning again where a row is refused on which others were built.
/// With `keep`, and nothing wrong (or `keep_going`), it is kept. What happened is in the report; Refusal for what is no
/// fault of a row. `name`: the file, as messages call it. `file` must outlive the report.
[[nodiscard]] ImportReport import_sessions(Office& office, const ScheduleFile& file, const std::string& name,
                                           const ImportOptions& options, bool keep, ImportSink& sink);

}  // namespace practice::app
