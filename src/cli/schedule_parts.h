// SPDX-License-Identifier: MIT
// What other programs have in columns of their own, put together to those of `session add`: date and time as at, an end
// as length, a given and a family name as client.
#pragma once

#include <vector>

#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/exchange/schedule_columns.h"
#include "practice/exchange/schedule_row.h"

namespace practice::cli {

/// The columns that are such parts.
[[nodiscard]] std::vector<ScheduleColumn> part_columns();

/// A row in which they contradict each other, or cannot be read, becomes a problem of the file.
void put_parts_together(ScheduleFile& file, const Arguments& arguments, const Context& context);

}  // namespace practice::cli
