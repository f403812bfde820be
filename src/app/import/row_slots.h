// SPDX-License-Identifier: MIT
// The dates that a row of a calendar gives beside its rule: those that stand differently, and those that were added.
#pragma once

#include "app/import/row_change.h"

namespace practice::app {

/// Puts them into what the rest of the row has made. Records stay as they were, unless `basis` says otherwise; where
/// the row has slots, other changes of slots go, but for their notes.
void put_slots(RowChange& change, const ScheduleRow& row, const ImportWords& words, Office& office,
               const Directory& directory, const RowBasis& basis = {});

}  // namespace practice::app
