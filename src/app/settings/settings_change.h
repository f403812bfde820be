// SPDX-License-Identifier: MIT
// Carrying out what settings say: load what there is, plan, save. `apply` and every verb that adds
// or changes a professional, client, room, service or recurrence go through here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/change/time_off_change.h"
#include "app/directory.h"
#include "app/office.h"
#include "app/settings/record_kinds.h"
#include "app/settings/still_booked.h"
#include "practice/settings/settings_plan.h"

namespace practice::app {

/// The plan against what the database holds now. Its problems are the caller's to refuse.
[[nodiscard]] SettingsPlan plan_against(const Office& office, const Directory& directory, const Settings& settings,
                                        const SettingsOptions& options);

/// Writes it; the plan's values get their ids, and new clients their numbers in `changes`.
/// REQUIRES: a Change is open, and the plan has no problems.
void save(store::Database& database, SettingsPlan& plan);

/// One verb's change, whole: within one transaction `wanted` says, knowing what there is, what is wanted; it is
/// planned (problems are a Refusal(misuse)) and saved. `look` is shown all that the entries mean, as it is then, before
/// the transaction ends. Comes back with what was planned; without changes where nothing was written.
template <class Thing>
[[nodiscard]] SettingsPlan change_records(
    Office& office, const SettingsOptions& options,
    const std::function<std::vector<typename RecordKind<Thing>::Entry>(const Directory&)>& wanted,
    const std::function<void(const Directory&, const std::vector<Thing>&)>& look) {
    using Kind = RecordKind<Thing>;
    static_cast<void>(office.require_practice());
    Change change{office};
    const Directory before{office};
    Settings settings;
    settings.*Kind::section = wanted(before);
    auto plan = plan_against(office, before, settings, options);
    if (!plan.problems.empty()) { throw Refusal{RefusalKind::misuse, std::move(plan.problems)}; }
    TimeOffChange time_off{office};
    StillBooked booked{office, plan};
    save(*office.database, plan);
    if (!change.written()) { plan.changes.clear(); }
    time_off.settle();
    booked.look();

    const Directory after{office};  // read back inside the transaction: a dry run rolls it back
    std::vector<Thing> things;
    for (const auto& entry : *(settings.*Kind::section)) {
        if (entry.id) { things.push_back(after.with_id(*entry.id)); }
    }
    for (const auto& thing : plan.*Kind::planned) {
        if (options.only_new) { things.push_back(after.with_id(thing.id)); }
    }
    look(after, things);
    change.commit();
    time_off.tell();
    booked.tell();
    return plan;
}

}  // namespace practice::app
