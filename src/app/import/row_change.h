// SPDX-License-Identifier: MIT
// What a row makes of a session that is booked already. What the row leaves empty stays as it is, "none" takes it
// away, and what it says is compared with what there is: a row that says what is so changes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/import/words/row_words.h"
#include "practice/booking.h"
#include "practice/rescheduling.h"
#include "text/rows/row_words.h"

namespace practice::app {

struct Office;
class Directory;

struct RowChange {
    Session after;
    /// Slots of records that were kept as they were, and changes of slots that are no more.
    std::vector<Date> kept;
    std::vector<Date> lost;
    /// So many dates are to take place, whatever is left out.
    std::optional<int> held = {};
    /// Cancelled or left out one by one, and given by a later end: they stay out.
    std::vector<Date> singles = {};
    /// The date to which a series was moved: it takes place, or the row is refused.
    std::optional<Date> named = {};
    /// Cancelled ones that a calendar has at another time: they stay where they were.
    std::vector<Date> cancelled = {};
    /// It would have had these before now, and never did: they are left out.
    std::vector<Date> over = {};
    /// Left out by it, and not before.
    std::vector<Date> left_out = {};
};

/// With what a row is compared beside the session.
struct RowBasis {
    /// What the same row said last time; what it says otherwise now is all that is applied. Null: nothing is known.
    const text::RowWords* then = nullptr;
    /// What it does not say of single dates, status and end means what it means in a new one (import_as_file.h).
    bool as_file = false;
    /// With `as_file`, for a series as a whole: the slots that other rows are about.
    std::vector<Date> of_rows = {};
    /// Records of what has been may be altered, too.
    bool alter_records = false;
};

/// A row about a session as a whole, or about one slot of a series. Throws Refusal with all that is wrong.
[[nodiscard]] RowChange change_by_row(const Session& session, const std::optional<Date>& slot, const ScheduleRow& row,
                                      const ImportWords& words, OnConflict on_conflict, Office& office,
                                      const Directory& directory, const RowBasis& basis = {});

/// What `words`, which all differ from what was said last time, make of it.
[[nodiscard]] RowChange change_by_words(const Session& session, const std::optional<Date>& slot, SessionWords words,
                                        OnConflict on_conflict, Office& office, const Directory& directory,
                                        const RowBasis& basis = {});

/// Whether a date of a series that is stored was left out of it, by name or because it clashed: no row can be about it.
[[nodiscard]] bool is_left_out(const Session& session, Date slot);

}  // namespace practice::app
