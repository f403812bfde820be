// SPDX-License-Identifier: MIT
// The form "Create New Session", asked at a terminal one question at a time.
#pragma once

#include "app/booking/session_words.h"
#include "cli/context.h"

namespace practice::cli {

/// When something needed is missing (a client, a service, the professional), asks for everything that was
/// not given, with defaults; otherwise asks nothing. The answers are put into `words`.
/// REQUIRES: context.interactive; no transaction is open.
void ask_for_missing(SessionWords& words, Context& context);

}  // namespace practice::cli
