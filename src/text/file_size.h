// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace practice::text {

/// "512 bytes", "212 kB", "46.8 MB": powers of 1000.
[[nodiscard]] std::string file_size(std::int64_t bytes);

}  // namespace practice::text
