// SPDX-License-Identifier: MIT
// When something is to be instead. A date is a date. A weekday without one means
//   for a series: that day of the week of the first slot concerned ("wed" moves Tuesdays to Wednesdays);
//   for one date: the next such day from today on, as everywhere. Where the day of its own week is another one
//   that is still to come, either could be meant, and it is refused with both.
// "+1w" and "in 3 days" count from where the session is now; of a series, from the first slot concerned.
#pragma once

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/rescheduling.h"

namespace practice::app {

/// The time alone, as `session move` takes it. `edit` has what else is to be different: `at next` looks for a time at
/// which all that is free.
[[nodiscard]] NewTime read_new_time(const SessionWords& words, const Session& session, const ChangeScope& scope,
                                    const SessionEdit& edit, Office& office, const Directory& directory);

}  // namespace practice::app
