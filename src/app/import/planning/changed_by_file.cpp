// SPDX-License-Identifier: MIT
#include "app/import/planning/changed_by_file.h"

#include <algorithm>

namespace practice::app {

std::vector<Date> dates_given(const ScheduleRow& row) {
    std::vector<Date> dates;
    for (const auto& slot : row.slots) { dates.push_back(slot.slot); }
    return dates;
}

bool is_about_whole(const ChangedByFile& changed) {
    return changed.after.is_series() && !changed.parts.front().slot;
}

bool names(const ChangedByFile::Part& part, Date slot) {
    return part.slot == slot || std::ranges::find(part.given, slot) != part.given.end();
}

bool names(const ChangedByFile& changed, Date slot) {
    return std::ranges::any_of(changed.parts, [&](const auto& part) { return names(part, slot); });
}

YieldScope yields_of(const ChangedByFile& changed) {
    YieldScope scope{&changed.before, {}, !changed.policy.allows_time_off()};
    for (const auto& part : changed.parts) {
        if (part.slot) { scope.named.push_back(*part.slot); }
        if (!part.carried) { scope.named.insert(scope.named.end(), part.given.begin(), part.given.end()); }
    }
    if (changed.named) { scope.named.push_back(*changed.named); }
    return scope;
}

}  // namespace practice::app
