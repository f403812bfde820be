// SPDX-License-Identifier: MIT
// Refusals as people and programs see them, on standard error.
#pragma once

#include <string>

#include "practice/refusal.h"

namespace practice::cli {

/// "practice: error: WHAT", the place with the line and a caret, details, "hint: ...".
[[nodiscard]] std::string error_text(const Refusal& refusal);
/// {"error": {"code", "message", "hint", "problems": [...]}} on one line.
[[nodiscard]] std::string error_json(const Refusal& refusal);

}  // namespace practice::cli
