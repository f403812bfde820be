// SPDX-License-Identifier: MIT
// redo: does again what was undone last, or what is named.
#include "cli/answer/undo_answer.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

constexpr std::int64_t kMostLookedAt = 1000;

/// Nothing, or nothing any more since something else was done.
Refusal nothing_to_redo(Context& context) {
    if (const auto other = store::next_to_redo(*context.database)) {
        const auto turns = turns_of(*context.database, find_operation(context, *other));
        return {RefusalKind::not_found, "there is nothing of yours to redo",
                "to do again what somebody else has undone: practice redo " + std::to_string(turns.root.id.value)};
    }
    for (const auto& operation : store::load_operations(*context.database, {.most = kMostLookedAt})) {
        const auto turns = turns_of(*context.database, operation);
        if (turns.undone) {
            return {RefusalKind::not_found, "there is nothing to redo: something else was done since the last undo",
                    "to do again what was undone before that: practice redo " + std::to_string(turns.root.id.value)};
        }
    }
    return {RefusalKind::not_found, "there is nothing to redo: nothing is undone",
            "'practice log' shows what was done"};
}

Turns last_undone(Context& context) {
    const auto id = store::next_to_redo(*context.database, context.operation().who);
    if (!id) { throw nothing_to_redo(context); }
    return turns_of(*context.database, find_operation(context, *id));
}

int run(const Arguments& arguments, Context& context) {
    const auto asked = arguments.positional(0);
    const auto turns = asked ? turns_asked_for(context, *asked, Turn::redo) : last_undone(context);
    print_turned(context, turn_back(context, turns, Turn::redo), Turn::redo);
    return kDone;
}

}  // namespace

Command redo_command() {
    return {
        .name = "redo",
        .summary = "Do again what was undone",
        .needs = Needs::write,
        .positionals = {{"N", "the number of an operation that is undone; the last one, when not given", false, false,
                         ValueKind::operation}},
        .options = {},
        .examples =
            {
                {"practice redo", "Do again what was undone last"},
                {"practice redo 14", "Do an older one again, if nothing is in its way"},
            },
        .run = run,
        .description =
            "Without a number, only as long as nothing else was done after the undo. What comes back is what was "
            "there, with the same numbers and ids.",
    };
}

}  // namespace practice::cli
