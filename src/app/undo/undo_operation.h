// SPDX-License-Identifier: MIT
// Taking an operation back, or doing it again: both play the journal backwards, as a new operation. All or
// nothing: what was changed since, or would now clash, stands in the way and is named.
#pragma once

#include "app/office.h"
#include "app/undo/operations.h"

namespace practice::app {

enum class Turn { undo, redo };

/// An operation that was taken back, or done again.
struct TurnedOperation {
    text::LoggedOperation operation;
    /// What that did to which things.
    std::vector<text::LoggedThing> things;
    /// The last operation that turned it before, else itself.
    OperationId before;
    /// The operation that it is: none in a dry run.
    std::optional<OperationId> made;
};

/// Throws Refusal(conflict) naming what stands in the way.
/// REQUIRES: the tip of `turns` may be turned so: it stands for undo, it is undone for redo.
[[nodiscard]] TurnedOperation turn_back(Office& office, const Turns& turns, Turn turn);

/// What `undo N` or `redo N` means. Refusal(not_found) for no such operation, Refusal(misuse) when it is
/// undone (or stands) already.
[[nodiscard]] Turns turns_asked_for(Office& office, std::string_view number, Turn turn);

}  // namespace practice::app
