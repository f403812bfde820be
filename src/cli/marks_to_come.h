// SPDX-License-Identifier: MIT
// Refusing that a time to come was attended or missed, in every verb and file that says so.
#pragma once

#include <string_view>

#include "cli/command.h"
#include "practice/session.h"

namespace practice::cli {

struct Context;

/// Throws Refusal(misuse) when `after` says it of a date of which `before` (null: it is new) did not.
void check_marks_have_been(const Session* before, const Session& after, const Context& context);

/// The flag that lets it pass, for the rows of verbs.
[[nodiscard]] OptionSpec allow_future_option();

}  // namespace practice::cli
