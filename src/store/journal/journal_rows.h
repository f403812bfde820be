// SPDX-License-Identifier: MIT
// Any row of any table by its name in the journal, for reading the journal and for playing it back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "practice/refusal.h"
#include "store/database.h"
#include "store/schema/schema.h"

namespace practice::store {

/// Null when there is no such table now.
[[nodiscard]] const Table* find_table(std::string_view name);

/// The row as it is now, as its image; nullopt when there is none.
[[nodiscard]] std::optional<std::string> current_image(Database& database, const Table& table, std::string_view key);

/// What to throw for an operation that no program can have recorded so.
[[nodiscard]] Refusal damaged_entry(std::int64_t operation);

/// An entry of the journal, as one key after the other: an entry for inserted rows may stand for many.
class EntryKeys {
public:
    /// `through`: the first number of the last key; nullopt: there is only one key. Throws Refusal(failure) for more
    /// keys than one operation can have stored.
    EntryKeys(std::string first, std::optional<std::int64_t> through);
    [[nodiscard]] const std::string& key() const { return key_; }
    /// False when there is no other.
    bool next();

private:
    std::string key_;
    std::string rest_;
    std::int64_t number_ = 0;
    std::int64_t last_ = 0;
};

void erase_row(Database& database, const Table& table, std::string_view key);
void insert_row(Database& database, const Table& table, const std::string& image);
void restore_row(Database& database, const Table& table, std::string_view key, const std::string& image);

}  // namespace practice::store
