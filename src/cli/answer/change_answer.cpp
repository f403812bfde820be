// SPDX-License-Identifier: MIT
#include "cli/answer/change_answer.h"

#include <algorithm>

#include "cli/answer/listing.h"
#include "cli/answer/prompt.h"
#include "text/wording/change_text.h"

namespace practice::cli {
namespace {

/// A record is to be altered, and who can be asked has not said yes yet.
struct YesNeeded {
    std::string question;
};

bool unchanged(const ChangedSession& changed) {
    return changed.after == changed.before && !changed.continuation;
}

text::ChangeView view_of(const ChangedSession& changed, const ChangeScope& scope, const Context& context,
                         const ChangeVerb& verb) {
    text::ChangeView view;
    view.restores = verb.takes_left_out;
    view.brings_singles = verb.brings_singles;
    view.before = &changed.before;
    view.after = changed.after ? &*changed.after : nullptr;
    view.continuation = changed.continuation ? &*changed.continuation : nullptr;
    view.zones = context.environment.zones;
    view.now = context.now;
    view.dry_run = context.dry_run;
    if (const auto* one = std::get_if<OneSlot>(&scope)) {
        view.slot = one->slot;
        view.left_alone = std::ranges::find(changed.left_alone, one->slot) != changed.left_alone.end();
        if (std::ranges::find(changed.lost, one->slot) != changed.lost.end()) { view.lost = {one->slot}; }
        if (view.left_alone || changed.scopes.size() == 1) { view.conflicts = &changed.conflicts; }
        return view;
    }
    if (const auto* from = std::get_if<FromDate>(&scope)) {
        const bool any = changed.first_concerned || changed.moved_on.empty();
        const auto& series = verb.takes_left_out && changed.after ? *changed.after : changed.before;
        if (any) { view.from = series.recurrence->on_or_after(changed.first_concerned.value_or(from->date)); }
    }
    view.left_alone = !changed.left_alone.empty();
    const bool still_waits = changed.after && changed.after->former_end;
    view.rest_lost = verb.deletes && changed.before.former_end && !still_waits;
    view.kept = changed.kept;
    view.lost = changed.lost;
    view.moved_on = changed.moved_on;
    view.been = changed.been;
    view.left_out = changed.left_out;
    view.stay_away = changed.stay_away;
    view.singles = changed.singles;
    view.conflicts = &changed.conflicts;
    return view;
}

/// Commands stand in the lines that say how something comes back; the others quote what people have written.
std::string with_commands(const std::string& told, const Context& context) {
    std::string text;
    for (std::size_t begin = 0; begin < told.size();) {
        const auto end = std::min(told.find('\n', begin), told.size() - 1) + 1;
        const auto line = told.substr(begin, end - begin);
        text += line.starts_with("  still out ") ? context.invocation.completed(line) : line;
        begin = end;
    }
    return text;
}

std::string told(const ChangedSession& changed, const text::ChangeView& view, const Context& context,
                 const ChangeVerb& verb) {
    if (unchanged(changed) && !view.left_alone && !view.kept.empty()) {
        return "Nothing changes: what has been stays as it was.\n" + text::kept_told(view);
    }
    if (unchanged(changed) && !view.left_alone) {
        const bool clashes = view.conflicts != nullptr && !view.conflicts->slots.empty();
        return "Nothing changes: " + (clashes ? "it would clash" : text::changed_id(view) + " is so already") + ".\n" +
               text::still_out_told(view) + (clashes ? text::clashes_told(view) : std::string{});
    }
    return text::change_told(view, context.dry_run ? verb.would : verb.done);
}

}  // namespace

void with_yes_for_records(Context& context, const std::function<void()>& change) {
    try {
        change();
        return;
    } catch (const YesNeeded& needed) { confirm(context, needed.question, "nothing was changed"); }
    context.yes = true;
    change();
}

void ask_about_records(Context& context, const AlteredRecords& records) {
    if (context.yes) { return; }
    auto told = records.told();
    if (context.dry_run) {
        context.note(told + "; it needs --yes");
    } else if (context.interactive) {
        told.front() = 'T';
        throw YesNeeded{told + "; go on?"};
    } else {
        throw misuse(told, "add --yes; 'practice session mark " + records.first + " scheduled' takes the mark back");
    }
}

void print_changes(Context& context, const SessionChanges& changes, const ChangeVerb& verb) {
    for (const auto& note : changes.notes()) { context.note(note); }
    std::vector<std::string> objects;
    for (const auto& changed : changes.changed()) {
        for (const auto& scope : changed.scopes) {
            const auto view = view_of(changed, scope, context, verb);
            if (context.format == Format::json || context.format == Format::jsonl) {
                objects.push_back(text::change_json(view));
            } else if (context.quiet) {
                context.print_line(text::changed_id(view));
            } else {
                context.print(with_commands(told(changed, view, context, verb), context));
            }
        }
    }
    if (context.format == Format::json || context.format == Format::jsonl) {
        if (objects.size() == 1) { context.print_line(objects.front()); }
        if (objects.size() != 1) { print_json(context, objects); }
        return;
    }
    if (context.quiet) { return; }
    if (context.dry_run) {
        context.print_line("Nothing was changed (--dry-run).");
    } else if (changes.changed().empty()) {
        context.print_line("There was nothing to change.");
    }
    context.print_undo();
}

}  // namespace practice::cli
