// SPDX-License-Identifier: MIT
// Schedule rows out of CSV.
#pragma once

#include <string_view>

#include "practice/exchange/schedule_columns.h"

namespace practice::text {

/// Commas between the cells; semicolons or tabs where the header plainly has those. Lines before the header that
/// begin with "# " are comments, empty lines are skipped. A ' that our own writer put before a cell is taken away.
[[nodiscard]] ScheduleFile read_csv(std::string bytes, const ScheduleColumns& columns,
                                    const ScheduleLimits& limits = {});

}  // namespace practice::text
