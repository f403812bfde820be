// SPDX-License-Identifier: MIT
// Dates of which a feed of some says nothing, since they are others'. Whoever has not the series yet leaves them out
// until another feed tells them: that they were not told is kept with what the row said.
#pragma once

#include <string>
#include <vector>

#include "practice/session.h"
#include "text/rows/row_words.h"

namespace practice::app {

/// `words` as a text that is kept, with the dates. REQUIRES: its row has booked the series.
[[nodiscard]] std::string with_untold(std::string words, const std::vector<Date>& untold);
[[nodiscard]] bool is_untold(const text::RowWords& words, Date date);

/// The series with a date that it leaves out, as the rule says or beyond it.
[[nodiscard]] Session with_date(Session series, Date date);

}  // namespace practice::app
