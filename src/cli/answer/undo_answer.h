// SPDX-License-Identifier: MIT
// The answer to undo and redo.
#pragma once

#include "app/undo/undo_operation.h"
#include "cli/context.h"

namespace practice::cli {

void print_turned(Context& context, const TurnedOperation& turned, Turn turn);

}  // namespace practice::cli
