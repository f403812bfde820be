// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_lanes.h"

#include <algorithm>

namespace practice::text {

std::vector<Lane> side_by_side(const std::vector<RowSpan>& spans) {
    std::vector<Lane> lanes(spans.size());
    std::vector<std::size_t> free_from;  // for each lane of this cluster, the row from which it is free
    std::size_t cluster = 0;             // its first span
    std::size_t cluster_end = 0;
    const auto close = [&](std::size_t end) {
        for (auto i = cluster; i < end; ++i) { lanes[i].lanes = std::max<std::size_t>(free_from.size(), 1); }
        free_from.clear();
        cluster = end;
    };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].first >= cluster_end) { close(i); }
        cluster_end = std::max(cluster_end, spans[i].last);
        const auto found =
            std::find_if(free_from.begin(), free_from.end(), [&](std::size_t row) { return row <= spans[i].first; });
        lanes[i].lane = static_cast<std::size_t>(found - free_from.begin());
        if (found == free_from.end()) {
            free_from.push_back(spans[i].last);
        } else {
            *found = spans[i].last;
        }
    }
    close(spans.size());
    return lanes;
}

}  // namespace practice::text
