// SPDX-License-Identifier: MIT
#include "app/import/import_run.h"

namespace practice::app {

void ImportRun::refuse(std::size_t row, const Refusal& refusal) const {
    const bool may_be_skipped = refusal.kind() == RefusalKind::conflict;
    const bool skips = may_be_skipped && policy_of(words.as_written(source(row).cells), options.policy).skips();
    report.reject(row, refusal, !skips);
}

}  // namespace practice::app
