// SPDX-License-Identifier: MIT
// A copy of the database as it is at one moment, whoever else works with it, proved before it gets its name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "store/database_summary.h"
#include "store/sqlite/new_file.h"

namespace practice::store {

/// Writes all of the database into an empty file. Others can read meanwhile, and commit when it is done. REQUIRES: a
/// Reading, or a write transaction that has written nothing: so it is what that sees. Throws Refusal(failure).
void copy_into(Database& database, const std::filesystem::path& empty_file);

/// Whether the file is a database without a fault in pages, indexes and rows, and has what `expected` says. Throws
/// Refusal(failure) when it cannot be read at all.
[[nodiscard]] bool is_sound_copy(const std::filesystem::path& file, const DatabaseSummary& expected);

/// The real path of a backup to be written. Throws Refusal when it cannot become one: no such folder, a link, a folder
/// or device, the database itself, an interrupted change beside it, and a file that is there, unless it may be
/// replaced: one that is no practice database never is.
[[nodiscard]] std::filesystem::path backup_path(const std::filesystem::path& given, const Database& database,
                                                Existing existing);

struct Backup {
    std::filesystem::path file;
    std::int64_t bytes = 0;
    DatabaseSummary holds;
};
/// `target` as from backup_path(). The file is there whole and proved, or not at all. Throws Refusal(failure).
Backup back_up(Database& database, const std::filesystem::path& target, Existing existing);
/// The same in a folder, as NewFile::keep_as_next(): of several at once each has a name of its own.
Backup back_up_into(Database& database, const std::filesystem::path& folder,
                    const std::function<std::filesystem::path()>& next_name);

}  // namespace practice::store
