// SPDX-License-Identifier: MIT
// The business itself: one database is one practice.
#pragma once

#include <string>

#include "practice/civil_time.h"
#include "practice/money.h"

namespace practice {

struct Practice {
    std::string name;
    std::string time_zone;  // IANA
    Currency currency;
    Weekday week_starts = std::chrono::Monday;
    /// The grid on which free slots are looked for; 1 .. 240 minutes.
    Length slot{15};
    bool operator==(const Practice&) const = default;
};

}  // namespace practice
