// SPDX-License-Identifier: MIT
// undo: takes the last operation back, or one that is named.
#include <algorithm>
#include <filesystem>

#include "cli/answer/undo_answer.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/hint_words.h"
#include "text/wording/log_text.h"

namespace practice::cli {
namespace {

/// What was there before the last restore; empty when nothing is kept of it.
std::string kept_before_restore(const Context& context) {
    const std::filesystem::path file = context.database_file;
    const auto start = file.filename().string() + ".before-restore-";
    std::string newest;
    std::error_code error;
    const auto folder = std::filesystem::absolute(file, error).parent_path();
    for (const auto& entry : std::filesystem::directory_iterator{folder, error}) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(start)) { newest = std::max(newest, entry.path().string()); }
    }
    return newest;
}

/// What was done before a restore came with it: whoever wants to take back the restore does not mean that.
void refuse_past_restore(Context& context, const std::optional<OperationId>& id) {
    const auto restore = store::last_restore(*context.database);
    if (!restore || (id && *restore < *id)) { return; }
    std::string hint;
    if (const auto kept = kept_before_restore(context); !kept.empty()) {
        hint = "to go back to what was there before: practice restore " + text::shell_word(kept);
    }
    if (id) {
        hint += (hint.empty() ? "" : "; ") + std::string{"the last of yours before it: practice undo "} +
                std::to_string(id->value);
    }
    if (hint.empty()) { hint = "'practice log' shows what was done"; }
    throw Refusal{RefusalKind::conflict,
                  "the last change is " + text::operation_named(view_of(context, find_operation(context, *restore))) +
                      ", and a restore cannot be undone; nothing was changed",
                  std::move(hint)};
}

/// What was done since and is passed over.
void tell_unseen(Context& context, OperationId id) {
    const auto unseen = store::unseen_since(*context.database, id, context.operation().who);
    if (unseen.empty()) { return; }
    const auto last = view_of(context, find_operation(context, unseen.back()));
    context.note(unseen.size() == 1
                     ? "nothing but the words of a file was kept by " + text::operation_named(last) + "; it stays"
                     : "nothing but the words of files was kept by " + std::to_string(unseen.size()) +
                           " operations since, the last of them " + text::operation_named(last) + "; they stay");
}

Turns last_one(Context& context) {
    const auto id = store::next_to_undo(*context.database, context.operation().who);
    refuse_past_restore(context, id);
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
    tell_unseen(context, *id);
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
            "Somebody else's change is taken back by its number only, and so is an import that changed nothing but what "
            "is remembered of its rows. What was undone in between by somebody else is told (exit 5), and nothing else "
            "is taken back in its place. What was changed again since, or whose time has been taken, is refused with the later change named (exit "
            "5). The undo itself is in the log, and 'practice redo' takes it back.",
    };
}

}  // namespace practice::cli
