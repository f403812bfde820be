// SPDX-License-Identifier: MIT
// What a row books that is about nothing stored: checked against everything booked, and against the rows before it.
// Rows about single dates are put into their series before it is booked.
#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "app/import/booking/date_rows.h"
#include "app/import/booking/import_timetable.h"
#include "app/import/booking/row_clashes.h"
#include "app/import/import_run.h"
#include "practice/booking.h"

namespace practice::app {

/// A series that clashes for ever: leaving dates out is no answer to that, so it is wrong under every policy.
class ClashesForEver : public Refusal {
public:
    explicit ClashesForEver(const Refusal& refusal) : Refusal{refusal} {}
};

class RowBooker {
public:
    /// All must outlive it.
    RowBooker(const ImportRun& run, const DateRows& dates, ImportTimetable& timetable, const RowClashes& clashes);

    /// Throws Refusal with all that is wrong with the row. Rows about single dates that cannot be are reported. What is
    /// told of clashes refers to the timetable.
    [[nodiscard]] Booking book(std::size_t row);

private:
    /// What came of booking a series without its rows about some dates.
    struct Attempt {
        std::variant<Booking, Clashing> result;
        /// As it was tried, where single dates were asked for.
        Session tried;
        /// The rows about dates that clash.
        std::vector<SlotRow> at_fault;
    };
    [[nodiscard]] Booking book_first_free(const BookingRequest& request);
    [[nodiscard]] Booking book_at(const BookingRequest& request, std::size_t row);
    [[nodiscard]] Attempt attempt(BookingRequest wanted, std::size_t row, const std::vector<Date>& given,
                                  const std::vector<Date>& without);
    [[nodiscard]] std::variant<Booking, Clashing> ask(BookingRequest&& wanted);
    void put_date_rows(Session& draft, std::size_t row, const std::vector<Date>& without);
    [[nodiscard]] Refusal clash_on(const Session& session, Date date);

    const ImportRun& run_;
    const DateRows& dates_;
    ImportTimetable& timetable_;
    const RowClashes& clashes_;
};

}  // namespace practice::app
