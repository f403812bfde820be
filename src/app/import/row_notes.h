// SPDX-License-Identifier: MIT
// What is told of rows that change sessions which are there: dates that are lost, stay as they were, or stay out.
#pragma once

#include <cstddef>

#include "app/import/import_report.h"
#include "app/import/matched_rows.h"
#include "app/import/row_change.h"
#include "app/office.h"

namespace practice::app {

/// What the row of that line does not do to dates of the session, or takes away with them.
void note_dates_lost(ImportReport& report, std::size_t line, SessionId session, const RowChange& change);

/// The dates that the session leaves out from now on, since they are in time off.
void note_newly_away(ImportReport& report, std::size_t line, const ChangedByFile& changed, const Office& office);

}  // namespace practice::app
