// SPDX-License-Identifier: MIT
// Rows out of another program's calendar file, and what the words of any file mean here.
#pragma once

#include <string_view>
#include <vector>

#include "app/booking/session_words.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/exchange/calendar_mapping.h"

namespace practice::cli {

/// --summary, --location, --mapping: for the row of the verb.
[[nodiscard]] std::vector<OptionSpec> calendar_source_options();

/// Whether the bytes begin as a calendar file does.
[[nodiscard]] bool looks_like_calendar(std::string_view bytes);

/// The events of the file, as the options and the mapping file say what they are. Refusal for what is wrong with those,
/// and for bytes that are no calendar file.
[[nodiscard]] ScheduleFile read_calendar_rows(std::string_view bytes, const Arguments& arguments,
                                              const Context& context);

/// Of rows that are no calendar: their words, and what `defaults` lacks, as the mapping file has them. Refusal for
/// options, and for keys of that file, that are about events.
void translate_table_rows(ScheduleFile& file, const Arguments& arguments);
void add_defaults(SessionWords& defaults, const Arguments& arguments);

}  // namespace practice::cli
