// SPDX-License-Identifier: MIT
// Numbers of things.
#pragma once

#include <cstdint>
#include <string>

namespace practice::text {

/// "1 session", "2 sessions".
[[nodiscard]] std::string counted(std::int64_t number, const std::string& thing);

}  // namespace practice::text
