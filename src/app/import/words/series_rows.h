// SPDX-License-Identifier: MIT
// Series in a file of rows: their further dates, and the rows that say how single dates of them stand.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// The ref of one date of a series, taken apart: "REF@2026-12-08".
struct SlotRef {
    std::string_view ref;  // refers to the text it was read from
    Date slot;
};
/// Nullopt for the ref of a whole booking.
[[nodiscard]] std::optional<SlotRef> as_slot(std::string_view ref);

/// Dates of the column `added` become ScheduleRow::added.
void read_added_dates(ScheduleFile& file);

/// A row "REF@2026-12-08", by its place among the rows.
struct SlotRow {
    Date slot;
    std::size_t row = 0;
    auto operator<=>(const SlotRow&) const = default;
};
/// By the row of the series REF, by date: the rows about single dates of series that the same file has.
using SlotRows = std::map<std::size_t, std::vector<SlotRow>>;
[[nodiscard]] SlotRows slot_rows(const ScheduleFile& file);

}  // namespace practice::app
