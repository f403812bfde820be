// SPDX-License-Identifier: MIT
// What a series was to be before the rest of it was cancelled: kept beside its new end, so that the rest can be
// restored as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"
#include "practice/recurrence_rule.h"

namespace practice {

struct FormerEnd {
    // The end of its rule; neither: it had none.
    std::optional<int> count;
    std::optional<Date> until;
    /// Dates left out of what was cancelled, and dates beside the rule in it.
    std::vector<Date> excluded;
    std::vector<Date> added;
    /// Slots that stand in the series still, each cancelled with the rest: moved to later.
    std::vector<Date> cancelled;
    bool operator==(const FormerEnd&) const = default;
};

/// "never", "count=12", "until=2027-06-30", then " excluded=2027-01-05,2027-01-12" and so on for what there is.
[[nodiscard]] std::string to_string(const FormerEnd& former);
/// Nullopt for anything else.
[[nodiscard]] std::optional<FormerEnd> parse_former_end(std::string_view text);

}  // namespace practice
