// SPDX-License-Identifier: MIT
// Times of a file that have another offset than the clock of their session: they are converted, and that is told.
#pragma once

#include "app/import/import_report.h"
#include "app/import/words/row_words.h"
#include "app/office.h"

namespace practice::app {

/// Of a row that came in. `session`: what was made of it.
void note_converted(std::size_t row, const ImportWords& words, const Session& session, const Office& office,
                    ImportReport& report);

}  // namespace practice::app
