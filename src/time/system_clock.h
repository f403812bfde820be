// SPDX-License-Identifier: MIT
#pragma once

#include "practice/civil_time.h"

namespace practice::time {

/// The present, to the second. The program's only call of a clock.
[[nodiscard]] Instant system_now();

}  // namespace practice::time
