// SPDX-License-Identifier: MIT
// What keeps a spreadsheet from running a cell of ours: a ' before it. The reader takes away exactly what the
// writer added.
#pragma once

#include <string_view>

namespace practice::text {

/// Whether the writer puts a ' before the cell: it begins like a formula and is no plain number, or it looks as if
/// that had been done already.
[[nodiscard]] bool needs_guard(std::string_view cell);
/// The cell as it was before it was written.
[[nodiscard]] std::string_view without_guard(std::string_view cell);

}  // namespace practice::text
