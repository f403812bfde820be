// SPDX-License-Identifier: MIT
// A zone by its name, where the name can be wrong and the data can be damaged: a file that cannot be read is a failure
// of the system, and no word for a name that is known.
#pragma once

#include <string_view>

#include "practice/time_zone.h"

namespace practice {

/// For a name that somebody gives. Null: nobody knows it. Throws Refusal(failure) when it is known and its data cannot
/// be read, or when there is no data at all.
[[nodiscard]] const TimeZone* known_zone(const TimeZones& zones, std::string_view name);

/// For a name that is stored. Throws Refusal(failure) also when nobody knows it.
[[nodiscard]] const TimeZone& stored_zone(const TimeZones& zones, std::string_view name);

}  // namespace practice
