// SPDX-License-Identifier: MIT
// Rows out of another program's calendar file.
#pragma once

#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/context.h"
#include "practice/schedule_row.h"

namespace practice::cli {

/// --summary, --location, --mapping: for the row of the verb.
[[nodiscard]] std::vector<OptionSpec> calendar_source_options();

/// Whether the bytes begin as a calendar file does.
[[nodiscard]] bool looks_like_calendar(std::string_view bytes);

/// The events of the file, as the options and the mapping file say what they are. Refusal for what is wrong with those,
/// and for bytes that are no calendar file.
[[nodiscard]] ScheduleFile read_calendar_rows(std::string_view bytes, const Arguments& arguments,
                                              const Context& context);

}  // namespace practice::cli
