// SPDX-License-Identifier: MIT
// Marks of what has been that a change would alter.
#pragma once

#include <cstddef>
#include <string>

namespace practice::app {

struct AlteredRecords {
    /// "1@2026-11-24 (attended), 2 (Jo Ng no-show)"; the first of them.
    std::string list;
    /// "1@2026-11-24": of the first.
    std::string first;
    std::size_t count = 0;
};

}  // namespace practice::app
