// SPDX-License-Identifier: MIT
#include "practice/rescheduling.h"
#include "rescheduling_parts.h"

namespace practice {

Session with_former_end(Session series) {
    if (!series.former_end || !series.recurrence) { return series; }
    const auto& cut = *series.recurrence;
    const auto& former = *series.former_end;
    auto rule = cut.rule();
    rule.count = former.count;
    rule.until = former.until;
    const Recurrence bare{cut.anchor(), rule};
    auto excluded = cut.excluded();
    excluded.insert(excluded.end(), former.excluded.begin(), former.excluded.end());
    auto added = former.added;
    for (const auto date : cut.added()) {  // records stayed as added dates, where the rule gives them again
        if (!bare.occurs_on(date)) { added.push_back(date); }
    }
    series.recurrence = rescheduling::with_dates(bare, std::move(excluded), std::move(added));
    series.former_end.reset();
    return series;
}

}  // namespace practice
