// SPDX-License-Identifier: MIT
// A fixed zone with daylight saving, from its rule alone: clocks go forward on the second Sunday of March
// and back on the first Sunday of November, at 02:00.
#pragma once

#include "practice/time_zone.h"

namespace practice::test {

[[nodiscard]] inline TimeZone new_york() {
    using namespace std::chrono;
    std::vector<TimeZone::Transition> transitions;
    for (year y{1970}; y <= year{2400}; ++y) {
        const sys_days forward{y / March / Sunday[2]};
        const sys_days back{y / November / Sunday[1]};
        transitions.push_back({forward + hours{7}, hours{-4}});
        transitions.push_back({back + hours{6}, hours{-5}});
    }
    return TimeZone{"America/New_York", hours{-5}, std::move(transitions)};
}

}  // namespace practice::test
