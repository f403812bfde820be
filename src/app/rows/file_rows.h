// SPDX-License-Identifier: MIT
// A file to import, from its name to its rows: which format, other people's headers and dates.
#pragma once

#include <optional>
#include <string_view>

#include "app/office.h"
#include "app/rows/rows_are.h"
#include "app/rows/source_words.h"
#include "practice/exchange/schedule_columns.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// "csv", "yaml", "json", "jsonl", "ics".
[[nodiscard]] std::optional<ScheduleFormat> parse_schedule_format(std::string_view text);

/// The rows of `source`, read as `words` say. What is wrong with them is in ScheduleFile::problems; Refusal for what is
/// wrong with the words, and for a file that cannot be read.
[[nodiscard]] ScheduleFile read_file_rows(const RowSource& source, RowsAre what, ScheduleColumns columns,
                                          const SourceWords& words, const Office& office);

}  // namespace practice::app
