// SPDX-License-Identifier: MIT
// What the database holds: whether it is whole, and whether it makes sense.
#pragma once

#include <cstddef>
#include <vector>

#include "app/checks/findings.h"
#include "app/office.h"
#include "practice/ids.h"

namespace practice::app {

/// How many sessions are held at once while all are looked at.
inline constexpr std::size_t kSessionsInMemory = 1000;

/// Pages, tables, references and the log. Of a file of an older version only pages and
/// references are looked at: tables and log are not as this program has them.
void check_storage(Office& office, bool older, Findings& findings);

/// Reads everything: rows that this program cannot have written, instants that are not those of their wall clock,
/// changes to dates that their series does not have. Gives back the sessions with such instants.
[[nodiscard]] std::vector<SessionId> check_rows(Office& office, Findings& findings);

/// Operations of the log that are dated in the future, or before those before them.
void check_log_dates(Office& office, Findings& findings);

}  // namespace practice::app
