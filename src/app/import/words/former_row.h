// SPDX-License-Identifier: MIT
// An import is a change, not a master: of a row that was imported before, only what it says otherwise than then is
// applied. What was changed here since stays.
#pragma once

#include <string_view>
#include <vector>

#include "app/booking/session_words.h"
#include "practice/exchange/schedule_row.h"
#include "practice/session.h"
#include "text/rows/row_words.h"

namespace practice::app {

/// What a row said, as it was kept, for the words that it has now.
[[nodiscard]] text::RowWords words_then(std::string_view kept, const text::RowWords& now);

/// The row with the cells and slots that differ from what it said then, and what belongs to them: a rule as a whole,
/// the price and the modifiers of a service that is another one, the time of another zone.
[[nodiscard]] ScheduleRow what_differs(const ScheduleFile& file, const ScheduleRow& row, const text::RowWords& then);

/// What a ref has said once the row has come in: the row's words, and those of before that it does not touch. A file
/// with fewer columns, or an empty cell, says nothing of the others. A calendar tells all slots and added dates.
[[nodiscard]] text::RowWords said_by_now(const ScheduleFile& file, text::RowWords then, text::RowWords now);

/// An event of a calendar says all that it is: what it said `then` and does not say any more, it takes back. A column
/// that another file does not have says nothing.
void take_back(const ScheduleFile& file, const text::RowWords& then, const text::RowWords& now, SessionWords& words);

/// As take_back(), of what the series has of its own on single dates.
void take_back_of_dates(const text::RowWords& then, const text::RowWords& now, Session& series);

/// Dates that stand, after what a list of them said `then` has become what it says `now`: what was added or taken out
/// here stays so.
[[nodiscard]] std::vector<Date> changed_dates(std::vector<Date> present, const std::vector<Date>& then,
                                              const std::vector<Date>& now);

/// The dates that a row had in a column of them.
[[nodiscard]] std::vector<Date> dates_then(const text::RowWords& then, std::string_view column);

}  // namespace practice::app
