// SPDX-License-Identifier: MIT
// The times of calendar files, read strictly: libical takes the 31st of February, a 13th month and the 25th hour.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "practice/civil_time.h"

namespace practice::ical {

struct TimeValue {
    LocalTime time{};
    bool is_date = false;
    bool utc = false;
};

/// "20261201", "20261201T140000", "20261201T190000Z"; nullopt for anything else and for what no calendar or clock has.
/// A leap second is the second behind it.
[[nodiscard]] std::optional<TimeValue> parse_time_value(std::string_view text);
/// "PT45M", "P1DT2H", "P1W"; nullopt for anything else, negative lengths and those of more than ten years.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration_value(std::string_view text);
/// "-0500", "+053000"; nullopt for anything else.
[[nodiscard]] std::optional<std::chrono::seconds> parse_offset_value(std::string_view text);

}  // namespace practice::ical
