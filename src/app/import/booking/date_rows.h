// SPDX-License-Identifier: MIT
// Rows about single dates of a new series that the same file has: they are put into it before it is booked.
#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "app/import/planning/row_matcher.h"
#include "app/import/words/series_rows.h"

namespace practice::app {

class DateRows {
public:
    /// `all`: those of the file. What is stored already is left to its own row.
    DateRows(SlotRows all, const MatchedRows& matched);

    /// Those about dates of the series of that row, by date.
    [[nodiscard]] const std::vector<SlotRow>& of(std::size_t series) const;
    [[nodiscard]] bool has(std::size_t row) const { return rows_.contains(row); }

private:
    SlotRows by_series_;
    std::unordered_set<std::size_t> rows_;
};

}  // namespace practice::app
