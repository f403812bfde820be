// SPDX-License-Identifier: MIT
// Importing sessions: rows that are about stored sessions are compared with them first; then row by row, in the
// order of the file, what is new or changed is checked against everything booked and against the rows before it,
// and written. What the rows free by moving away is free for all of them.
#pragma once

#include <string>

#include "app/import/import_options.h"
#include "app/import/import_report.h"
#include "app/import/import_sink.h"
#include "app/office.h"

namespace practice::app {

/// Imports all rows in one transaction, from the beginning again where a row is refused on which others were built.
/// With `keep`, and nothing wrong (or `keep_going`), it is kept. What happened is in the report; Refusal for what is no
/// fault of a row. `name`: the file, as messages call it. `file` must outlive the report.
[[nodiscard]] ImportReport import_sessions(Office& office, const ScheduleFile& file, const std::string& name,
                                           const ImportOptions& options, bool keep, ImportSink& sink);

}  // namespace practice::app
