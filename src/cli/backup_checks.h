// SPDX-License-Identifier: MIT
// Whether there is a backup that is young enough.
#pragma once

#include "app/checks/findings.h"
#include "cli/context.h"

namespace practice::cli {

/// The newest sound backup of this practice in the configured folder; nothing where none is configured. REQUIRES: the
/// database is open.
void check_backups(Context& context, Findings& findings);

}  // namespace practice::cli
