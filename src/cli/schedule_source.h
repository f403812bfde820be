// SPDX-License-Identifier: MIT
// A file to import, from its name to its rows: which format, where its text comes from, other people's headers
// and dates.
#pragma once

#include <string>
#include <vector>

#include "app/import/import_report.h"
#include "app/import/rows_are.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/exchange/schedule_columns.h"
#include "practice/exchange/schedule_row.h"

namespace practice::cli {

[[nodiscard]] std::optional<RowsAre> parse_rows_are(std::string_view text);

/// The flags of their `add` verbs, as columns.
[[nodiscard]] ScheduleColumns columns_of(RowsAre what);

/// --from-format, --map, --date-format, --max-rows, --template: for the row of the verb.
[[nodiscard]] std::vector<OptionSpec> schedule_source_options();

/// Reads `file` ("-": standard input) as the options say. What is wrong with its rows is in
/// ScheduleFile::problems; Refusal for what is wrong with the options, and for a file that cannot be read.
[[nodiscard]] ScheduleFile read_schedule(const std::string& file, RowsAre what, const Arguments& arguments,
                                         Context& context);

/// An empty file with each column explained; read again it has no rows.
[[nodiscard]] std::string schedule_template(RowsAre what, ScheduleFormat format);
/// "csv", "yaml", "json", "jsonl".
[[nodiscard]] std::optional<ScheduleFormat> parse_schedule_format(std::string_view text);

/// A file of the same format with those rows, which can be mended and read again: the reasons are in a last
/// column, or under a key, `reason` that is not read.
[[nodiscard]] std::string rejects_text(const ScheduleFile& file, const std::vector<RejectedRow>& rows);

}  // namespace practice::cli
