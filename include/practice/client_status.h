// SPDX-License-Identifier: MIT
// What a date is for one of several clients.
#pragma once

#include "practice/occurrence.h"

namespace practice {

/// One client's own status, else the occurrence's.
[[nodiscard]] Status status_of(const Occurrence& occurrence, ClientId client);

}  // namespace practice
