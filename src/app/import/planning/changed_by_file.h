// SPDX-License-Identifier: MIT
// What the rows of a file ask for of a session that is stored.
#pragma once

#include <optional>
#include <vector>

#include "practice/clash_policy.h"
#include "practice/exchange/schedule_row.h"
#include "practice/session.h"
#include "practice/time_off.h"

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

/// Whether the first of the rows is about a series as a whole.
[[nodiscard]] bool is_about_whole(const ChangedByFile& changed);
/// Whether the row is about that date, or its calendar gives it.
[[nodiscard]] bool names(const ChangedByFile::Part& part, Date slot);
[[nodiscard]] bool names(const ChangedByFile& changed, Date slot);

/// What gives way to time off: all but the dates that rows are about.
[[nodiscard]] YieldScope yields_of(const ChangedByFile& changed);

}  // namespace practice::app
