// SPDX-License-Identifier: MIT
#pragma once

#include "practice/civil_time.h"

namespace practice::time {

/// The present, to the second. The program's only call of a clock.
[[nodiscard]] Instant system_now();

/// Time that goes by evenly, from some moment on: for rates, never for dates.
[[nodiscard]] std::chrono::milliseconds stopwatch();

}  // namespace practice::time
