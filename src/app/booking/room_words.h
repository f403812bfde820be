// SPDX-License-Identifier: MIT
// Where a session may be.
#pragma once

#include <vector>

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/session.h"

namespace practice::app {

/// The rooms it may be in, in order of preference: the one named, the virtual one, the professional's
/// usual one, the configured one, else all in-person rooms.
[[nodiscard]] std::vector<RoomName> read_rooms(const SessionWords& words, const Professional& professional,
                                               const Office& office, const Directory& directory);

}  // namespace practice::app
