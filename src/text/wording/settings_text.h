// SPDX-License-Identifier: MIT
// What a change of settings did (or would do), told to people and to programs.
#pragma once

#include <string>
#include <vector>

#include "practice/settings/settings_plan.h"

namespace practice::text {

/// "Added room Video", "Changed professional lee (Dana Lee)" with "  hours  before -> after" below it, "Archived
/// client 3 (Anna Smith)". With `brief`, many additions of one kind are one line ("Added 408 clients"),
/// and none tells its fields. With `would`: "Would add ...".
[[nodiscard]] std::string changes_told(const std::vector<PlannedChange>& changes, bool brief, bool would);

/// "3 added, 1 changed, 400 unchanged".
[[nodiscard]] std::string tally(const SettingsPlan& plan);

/// {"added", "changed", "archived", "unchanged", "notes", "dry_run"}.
[[nodiscard]] std::string plan_json(const SettingsPlan& plan, bool dry_run);

}  // namespace practice::text
