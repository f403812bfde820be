// SPDX-License-Identifier: MIT
// One file imported, whatever its rows are: in one transaction, all of it or, as was asked for, what is right of it.
#pragma once

#include <string>

#include "app/import/import_sink.h"
#include "app/import/session_import.h"
#include "app/office.h"
#include "app/rows/rows_are.h"

namespace practice::app {

/// Refuses `rejects` where no row can be left out. `keep-going` leaves out all that are wrong; of those that clash, a
/// row itself may say so.
void check_leaves_out(const ScheduleFile& file, const ImportOptions& options);

/// What happened is in the report, and told the sink while it does; Refusal for what is no fault of a row. `name`: the
/// file, as messages call it. `file` must outlive the report.
[[nodiscard]] ImportReport import_file(Office& office, const ScheduleFile& file, const std::string& name, RowsAre what,
                                       const ImportOptions& options, ImportSink& sink);

}  // namespace practice::app
