// SPDX-License-Identifier: MIT
// Whether there is a backup that is young enough.
#pragma once

#include "app/checks/findings.h"
#include "app/office.h"

namespace practice::app {

/// The newest sound backup of this practice in the configured folder; nothing where none is configured. REQUIRES: the
/// database is open, and `now` is the present by the practice's clock, if it has one.
void check_backups(Office& office, Instant now, Findings& findings);

}  // namespace practice::app
