// SPDX-License-Identifier: MIT
// Backups in a folder, each named after its minute: "practice-2026-11-23T0800.db", and "...T0800-2.db" for a second
// one of the same minute (every minute of an hour comes twice when daylight saving ends).
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"

namespace practice::cli {

/// "practice-2026-11-23T0800"; with "-2" for the second of that minute.
[[nodiscard]] std::string dated_name(std::string_view stem, LocalTime at, int number);

/// `stem` is that of the database's file: several practices can share a folder.
[[nodiscard]] std::string backup_name(std::string_view stem, LocalTime at, int number);

/// A name that nothing in the folder has.
[[nodiscard]] std::filesystem::path free_backup_name(const std::filesystem::path& folder, std::string_view stem,
                                                     LocalTime at);

/// Whether backup_name() gives it for some time and number.
[[nodiscard]] bool is_backup_name(std::string_view name, std::string_view stem);

/// All but the newest `kept` backups of that stem in the folder, oldest first; `made` is one of those kept, whatever
/// its name says. Only regular files are among them.
[[nodiscard]] std::vector<std::filesystem::path> backups_to_remove(const std::filesystem::path& made,
                                                                   std::string_view stem, std::size_t kept);

}  // namespace practice::cli
