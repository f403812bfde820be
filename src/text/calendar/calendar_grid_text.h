// SPDX-License-Identifier: MIT
// Time grids drawn as lines of text.
#pragma once

#include <string>
#include <vector>

#include "text/calendar/calendar_grid.h"

namespace practice::text {

/// The grids, one below another, and under them: what the signs mean, the ids that found no space, and how
/// to see what is hidden.
[[nodiscard]] std::string grid_text(const std::vector<Grid>& grids, const CalendarStyle& style);

/// "✓ attended  * changed": those signs that occur among the entries, and nothing when none does.
[[nodiscard]] std::string sign_legend(const std::vector<const CalendarEntry*>& entries, bool ascii);

}  // namespace practice::text
