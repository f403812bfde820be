// SPDX-License-Identifier: MIT
#include "text/file_size.h"

#include <fmt/format.h>

namespace practice::text {

std::string file_size(std::int64_t bytes) {
    constexpr std::int64_t kilo = 1000;
    if (bytes < kilo) { return fmt::format("{} bytes", bytes); }
    if (bytes < kilo * kilo) { return fmt::format("{} kB", (bytes + kilo / 2) / kilo); }
    const auto tenths = (bytes + kilo * kilo / 20) / (kilo * kilo / 10);
    if (tenths < kilo * 10) { return fmt::format("{}.{} MB", tenths / 10, tenths % 10); }
    return fmt::format("{}.{} GB", tenths / (kilo * 10), tenths / kilo % 10);
}

}  // namespace practice::text
