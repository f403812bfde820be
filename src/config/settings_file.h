// SPDX-License-Identifier: MIT
// The settings file of `practice apply`: its shape. Keys, lists and maps are checked here; what the values
// mean is decided by plan_settings.
#pragma once

#include <vector>

#include "config/text_file.h"
#include "practice/settings/settings.h"

namespace practice::config {

struct SettingsFile {
    Settings settings;
    /// Whatever has the wrong shape; the settings are then what could be read.
    std::vector<Problem> problems;
};

/// Throws Refusal(settings) for text that is no YAML at all.
[[nodiscard]] SettingsFile read_settings(const SourceText& source);

/// Completes places that have line and column only: the file's name and the line's text.
void locate(std::vector<Problem>& problems, const SourceText& source);

}  // namespace practice::config
