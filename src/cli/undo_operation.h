// SPDX-License-Identifier: MIT
// Taking an operation back, or doing it again: both play the journal backwards, as a new operation. All or
// nothing: what was changed since, or would now clash, stands in the way and is named.
#pragma once

#include "app/undo/operations.h"
#include "cli/context.h"

namespace practice::cli {

enum class Turn { undo, redo };

/// The answer is printed. Throws Refusal(conflict) naming what stands in the way.
/// REQUIRES: the tip of `turns` may be turned so: it stands for undo, it is undone for redo.
void turn_back(Context& context, const Turns& turns, Turn turn);

/// What `undo N` or `redo N` means. Refusal(not_found) for no such operation, Refusal(misuse) when it is
/// undone (or stands) already.
[[nodiscard]] Turns turns_asked_for(Context& context, std::string_view number, Turn turn);

}  // namespace practice::cli
