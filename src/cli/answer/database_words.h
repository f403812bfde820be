// SPDX-License-Identifier: MIT
// What a database holds, told: by backup and restore.
#pragma once

#include <string>

#include "cli/context.h"
#include "store/database_summary.h"
#include "text/json.h"

namespace practice::cli {

/// "14 sessions, 6 clients".
[[nodiscard]] std::string holds_told(const store::DatabaseSummary& summary);
/// "34 operations, the last 34: session add ..., by ana on Mon 2026-11-23 08:00"; "nothing in it".
[[nodiscard]] std::string log_told(const Context& context, const store::DatabaseSummary& summary);

/// "sessions", "clients", "operations", "last" and "hash" (of the last operation; null without one).
void add_summary(text::JsonObject& object, const store::DatabaseSummary& summary);

}  // namespace practice::cli
