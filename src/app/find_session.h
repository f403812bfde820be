// SPDX-License-Identifier: MIT
// The session or occurrence that an id names.
#pragma once

#include <string_view>

#include "app/office.h"
#include "practice/session.h"

namespace practice::app {

/// "12" or "12@2026-12-08"; Refusal(misuse) for anything else.
[[nodiscard]] OccurrenceId read_occurrence_id(std::string_view text);
/// Refusal(not_found) when there is none, or when the series has no such slot (naming the nearest).
[[nodiscard]] Session find_session(Office& office, const OccurrenceId& id);
/// The second half of that, for a session that is already at hand.
void check_slot(const Session& session, const OccurrenceId& id);

}  // namespace practice::app
