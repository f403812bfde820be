// SPDX-License-Identifier: MIT
// From words to what they mean: names become people and rooms, times become dates, rules become values, and
// what was not said gets its default (contract: Adding a session). Each reading function throws a Refusal
// with what to type instead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/booking.h"

namespace practice::app {

/// Each client's own status, in the order of `clients`; empty when none is said. `series`: of a series as a whole.
[[nodiscard]] std::vector<Attendance> read_client_statuses(const SessionWords& words,
                                                           const std::vector<ClientName>& clients, bool series);

/// All of it, with every problem of the words reported at once.
[[nodiscard]] BookingRequest read_request(const SessionWords& words, const Office& office, const Directory& directory);

}  // namespace practice::app
