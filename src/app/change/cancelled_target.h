// SPDX-License-Identifier: MIT
// What was cancelled is not moved: whoever wants it back says so.
#pragma once

#include "practice/refusal.h"
#include "practice/rescheduling.h"

namespace practice::app {

struct Office;

/// Whether what is meant is cancelled: a single session, one date of a series, or each of the dates to come that a
/// change of more than one is of.
[[nodiscard]] bool is_cancelled(const Session& session, const ChangeScope& scope, const TimeZones& zones, Instant now);

/// The refusal of moving it to `at`, with the commands that bring it back.
[[nodiscard]] Refusal nothing_to_move(const Session& session, const ChangeScope& scope, const std::string& at);

/// Whether what was cancelled is so still, and at another time.
[[nodiscard]] bool moves_cancelled(const Session& before, const Session& after, const std::optional<Date>& slot,
                                   const Office& office);
/// Throws Refusal where a row moves what is cancelled: a session, the date `slot`, or a series of which no date takes
/// place.
void check_not_cancelled(const Session& before, const Session& after, const std::optional<Date>& slot,
                         const Office& office);

}  // namespace practice::app
