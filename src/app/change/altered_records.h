// SPDX-License-Identifier: MIT
// Marks of what has been that a change would alter.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "practice/marks_changed.h"

namespace practice::app {

struct Office;

struct AlteredRecords {
    /// "1@2026-11-24 (attended), 2 (Jo Ng no-show)"; the first of them.
    std::string list;
    /// "1@2026-11-24": of the first.
    std::string first;
    std::size_t count = 0;

    /// `before`: the session that has them.
    void add(const Session& before, const std::vector<ChangedMark>& marks);
    /// "this changes a record of what has been: 1@2026-11-24 (attended)".
    [[nodiscard]] std::string told() const;
};

/// What a row alters of records: marks, and what was cancelled and is over. Another mark alone is no such thing.
[[nodiscard]] AlteredRecords altered_by_row(const Session& before, const Session& after, const Office& office);

}  // namespace practice::app
