// SPDX-License-Identifier: MIT
#include "cli/answer/undo_answer.h"

#include "text/wording/log_text.h"

namespace practice::cli {
namespace {

constexpr std::size_t kMostThings = 10;

}  // namespace

void print_turned(Context& context, const TurnedOperation& turned, Turn turn) {
    const bool redo = turn == Turn::redo;
    const bool made = turned.made.has_value();
    const auto root = std::to_string(turned.operation.id.value);
    if (context.quiet) {
        context.print_line(root);
        return;
    }
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(text::turned_json(turned.operation, redo, turned.made, turned.things));
        return;
    }
    const std::string done = redo ? (made ? "Redid " : "Would redo ") : (made ? "Undid " : "Would undo ");
    context.print_line(done + text::operation_named(turned.operation));
    const auto shown = std::to_string(turned.made.value_or(turned.before).value);
    context.print(text::things_told(turned.things, kMostThings, context.command("log show " + shown + " --json")));
    context.print_line(!made  ? "Nothing was changed (--dry-run)."
                       : redo ? "Undo with: " + context.command("undo " + root)
                              : "Redo with: " + context.command("redo " + root));
}

}  // namespace practice::cli
