// SPDX-License-Identifier: MIT
// What a person begins with: a file without rows, in which each column is explained.
#pragma once

#include <string>

#include "practice/exchange/schedule_columns.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// Read again it has no rows.
[[nodiscard]] std::string row_template(const ScheduleColumns& columns, ScheduleFormat format);

}  // namespace practice::app
