// SPDX-License-Identifier: MIT
// Schedule rows out of JSON. Values are texts, numbers as they are written, or lists of these; null is nothing,
// and only a column that is a switch takes true and false. Keys that begin with # are comments.
#pragma once

#include <string_view>

#include "practice/exchange/schedule_columns.h"

namespace practice::text {

/// A list of objects.
[[nodiscard]] ScheduleFile read_json_rows(std::string bytes, const ScheduleColumns& columns,
                                          const ScheduleLimits& limits = {});
/// JSON Lines: an object on each line; empty lines are skipped.
[[nodiscard]] ScheduleFile read_json_lines(std::string bytes, const ScheduleColumns& columns,
                                           const ScheduleLimits& limits = {});

}  // namespace practice::text
