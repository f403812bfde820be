// SPDX-License-Identifier: MIT
// Who gives sessions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "practice/ids.h"
#include "practice/money.h"
#include "practice/person_name.h"
#include "practice/working_hours.h"

namespace practice {

/// A span in which a professional is away. Wall-clock times of the practice's zone.
struct TimeOff {
    Span<LocalTime> span;
    std::string reason;
    bool operator==(const TimeOff&) const = default;
};

struct Professional {
    ProfessionalId id;
    /// Short and unique, without case: letters, digits, "-", "_", "."; never a number alone.
    std::string code;
    SearchName name;
    std::string email;
    std::string phone;
    /// The usual room.
    std::optional<RoomId> room;
    WorkingHours hours = WorkingHours::usual();
    /// Prices of this professional, by service code; they come before the service's own.
    std::map<std::string, Money> fees;
    /// Ascending, disjoint.
    std::vector<TimeOff> time_off;
    bool archived = false;
    bool operator==(const Professional&) const = default;
};

}  // namespace practice
