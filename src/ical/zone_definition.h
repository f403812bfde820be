// SPDX-License-Identifier: MIT
// A time zone as a calendar file defines it (VTIMEZONE), and which zone of this system that is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ical/calendar_outline.h"
#include "practice/time_zone.h"

namespace practice::ical {

struct ZoneDefinition {
    std::string name;      // TZID
    std::string location;  // X-LIC-LOCATION; empty: none
    std::size_t line = 0;
    /// Its offsets until 2100; nullopt when it does not say them in a way that can be read.
    std::optional<TimeZone> zone;
};

[[nodiscard]] ZoneDefinition read_zone_definition(const CalendarPart& part);

/// The zone that `name` means: an IANA name, alone or behind a prefix ("/mozilla.org/20050126_1/Europe/Paris"), or one
/// of Windows' names; else the one IANA name that differs in case, '/', '_', '-' and blanks only ("Europe_Berlin",
/// "US-Eastern"). Null: none.
[[nodiscard]] const TimeZone* zone_of_foreign_name(std::string_view name, const TimeZones& zones);

/// A zone with the same offsets as `defined`: `preferred` if it is one, else the first of the zones that Windows knows.
/// Compared are the time in which it is `used`, and two years: those from `now` on, or the last ones of a definition
/// that ends before (what it says of the time after its end is nothing to go by). Null: none.
[[nodiscard]] const TimeZone* zone_with_offsets_of(const TimeZone& defined, const TimeZones& zones,
                                                   const TimeZone& preferred, InstantSpan used, Instant now);

}  // namespace practice::ical
