// SPDX-License-Identifier: MIT
// Series in a file of rows: their further dates, and the rows that say how single dates of them stand.
#pragma once

#include <optional>
#include <string_view>

#include "practice/schedule_row.h"

namespace practice::cli {

/// The ref of one date of a series, taken apart: "REF@2026-12-08".
struct SlotRef {
    std::string_view ref;  // refers to the text it was read from
    Date slot;
};
/// Nullopt for the ref of a whole booking.
[[nodiscard]] std::optional<SlotRef> as_slot(std::string_view ref);

/// Dates of the column `added` become ScheduleRow::added.
void read_added_dates(ScheduleFile& file);

/// A row "REF@2026-12-08" becomes a slot of the series REF, where the file has that: the series is not there
/// before it is imported. The source of the series' row then holds those rows too.
void gather_slots(ScheduleFile& file);

}  // namespace practice::cli
