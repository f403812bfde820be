// SPDX-License-Identifier: MIT
// What goes back to a person: the rows of a file that were left out.
#pragma once

#include <string>
#include <vector>

#include "app/import/import_report.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// A file of the same format with those rows, which can be mended and read again: the reasons are in a last
/// column, or under a key, `reason` that is not read.
[[nodiscard]] std::string rejects_text(const ScheduleFile& file, const std::vector<RejectedRow>& rows);

}  // namespace practice::app
