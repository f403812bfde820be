// SPDX-License-Identifier: MIT
#include "time/system_clock.h"

namespace practice::time {

Instant system_now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace practice::time
