// SPDX-License-Identifier: MIT
// A row about one date of a series says all that it names, even what the series happens to say as well.
#pragma once

#include "app/office.h"
#include "practice/session.h"
#include "text/rows/row_words.h"

namespace practice::app {

/// The series after a row has changed it, with what `cells`, the remembered words about the date alone, name of it as
/// it was before. What they do not name is as the series has it now.
[[nodiscard]] Session as_its_row_says(Session after, const Session& before, Date slot,
                                      const text::RowWords::Cells& cells, Office& office);

}  // namespace practice::app
