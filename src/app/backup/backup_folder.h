// SPDX-License-Identifier: MIT
// Backups in a folder, each named after its second in UTC and a number that only rises:
// "practice-2026-11-23T130000Z-001.db". The order of the names is that of their age, always: a new one is greater than
// all that are there, also when the clock was set back, and all are of one width.
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

namespace practice::app {

/// Which of the files that are named so count; those of other practices in a folder do not.
using Counts = std::function<bool(const std::filesystem::path&)>;

/// "STEM-2026-11-23T130000Z-001END" in the folder: a name that nothing has, behind those of all files that are named so
/// and count. It is of the second `at`, or a later one where such a file has a later one, or as many as there can be.
[[nodiscard]] std::filesystem::path next_dated_name(const std::filesystem::path& folder, std::string_view stem,
                                                    std::string_view end, Instant at, const Counts& counts);

/// The end of the names of backups.
inline constexpr std::string_view kBackupEnd = ".db";

/// Whether a backup is named so, or was by earlier versions: "practice-2026-11-23T0800.db", "...T0800-2.db".
[[nodiscard]] bool is_backup_name(std::string_view name, std::string_view stem);

/// The files of that stem which are named so, oldest first. Folders and links are none. Throws Refusal(failure) when
/// the folder cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> dated_files(const std::filesystem::path& folder,
                                                             std::string_view stem);

/// What may be a backup, and when it was made: as its name says, else when it was written last. Names of earlier
/// versions are on the practice's clock, that of `zone`.
struct AgedFile {
    std::filesystem::path file;
    Instant made;
};
/// All files of the folder, whatever they are named, newest first; of one time those with a date in their name first.
/// Folders and links are none. Throws Refusal(failure) when the folder cannot be read.
[[nodiscard]] std::vector<AgedFile> files_by_age(const std::filesystem::path& folder, std::string_view stem,
                                                 const TimeZone& zone);

/// All but the newest `kept` of those dated files of which `counts` is true, oldest first. Neither `made`, which may be
/// still to be made and is one of them, nor one that was made later by somebody else.
[[nodiscard]] std::vector<std::filesystem::path> backups_to_remove(const std::filesystem::path& made,
                                                                   std::string_view stem, std::size_t kept,
                                                                   const Counts& counts);

}  // namespace practice::app
