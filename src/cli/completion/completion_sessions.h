// SPDX-License-Identifier: MIT
// Ids of sessions, for completions: those of these days, with their date and room.
#pragma once

#include <vector>

#include "cli/completion/completion.h"
#include "cli/context.h"

namespace practice::cli {

/// The dates around now, soonest first; once a series is named ("12@"), more of its dates; where the verb takes a whole
/// series, its number too. With `taking_time`, those that are not cancelled, else those that are.
/// REQUIRES: the context has a database and a practice.
[[nodiscard]] std::vector<Candidate> session_candidates(const LineEnd& line, Context& context, bool taking_time);

}  // namespace practice::cli
