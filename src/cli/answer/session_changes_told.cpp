// SPDX-License-Identifier: MIT
// The answer to a change, in the formats of the contract.
#include <algorithm>

#include "cli/answer/listing.h"
#include "cli/session_changes.h"
#include "text/wording/change_text.h"

namespace practice::cli {
namespace {

bool unchanged(const ChangedSession& changed) {
    return changed.after == changed.before && !changed.continuation;
}

text::ChangeView view_of(const ChangedSession& changed, const ChangeScope& scope, const Context& context) {
    text::ChangeView view;
    view.before = &changed.before;
    view.after = changed.after ? &*changed.after : nullptr;
    view.continuation = changed.continuation ? &*changed.continuation : nullptr;
    view.zones = context.environment.zones;
    view.now = context.now;
    view.dry_run = context.dry_run;
    if (const auto* one = std::get_if<OneSlot>(&scope)) {
        view.slot = one->slot;
        view.left_alone = std::ranges::find(changed.left_alone, one->slot) != changed.left_alone.end();
        if (view.left_alone || changed.scopes.size() == 1) { view.conflicts = &changed.conflicts; }
        return view;
    }
    if (const auto* from = std::get_if<FromDate>(&scope)) {
        view.from = changed.before.recurrence->on_or_after(from->date);
    }
    view.left_alone = !changed.left_alone.empty();
    view.kept = changed.kept;
    view.lost = changed.lost;
    view.left_out = changed.left_out;
    view.stay_away = changed.stay_away;
    view.singles = changed.singles;
    view.conflicts = &changed.conflicts;
    return view;
}

std::string told(const ChangedSession& changed, const text::ChangeView& view, const Context& context,
                 const ChangeVerb& verb) {
    if (unchanged(changed) && !view.left_alone) {
        return "Nothing changes: " + text::changed_id(view) + " is so already.\n" + text::singles_told(view);
    }
    return text::change_told(view, context.dry_run ? verb.would : verb.done);
}

}  // namespace

void SessionChanges::tell(const ChangeVerb& verb) {
    for (const auto& note : notes_) { context_.note(note); }
    std::vector<std::string> objects;
    for (const auto& changed : changed_) {
        for (const auto& scope : changed.scopes) {
            const auto view = view_of(changed, scope, context_);
            if (context_.format == Format::json || context_.format == Format::jsonl) {
                objects.push_back(text::change_json(view));
            } else if (context_.quiet) {
                context_.print_line(text::changed_id(view));
            } else {
                context_.print(told(changed, view, context_, verb));
            }
        }
    }
    if (context_.format == Format::json || context_.format == Format::jsonl) {
        if (objects.size() == 1) { context_.print_line(objects.front()); }
        if (objects.size() != 1) { print_json(context_, objects); }
        return;
    }
    if (context_.quiet) { return; }
    if (context_.dry_run) {
        context_.print_line("Nothing was changed (--dry-run).");
    } else if (changed_.empty()) {
        context_.print_line("There was nothing to change.");
    }
    context_.print_undo();
}

}  // namespace practice::cli
