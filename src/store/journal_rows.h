// SPDX-License-Identifier: MIT
// Any row of any table by its name in the journal, for reading the journal and for playing it back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"
#include "store/schema.h"

namespace practice::store {

/// Null when there is no such table now.
[[nodiscard]] const Table* find_table(std::string_view name);

/// The row as it is now, as its image; nullopt when there is none.
[[nodiscard]] std::optional<std::string> current_image(Database& database, const Table& table, std::string_view key);

void erase_row(Database& database, const Table& table, std::string_view key);
void insert_row(Database& database, const Table& table, const std::string& image);
void restore_row(Database& database, const Table& table, std::string_view key, const std::string& image);

}  // namespace practice::store
