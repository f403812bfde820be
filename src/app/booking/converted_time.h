// SPDX-License-Identifier: MIT
// A time with an offset other than that of the session's zone is read as the instant that it is, and that is said.
#pragma once

#include "app/office.h"
#include "text/dates/parse_time.h"

namespace practice::app {

/// A note when `when` was typed with an offset and is another time of day, `local`, in `zone`.
void tell_converted(Office& office, const text::When& when, LocalTime local, const TimeZone& zone);

}  // namespace practice::app
