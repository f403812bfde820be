// SPDX-License-Identifier: MIT
// One VEVENT, read.
#pragma once

#include <map>
#include <string>

#include "ical/calendar_outline.h"
#include "ical/foreign_zones.h"
#include "practice/exchange/foreign_event.h"

namespace practice::ical {

/// Names of properties and components that say nothing about sessions, in capitals, with how many there were.
using LeftOut = std::map<std::string, int, std::less<>>;

/// Everything of the event that a session can come from; what is wrong is in its problems. Counts in `left_out` what
/// is passed over.
[[nodiscard]] ForeignEvent read_event(const CalendarPart& part, ForeignZones& zones, LeftOut& left_out);

}  // namespace practice::ical
