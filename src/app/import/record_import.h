// SPDX-License-Identifier: MIT
// import `as clients`, `as professionals`, `as rooms`, `as services`: each row is what `add` would be told, or `edit`
// of what is there already: a professional or service of that code, a room of that name, a client of that full name
// (and of that email address, where both are known).
#pragma once

#include <vector>

#include "app/import/import_report.h"
#include "app/import/rows_are.h"
#include "app/office.h"
#include "practice/settings/settings_plan.h"

namespace practice::app {

/// Writes all rows, or with `keep_going` those that are right. With anything wrong otherwise, nothing is written.
/// Comes back with what is changed. REQUIRES: a Change has begun; `what` is not sessions.
[[nodiscard]] std::vector<PlannedChange> import_records(Office& office, const ScheduleFile& file, RowsAre what,
                                                        bool keep_going, ImportReport& report);

}  // namespace practice::app
