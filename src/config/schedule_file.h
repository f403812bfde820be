// SPDX-License-Identifier: MIT
// Schedule rows out of YAML: a list of maps. Values are texts as they are written, or lists of them.
#pragma once

#include "config/text_file.h"
#include "practice/exchange/schedule_columns.h"

namespace practice::config {

/// What is no YAML at all is a problem of the whole file; the first only, as the rest cannot be told apart.
[[nodiscard]] ScheduleFile read_yaml_rows(const SourceText& source, const ScheduleColumns& columns,
                                          const ScheduleLimits& limits = {});

}  // namespace practice::config
