// SPDX-License-Identifier: MIT
// Refusing that a time to come was attended or missed, in every verb and file that says so.
#pragma once

#include "practice/session.h"

namespace practice::app {

struct Office;

/// Throws Refusal(misuse) when `after` says it of a date of which `before` (null: it is new) did not.
void check_marks_have_been(const Session* before, const Session& after, const Office& office);

}  // namespace practice::app
