// SPDX-License-Identifier: MIT
// What is booked from now on, examined.
#pragma once

#include "app/checks/findings.h"
#include "app/office.h"

namespace practice::app {

/// From now on: sessions at the same time that share somebody or a full room, and those with somebody or something
/// archived. REQUIRES: there is a practice, and check_rows() found nothing it could not read.
void check_schedule(Office& office, Findings& findings);

}  // namespace practice::app
