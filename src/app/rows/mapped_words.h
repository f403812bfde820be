// SPDX-License-Identifier: MIT
// What the words of a file mean here, as its mapping file has them.
#pragma once

#include "app/booking/session_words.h"
#include "app/rows/source_words.h"
#include "practice/exchange/calendar_mapping.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

/// Of a calendar: the mapping file, and what was said besides.
[[nodiscard]] CalendarMapping read_mapping(const SourceWords& words);

/// Of rows that are no calendar: their words, and what `defaults` lacks. Refusal for what is said, by `words` or by a
/// key of that file, of events.
void translate_table_rows(ScheduleFile& file, const SourceWords& words);
void add_defaults(SessionWords& defaults, const SourceWords& words);

}  // namespace practice::app
