// SPDX-License-Identifier: MIT
// The rows of a time grid: pieces of the wall clock, shared by days of which one may have 23 hours and
// another 25. A skipped hour is a row that one day does not have; a repeated hour is two rows, of which
// only that day has the second.
#pragma once

#include <optional>
#include <vector>

#include "practice/civil_time.h"
#include "practice/time_zone.h"

namespace practice::text {

struct AxisRow {
    TimeOfDay from{};    // on the wall clock
    bool again = false;  // the second pass of a repeated hour
    bool operator==(const AxisRow&) const = default;
};

/// The rows of one day, in the order in which they pass, each with its instants.
struct DayAxis {
    std::vector<AxisRow> rows;
    std::vector<InstantSpan> spans;
};
/// `hours` within [0 h, 24 h]. REQUIRES: `step` divides an hour and is a multiple of 5 minutes.
[[nodiscard]] DayAxis day_axis(Date date, Span<TimeOfDay> hours, std::chrono::minutes step, const TimeZone& zone);

/// The rows of all days, each once, in an order that agrees with every day's.
[[nodiscard]] std::vector<AxisRow> shared_rows(const std::vector<DayAxis>& days);
/// The day's instants for each of `rows`; nullopt where it has no such time.
[[nodiscard]] std::vector<std::optional<InstantSpan>> spans_on(const DayAxis& day, const std::vector<AxisRow>& rows);

}  // namespace practice::text
