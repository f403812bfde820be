// SPDX-License-Identifier: MIT
// The answer to a change of sessions, in the formats of the contract, and the question before one of a record.
#pragma once

#include <functional>

#include "app/change/session_changes.h"
#include "cli/context.h"
#include "cli/flags/session_targets.h"

namespace practice::cli {

/// Prints what was done. Call it after the commit.
void print_changes(Context& context, const SessionChanges& changes, const ChangeVerb& verb);

/// Runs `change`, which begins and ends a Change of its own, and once more after a yes when it alters a record: no
/// question is asked while others wait. Refusal(misuse) naming --yes where nobody can be asked.
void with_yes_for_records(Context& context, const std::function<void()>& change);
/// For SessionChanges::ask_about_records(). REQUIRES: in with_yes_for_records().
void ask_about_records(Context& context, const AlteredRecords& records);

}  // namespace practice::cli
