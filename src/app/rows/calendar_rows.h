// SPDX-License-Identifier: MIT
// Rows out of another program's calendar file.
#pragma once

#include <string_view>

#include "app/office.h"
#include "app/rows/source_words.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// Whether the bytes begin as a calendar file does.
[[nodiscard]] bool looks_like_calendar(std::string_view bytes);

/// The events of the file, as the words and the mapping file say what they are. Refusal for what is wrong with those,
/// and for bytes that are no calendar file.
[[nodiscard]] ScheduleFile read_calendar_rows(std::string_view bytes, const SourceWords& words, const Office& office);

}  // namespace practice::app
