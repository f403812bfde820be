// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

#include "store/database.h"

namespace practice::store {

/// Where the copy of a file of that version is kept: "practice.db.version-1".
[[nodiscard]] std::filesystem::path copy_of_version(const std::filesystem::path& file, std::int64_t version);

/// Copies the file as it stands, before its tables change, and checks that the copy is sound and has as many
/// sessions. REQUIRES: the database is in a write transaction that has written nothing. Throws Refusal(failure).
void keep_copy(Database& database, std::int64_t version);

}  // namespace practice::store
