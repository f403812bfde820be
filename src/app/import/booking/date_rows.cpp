// SPDX-License-Identifier: MIT
#include "app/import/booking/date_rows.h"

namespace practice::app {

DateRows::DateRows(SlotRows all, const MatchedRows& matched) : by_series_{std::move(all)} {
    std::erase_if(by_series_, [&](const auto& entry) { return matched.has(entry.first); });
    for (auto& [series, list] : by_series_) {
        std::erase_if(list, [&](const SlotRow& slot) { return matched.has(slot.row); });
        for (const auto& slot : list) { rows_.insert(slot.row); }
    }
}

const std::vector<SlotRow>& DateRows::of(std::size_t series) const {
    static const std::vector<SlotRow> none;
    const auto found = by_series_.find(series);
    return found == by_series_.end() ? none : found->second;
}

}  // namespace practice::app
