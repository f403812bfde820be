// SPDX-License-Identifier: MIT
// import --as clients, professionals, rooms, services: each row is what `add` would be told, or `edit` of what is
// there already: a professional or service of that code, a room of that name, a client of that full name (and of
// that email address, where both are known).
#pragma once

#include "app/import/import_report.h"
#include "cli/context.h"
#include "cli/schedule_source.h"

namespace practice::cli {

/// Writes all rows, or with `keep_going` those that are right. With anything wrong otherwise, nothing is written.
/// REQUIRES: a Change has begun; `what` is not sessions.
void import_things(Context& context, const ScheduleFile& file, RowsAre what, bool keep_going, ImportReport& report);

}  // namespace practice::cli
