// SPDX-License-Identifier: MIT
// Refusals as people and programs see them, on standard error.
#pragma once

#include <string>

#include "cli/line/invocation.h"
#include "practice/refusal.h"

namespace practice::cli {

/// The commands in its hint and details, to be pasted.
void complete(Problem& problem, const Invocation& invocation);

/// "practice: error: WHAT", the place with the line and a caret, details, "hint: ...".
[[nodiscard]] std::string error_text(const Refusal& refusal, const Invocation& invocation);
/// {"error": {"code", "message", "hint", "problems": [...]}} on one line.
[[nodiscard]] std::string error_json(const Refusal& refusal, const Invocation& invocation);

}  // namespace practice::cli
