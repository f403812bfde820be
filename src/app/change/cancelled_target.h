// SPDX-License-Identifier: MIT
// What was cancelled is not moved: whoever wants it back says so.
#pragma once

#include "practice/refusal.h"
#include "practice/rescheduling.h"

namespace practice::app {

/// Whether what is meant, a single session or one date of a series, is cancelled.
[[nodiscard]] bool is_cancelled(const Session& session, const ChangeScope& scope);

/// The refusal of moving it to `at`, with the commands that bring it back.
[[nodiscard]] Refusal nothing_to_move(const Session& session, const ChangeScope& scope, const std::string& at);

}  // namespace practice::app
