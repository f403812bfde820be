// SPDX-License-Identifier: MIT
// Whether two names are of one file.
#pragma once

#include <string>

namespace practice::app {

/// The file need not be there.
[[nodiscard]] bool is_same_file(const std::string& one, const std::string& other);

}  // namespace practice::app
