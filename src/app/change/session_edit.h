// SPDX-License-Identifier: MIT
// From the words of an edit to what is to be different. What is not said stays as it is: unlike a booking, an
// edit has no defaults. "none" clears what can be empty.
#pragma once

#include <string>
#include <vector>

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "app/query/busy_times.h"
#include "practice/rescheduling.h"

namespace practice::app {

[[nodiscard]] SessionEdit read_edit(const SessionWords& words, const Session& session, const ChangeScope& scope,
                                    Office& office, const Directory& directory);

/// What there is to know of the dates that it leaves out, beside what the plan says: those that are none.
[[nodiscard]] std::vector<std::string> left_out_notes(const SessionEdit& edit, const Session& before,
                                                      const ChangePlan& plan);

}  // namespace practice::app
