// SPDX-License-Identifier: MIT
// One go over the rows of a file: what all that take part in an import of sessions work on.
#pragma once

#include "app/directory.h"
#include "app/import/import_options.h"
#include "app/import/import_report.h"
#include "app/import/import_sink.h"
#include "app/import/words/row_words.h"
#include "app/office.h"

namespace practice::app {

/// All that it refers to must outlive it. REQUIRES: a Change has begun.
struct ImportRun {
    Office& office;
    const Directory& directory;
    const ImportWords& words;
    const ImportOptions& options;
    ImportReport& report;
    ImportSink& sink;

    [[nodiscard]] const ScheduleFile& file() const { return words.file(); }
    [[nodiscard]] const ScheduleRow& source(std::size_t row) const { return words.file().rows[row]; }
    [[nodiscard]] bool is_rejected(std::size_t row) const { return report.outcome(row) == RowOutcome::rejected; }
    /// The row cannot be. It stops the others, unless it clashes and what clashes is to be left out.
    void refuse(std::size_t row, const Refusal& refusal) const;
    /// False: something is wrong that stops the whole. The other rows are checked, and nothing is kept of them.
    [[nodiscard]] bool writing() const { return options.keep_going || !report.stopped(); }
};

}  // namespace practice::app
