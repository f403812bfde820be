// SPDX-License-Identifier: MIT
// Carrying out what settings say: load what there is, plan, save, answer. `apply` and every verb that adds
// or changes a professional, client, room, service or recurrence go through here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/change/time_off_change.h"
#include "app/directory.h"
#include "app/settings/still_booked.h"
#include "cli/answer/named_thing.h"
#include "cli/context.h"
#include "practice/settings/settings_plan.h"

namespace practice::cli {

/// The plan against what the database holds now. Its problems are the caller's to refuse.
[[nodiscard]] SettingsPlan plan_against(const Context& context, const Directory& directory, const Settings& settings,
                                        const SettingsOptions& options);

/// Writes it; the plan's values get their ids, and new clients their numbers in `changes`.
/// REQUIRES: a Change is open, and the plan has no problems.
void save(store::Database& database, SettingsPlan& plan);

/// The answer of a changing verb: each change with its fields, the notes, and how to undo it.
void tell_changes(Context& context, const SettingsPlan& plan, const std::string& when_none);

/// One verb's change, whole: within one transaction `wanted` says, knowing what there is, what is wanted; it is
/// planned (problems are a Refusal(misuse)) and saved. The answer tells what was added or changed; with -q
/// it is the keys, with --json the objects, of all that the entries mean.
template <class Thing>
void change_things(Context& context, const SettingsOptions& options,
                   const std::function<std::vector<typename Named<Thing>::Entry>(const Directory&)>& wanted) {
    using Kind = Named<Thing>;
    static_cast<void>(context.require_practice());
    Change change{context};
    const Directory before{context};
    Settings settings;
    settings.*Kind::section = wanted(before);
    auto plan = plan_against(context, before, settings, options);
    if (!plan.problems.empty()) { throw Refusal{RefusalKind::misuse, std::move(plan.problems)}; }
    TimeOffChange time_off{context};
    StillBooked booked{context, plan};
    save(*context.database, plan);
    if (!change.written()) { plan.changes.clear(); }  // what is told is what was written
    time_off.settle();
    booked.look();

    const Directory after{context};  // read back inside the transaction: --dry-run rolls it back
    std::vector<Thing> things;
    for (const auto& entry : *(settings.*Kind::section)) {
        if (entry.id) { things.push_back(after.with_id(*entry.id)); }
    }
    for (const auto& thing : plan.*Kind::planned) {
        if (options.only_new) { things.push_back(after.with_id(thing.id)); }
    }
    const auto listing = Kind::listing(after);
    std::vector<std::string> answers;
    std::string all_called;
    for (const auto& thing : things) {
        answers.push_back(context.quiet ? listing.id(thing) : listing.json(thing));
        all_called += (all_called.empty() ? "" : ", ") + called(thing);
    }
    change.commit();
    time_off.tell();
    booked.tell();

    if (context.quiet || context.format == Format::json || context.format == Format::jsonl) {
        for (const auto& answer : answers) { context.print_line(answer); }
        return;
    }
    tell_changes(context, plan,
                 "Nothing to change: " + all_called + (things.size() == 1 ? " is" : " are") + " like that already");
}

}  // namespace practice::cli
