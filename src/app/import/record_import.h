// SPDX-License-Identifier: MIT
// import `as clients`, `as professionals`, `as rooms`, `as services`: each row is what `add` would be told, or `edit`
// of what is there already: a professional or service of that code, a room of that name, a client of that full name
// (and of that email address, where both are known).
#pragma once

#include <optional>
#include <vector>

#include "app/change/time_off_change.h"
#include "app/import/import_report.h"
#include "app/office.h"
#include "app/rows/rows_are.h"
#include "app/settings/still_booked.h"
#include "practice/settings/settings_plan.h"

namespace practice::app {

struct ImportedRecords {
    std::vector<PlannedChange> changes;
    /// What that makes wrong of what is booked; none where nothing was written.
    std::optional<TimeOffChange> time_off;
    std::optional<StillBooked> booked;

    /// After the commit.
    void tell() const;
};

/// Writes all rows, or with `keep_going` those that are right. With anything wrong otherwise, nothing is written.
/// REQUIRES: a Change has begun; `what` is not sessions.
[[nodiscard]] ImportedRecords import_records(Office& office, const ScheduleFile& file, RowsAre what, bool keep_going,
                                             ImportReport& report);

}  // namespace practice::app
