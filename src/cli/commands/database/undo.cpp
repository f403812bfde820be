// SPDX-License-Identifier: MIT
// undo: takes the last operation back, or one that is named.
#include "cli/answer/undo_answer.h"
#include "cli/commands/commands.h"
#include "cli/line/arguments.h"
#include "cli/line/exit_code.h"
#include "text/wording/log_text.h"

namespace practice::cli {
namespace {

Turns last_one(Context& context) {
    const auto id = store::next_to_undo(*context.database, context.operation().who);
    if (!id) {
        if (const auto other = store::next_to_undo(*context.database)) {
            const auto operation = find_operation(context, *other);
            throw Refusal{RefusalKind::not_found, "there is nothing of yours to undo",
                          "the last change is " + text::operation_named(view_of(context, operation)) +
                              "; to take it back: practice undo " + std::to_string(operation.id.value)};
        }
        std::string hint = "'practice log' shows what was done";
        if (store::next_to_redo(*context.database, context.operation().who)) {
            hint += "; 'practice redo' does again what was undone";
        }
        throw Refusal{RefusalKind::not_found, "there is nothing to undo", std::move(hint)};
    }
    return turns_of(*context.database, find_operation(context, *id));
}

int run(const Arguments& arguments, Context& context) {
    const auto asked = arguments.positional(0);
    const auto turns = asked ? turns_asked_for(context, *asked, Turn::undo) : last_one(context);
    print_turned(context, turn_back(context, turns, Turn::undo), Turn::undo);
    return kDone;
}

}  // namespace

Command undo_command() {
    return {
        .name = "undo",
        .summary = "Take back your last change, or one out of the log",
        .needs = Needs::write,
        .positionals = {{"N", "the number of an operation; your last one that stands, when not given", false, false,
                         ValueKind::operation}},
        .options = {},
        .examples =
            {
                {"practice undo", "Take back what you did last; again, what you did before that"},
                {"practice undo 14 --dry-run", "See what taking an older change back would do"},
            },
        .run = run,
        .description =
            "One command is one step, however much it changed: an import or an 'apply' is taken back whole. "
            "Somebody else's change is taken back by its number only. What was undone in between by somebody else "
            "is told (exit 5), and nothing else is taken back in its place. What "
            "was changed again since, or whose time has been taken, is refused with the later change named (exit "
            "5). The undo itself is in the log, and 'practice redo' takes it back.",
    };
}

}  // namespace practice::cli
