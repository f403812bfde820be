// SPDX-License-Identifier: MIT
// Whether two files hold the same practice, at two moments: a database and its backups do.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "store/database.h"

namespace practice::store {

/// Nullopt in a file of a version in which practices had none.
[[nodiscard]] std::optional<std::string> identity_of(Database& database);
/// REQUIRES: a file of this version, and no open transaction.
void give_identity(Database& database, const std::string& uid);

/// Whether both logs begin with the same operation.
[[nodiscard]] bool have_one_beginning(Database& one, Database& other);

/// By their identities; by the beginnings of their logs where one of them has none.
[[nodiscard]] bool is_same_practice(Database& one, Database& other);

enum class BackupOf {
    this_practice,  // of any moment, and without a fault in pages, indexes and rows
    another_practice,
    closed,   // another account's, which does not share it
    nothing,  // no database of this program, or damaged
};
/// What a file in a folder of backups is. It is only read.
[[nodiscard]] BackupOf is_backup_of(Database& database, const std::filesystem::path& file);

}  // namespace practice::store
