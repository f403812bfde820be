// SPDX-License-Identifier: MIT
// Rows about nothing stored: what each of them books is written, told, and in the way of the rows after it.
#pragma once

#include <unordered_set>
#include <vector>

#include "app/import/booking/row_booker.h"
#include "store/sessions/new_sessions.h"

namespace practice::app {

class NewRows {
public:
    /// All must outlive it.
    NewRows(const ImportRun& run, const DateRows& dates, ImportTimetable& timetable, RowClashes& clashes);

    /// Books what the row says, with its rows about single dates, or refuses it. Numbers are given in order.
    void import(std::size_t row);
    /// Nothing is built on the series of that row: the rows about its dates cannot be either.
    void refuse_dates(std::size_t row);
    /// Rows that had nothing to book.
    [[nodiscard]] const std::unordered_set<std::size_t>& passed_over() const { return passed_over_; }
    /// Writes what is not written yet.
    void write() { sessions_.write(); }

private:
    [[nodiscard]] bool has_date_left(std::size_t row) const;
    void pass_over(std::size_t row);
    void add(std::size_t row);
    [[nodiscard]] SessionId number_of(const Session& session);
    void report_dates(const Session& session, std::size_t row);
    void tell(const RowResult& result) { run_.sink.row(result); }

    const ImportRun& run_;
    const DateRows& dates_;
    ImportTimetable& timetable_;
    RowClashes& clashes_;
    RowBooker booker_;
    store::NewSessions sessions_;
    std::optional<SessionId> last_;
    std::unordered_set<std::size_t> passed_over_;
};

}  // namespace practice::app
