// SPDX-License-Identifier: MIT
// What takes place again may be with somebody, or in a room, that was archived in between. A booking would be refused;
// what was booked comes back, and that is told.
#pragma once

#include <string>
#include <vector>

#include "app/directory.h"
#include "practice/session.h"
#include "practice/time_zone.h"

namespace practice::app {

/// A note for each of those: "Dana Lee is archived, and booked again with 1@2026-12-08; ...". `after`: of `before`,
/// what has become of it.
[[nodiscard]] std::vector<std::string> back_with_archived(const Session& before, const Session& after,
                                                          const TimeZone& zone, const Directory& directory);

}  // namespace practice::app
