// SPDX-License-Identifier: MIT
// The file beneath the database, looked at from outside, before it is opened.
#pragma once

#include "app/checks/findings.h"
#include "app/office.h"

namespace practice::app {

/// Permissions of the file and of its folder, what an interrupted command or an earlier restore left beside it, and
/// the room on its disk. With `fix` permissions are set right. `options`: as the database is opened. REQUIRES: there is
/// a file, and no connection to it.
void check_file(const Office& office, const store::OpenOptions& options, bool fix, Findings& findings);

}  // namespace practice::app
