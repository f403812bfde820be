// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace practice::app {

/// As CMakeLists.txt says: "0.7.0".
[[nodiscard]] std::string_view version();

}  // namespace practice::app
