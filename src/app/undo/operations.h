// SPDX-License-Identifier: MIT
// The journal as it is told: each operation with what became of it, and its rows as things with names.
#pragma once

#include <string_view>
#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "store/journal/journal.h"
#include "text/wording/log_text.h"

namespace practice::app {

/// What becomes of an operation by undoing and redoing: `root` was done, `tip` is the last turn of it (`root`
/// itself when there was none).
struct Turns {
    store::Operation root;
    store::Operation tip;
    bool undone = false;
    /// Its number was given: somebody who was first is no surprise then.
    bool by_number = false;
};
/// REQUIRES: `operation` is in the journal.
[[nodiscard]] Turns turns_of(store::Database& database, const store::Operation& operation);

/// Times are on the practice's wall clock; UTC while there is no practice.
[[nodiscard]] text::LoggedOperation view_of(Office& office, const store::Operation& operation);

[[nodiscard]] std::vector<text::LoggedRow> rows_of(const std::vector<store::Change>& changes);

/// Names as they are now. The directory must outlive it.
[[nodiscard]] text::LoggedNames names_now(const Office& office, const Directory& directory);

/// The number of an operation; Refusal(misuse) for anything else.
[[nodiscard]] OperationId read_operation_id(std::string_view text);
/// Refusal(not_found) when there is none.
[[nodiscard]] store::Operation find_operation(Office& office, OperationId id);

}  // namespace practice::app
