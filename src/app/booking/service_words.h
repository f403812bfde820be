// SPDX-License-Identifier: MIT
// What is done in a session, and what it costs.
#pragma once

#include <vector>

#include "app/booking/people_words.h"
#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/session.h"

namespace practice::app {

/// The services with their prices: given, else the clients' fee, the professional's, the service's.
[[nodiscard]] std::vector<ServiceLine> read_lines(const SessionWords& words, const People& people, const Office& office,
                                                  const Directory& directory);

/// Adds the modifiers to the lines they belong to.
void read_modifiers(const SessionWords& words, std::vector<ServiceLine>& lines);

}  // namespace practice::app
