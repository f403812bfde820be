// SPDX-License-Identifier: MIT
// Backups in a folder, each named after its second in UTC and a number that only rises:
// "practice-2026-11-23T130000Z-001.db". So the order of the names is that of their age, always.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"
#include "practice/time_zone.h"

namespace practice::cli {

/// "practice-2026-11-23T130000Z-001".
[[nodiscard]] std::string dated_name(std::string_view stem, Instant at, int number);

/// The name of the next backup: behind all of that second in the folder. `stem` is that of the database's file: several
/// practices can share a folder.
[[nodiscard]] std::filesystem::path next_backup_name(const std::filesystem::path& folder, std::string_view stem,
                                                     Instant at);

/// Whether a backup is named so, or was by earlier versions: "practice-2026-11-23T0800.db", "...T0800-2.db".
[[nodiscard]] bool is_backup_name(std::string_view name, std::string_view stem);

/// The files of that stem which are named so, oldest first. Folders and links are none. Throws Refusal(failure) when
/// the folder cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> dated_files(const std::filesystem::path& folder,
                                                             std::string_view stem);

/// When a backup that is named so was made. Names of earlier versions are on the practice's clock, that of `zone`.
[[nodiscard]] Instant time_in_name(const std::filesystem::path& file, std::string_view stem, const TimeZone& zone);

/// All but the newest `kept` of those dated files of which `counts` is true, oldest first; `made` is one of those kept,
/// whatever its name says.
[[nodiscard]] std::vector<std::filesystem::path> backups_to_remove(
    const std::filesystem::path& made, std::string_view stem, std::size_t kept,
    const std::function<bool(const std::filesystem::path&)>& counts);

}  // namespace practice::cli
