// SPDX-License-Identifier: MIT
// The answer of a verb that adds or changes a professional, client, room, service or recurrence.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/settings/settings_change.h"
#include "cli/answer/record_answers.h"
#include "cli/context.h"

namespace practice::cli {

/// Each change with its fields, the notes, and how to undo it.
void print_plan(Context& context, const SettingsPlan& plan, const std::string& when_none);

/// change_records(), and its answer: what was added or changed; with -q the keys, with --json the objects, of all that
/// the entries mean.
template <class Thing>
void change_and_answer(Context& context, const SettingsOptions& options,
                       const std::function<std::vector<typename Named<Thing>::Entry>(const Directory&)>& wanted) {
    std::vector<std::string> answers;
    std::string all_called;
    const auto look = [&](const Directory& directory, const std::vector<Thing>& things) {
        const auto listing = Named<Thing>::listing(directory);
        for (const auto& thing : things) {
            answers.push_back(context.quiet ? listing.id(thing) : listing.json(thing));
            all_called += (all_called.empty() ? "" : ", ") + called(thing);
        }
    };
    const auto plan = change_records<Thing>(context, options, wanted, look);
    if (context.quiet || context.format == Format::json || context.format == Format::jsonl) {
        for (const auto& answer : answers) { context.print_line(answer); }
        return;
    }
    print_plan(context, plan,
               "Nothing to change: " + all_called + (answers.size() == 1 ? " is" : " are") + " like that already");
}

}  // namespace practice::cli
