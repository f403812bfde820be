// SPDX-License-Identifier: MIT
// The database examined as far as it can be read: its file, what it holds, what is booked, its backups. Only what can
// be computed again is mended.
#pragma once

#include <functional>

#include "app/checks/findings.h"
#include "app/office.h"

namespace practice::app {

/// The present, of which somebody may have said it on the clock of the practice: known once that is.
using PresentOn = std::function<Instant(const TimeZone&)>;

/// `mend`: file permissions, an earlier version of the tables, and times that do not fit the time-zone data; in a dry
/// run it is only told. Without a database that is what is found. Opens the office's database, and learns the practice.
[[nodiscard]] Findings examine_database(Office& office, bool mend, const PresentOn& present);

}  // namespace practice::app
