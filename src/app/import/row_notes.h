// SPDX-License-Identifier: MIT
// What is told of rows beside what they make: dates that are lost, stay as they were, are left out or stay out.
#pragma once

#include <cstddef>
#include <vector>

#include "app/import/import_report.h"
#include "app/import/planning/changed_by_file.h"
#include "app/import/row_change.h"
#include "app/office.h"

namespace practice::app {

/// What the row of that line does not do to dates of the session, or takes away with them.
void note_dates_lost(ImportReport& report, std::size_t line, SessionNumber session, const RowChange& change);

/// Of the dates that the row leaves out, and did not before, those that are none of the series.
void note_in_vain(ImportReport& report, std::size_t line, const Session& series, const std::vector<Date>& left_out);

/// The dates that the session leaves out from now on, since they are in time off.
void note_newly_away(ImportReport& report, std::size_t line, const ChangedByFile& changed, const Office& office);

/// The dates that a new session leaves out since they are in time off. A dry run tells it with the row, here and below.
void note_away(ImportReport& report, std::size_t line, const Session& session, const Office& office);

/// Dates that the series leaves out since they clash.
void note_clashing(ImportReport& report, std::size_t line, const Session& session, const std::vector<Date>& left_out,
                   const Office& office);

/// Every session has a room: an event that says none any more leaves it where it is.
void note_no_room(ImportReport& report, std::size_t line, const Session& session);

/// Those of the sessions that `mirror` would cancel that an import has made, where it is not known what their rows
/// said: they were imported before that was kept, or came back here since.
void note_not_known(ImportReport& report, const std::vector<SessionId>& sessions, Office& office);

}  // namespace practice::app
