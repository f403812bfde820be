// SPDX-License-Identifier: MIT
// A database that was named and is not there is a mistake, never an empty practice: a mistyped --db, a disk that is
// not mounted. Only the user's own, which nobody named, may be missing.
#pragma once

#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"

namespace practice::cli {

/// Throws Refusal(not_found) when the database was named and is not there, or has 0 bytes; for what may make one, when
/// its folder is not there.
void require_database(const Context& context, Needs needs);

/// Throws Refusal(not_found) when what is there would be replaced by the answer of an empty practice.
void refuse_empty_answer(const Arguments& arguments, const Context& context);

/// Says that a database was made which was named.
void tell_made(Context& context);

}  // namespace practice::cli
