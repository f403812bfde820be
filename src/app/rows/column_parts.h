// SPDX-License-Identifier: MIT
// What other programs have in columns of their own, put together to those of `session add`: date and time as at, an end
// as length, a given and a family name as client.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/office.h"
#include "practice/exchange/schedule_columns.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// The columns that are such parts.
[[nodiscard]] std::vector<ScheduleColumn> part_columns();

/// A row in which they contradict each other, or cannot be read, becomes a problem of the file. `time_zone`: of rows
/// that do not say theirs; the practice's, when not given.
void put_parts_together(ScheduleFile& file, const std::optional<std::string>& time_zone, const Office& office);

}  // namespace practice::app
