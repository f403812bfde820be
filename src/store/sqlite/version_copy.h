// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "store/database.h"
#include "store/sqlite/new_file.h"

namespace practice::store {

/// Where the copy of a file of that version is kept: "practice.db.version-1".
[[nodiscard]] std::filesystem::path copy_of_version(const std::filesystem::path& file, std::int64_t version);

/// Copies the file as it stands, before its tables change, and checks that the copy is sound and has as many
/// sessions; none of a database in memory. REQUIRES: the database is in a write transaction that has written nothing.
/// Throws Refusal(failure).
[[nodiscard]] std::unique_ptr<NewFile> proved_copy(Database& database);
/// Gives the copy its name: copy_of_version(). Throws Refusal(failure).
void keep_copy(NewFile& copy, const std::filesystem::path& file, std::int64_t version);

/// The version that an older file had, where a transaction of this database brought it up to date on its way: nobody
/// asked for that.
[[nodiscard]] std::optional<std::int64_t> version_left_behind(Database& database);

}  // namespace practice::store
