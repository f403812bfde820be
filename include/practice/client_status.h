// SPDX-License-Identifier: MIT
// What a date is for one of several clients.
#pragma once

#include <vector>

#include "practice/occurrence.h"

namespace practice {

/// One client's own status, else the occurrence's.
[[nodiscard]] Status status_of(const Occurrence& occurrence, ClientId client);

/// What it is for these of its clients together, as far as they take part: cancelled only when it is for each of them.
/// None named: the occurrence's own.
[[nodiscard]] Status status_for(const Occurrence& occurrence, const std::vector<ClientId>& clients);

/// Whether it has one of `statuses` (none named: whether it takes place) for any of `clients`. No clients named: as a
/// whole, and a status that is asked for counts when one of its clients has it.
[[nodiscard]] bool has_status(const Occurrence& occurrence, const std::vector<Status>& statuses,
                              const std::vector<ClientId>& clients);

}  // namespace practice
