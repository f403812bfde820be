// SPDX-License-Identifier: MIT
// The dates of a rule, as lines and as JSON.
#pragma once

#include <string>
#include <vector>

#include "practice/recurrence.h"
#include "practice/time_zone.h"

namespace practice::text {

struct Preview {
    const Recurrence* recurrence = nullptr;
    std::vector<Date> slots;
    TimeOfDay time{};
    const TimeZone* zone = nullptr;
};

/// {"rule": "FREQ=...", "words": "...", "starts": [RFC 3339, ...]}, with a line end.
[[nodiscard]] std::string preview_json(const Preview& preview);
/// For people the rule in words and "Tue 2026-12-08 14:00" lines, with what daylight saving moves; otherwise
/// one RFC 3339 time a line.
[[nodiscard]] std::string preview_lines(const Preview& preview, bool for_people);

}  // namespace practice::text
