// SPDX-License-Identifier: MIT
// Side by side: sessions that share rows are put into lanes.
#pragma once

#include <cstddef>
#include <vector>

namespace practice::text {

/// Rows [first, last) of one session; last > first.
struct RowSpan {
    std::size_t first = 0;
    std::size_t last = 1;
};

struct Lane {
    std::size_t lane = 0;
    /// How many lanes the rows around it need: the same for all that overlap, directly or through others.
    std::size_t lanes = 1;
};

/// One for each span. REQUIRES: `spans` ascend by first row.
[[nodiscard]] std::vector<Lane> side_by_side(const std::vector<RowSpan>& spans);

}  // namespace practice::text
