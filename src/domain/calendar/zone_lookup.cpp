// SPDX-License-Identifier: MIT
#include "practice/zone_lookup.h"

#include <algorithm>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice {
const TimeZone* known_zone(const TimeZones& zones, std::string_view name) {
    if (const auto* zone = zones.find(name)) { return zone; }
    const auto names = zones.names();
    if (names.empty()) {
        throw Refusal{RefusalKind::failure, "this system has no time-zone data", "install it (tzdata)"};
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) { return nullptr; }
    throw Refusal{RefusalKind::failure, "the time-zone data of " + quoted(name) + " cannot be read",
                  "install the time-zone data again (tzdata)"};
}

const TimeZone& stored_zone(const TimeZones& zones, std::string_view name) {
    if (const auto* zone = known_zone(zones, name)) { return *zone; }
    throw Refusal{RefusalKind::failure,
                  "the time zone " + quoted(name) + ", which is stored, is none that this system has",
                  "install the time-zone data again (tzdata); see: practice doctor"};
}

}  // namespace practice
