// SPDX-License-Identifier: MIT
// Problems as lines and as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "practice/refusal.h"

namespace practice::text {

/// "  at settings.yaml:12:7", the line as it stands and a caret under the column.
[[nodiscard]] std::string place_lines(const Place& place);

/// {"error": {"code", "message", "hint", "details", "place", "clashes", "problems"}}: the first problem at the
/// top, all of them in "problems".
[[nodiscard]] std::string error_json(std::string_view code, const std::vector<Problem>& problems,
                                     const std::vector<ClashFact>& clashes);

}  // namespace practice::text
