// SPDX-License-Identifier: MIT
// A zone's rule as calendar files can say it: one offset for ever, or two that take turns on the nth
// weekday of a month. Few zones need more; those have no rule.
#pragma once

#include <optional>
#include <string>

#include "practice/time_zone.h"

namespace practice {

struct ZoneRule {
    /// "The second Sunday of March at 02:00, from -05:00 to -04:00."
    struct Change {
        unsigned month = 1;  // 1..12
        int ordinal = 1;     // 1..4, or -1: the last
        Weekday day;
        TimeOfDay time{};  // on the wall clock before the change
        std::chrono::seconds from{};
        std::chrono::seconds to{};
        bool operator==(const Change&) const = default;

        /// When it happens, on the wall clock before it.
        [[nodiscard]] LocalTime in(std::chrono::year year) const;
    };

    std::string name;  // IANA
    std::chrono::seconds standard{};
    // Both or neither.
    std::optional<Change> to_daylight;
    std::optional<Change> to_standard;
    bool operator==(const ZoneRule&) const = default;

    [[nodiscard]] std::chrono::seconds offset_at(Instant instant) const;
};

/// The rule that gives exactly the zone's changes within `span`; nullopt when there is none.
/// REQUIRES: `span` has at least two years.
[[nodiscard]] std::optional<ZoneRule> rule_of(const TimeZone& zone, InstantSpan span);

}  // namespace practice
