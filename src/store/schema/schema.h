// SPDX-License-Identifier: MIT
// The tables, as numbered steps: the file's user_version says how many of them it has had. A step that was
// released is never changed; a change of the tables is a new step.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/database.h"

namespace practice::store {

/// In the header of every practice database: "PRAC".
inline constexpr std::int64_t kApplicationId = 0x50524143;

/// A table whose rows the journal keeps, as it stands after the last step. The triggers of the journal and
/// the playback of undo are made from this list; a test compares it with the tables themselves.
struct Table {
    std::string_view name;
    /// All columns; the first `keys` of them are the primary key. Every key column but the last holds numbers
    /// or dates, so that a row's name in the journal ("12/2026-12-08/0") can be taken apart again.
    std::span<const std::string_view> columns;
    std::size_t keys = 1;
    /// Columns that never go back: a calendar ignores what is older than what it has. Undo neither compares nor
    /// restores them; taking something back is a change like any other.
    std::span<const std::string_view> rising = {};
};
[[nodiscard]] std::span<const Table> tables();

/// The SQL expression for the row's name in the journal; `row` is "NEW.", "OLD." or "".
[[nodiscard]] std::string key_sql(const Table& table, std::string_view row);
/// The SQL expression for the row's image, a JSON object of all columns.
[[nodiscard]] std::string image_sql(const Table& table, std::string_view row);

/// The triggers that write the journal, made from tables() by every migration. Without them rows go in unrecorded:
/// for a load only, whose rows bring their journal along.
void make_journal_triggers(Database& database);
void drop_journal_triggers(Database& database);
/// Whether any version of this program makes a trigger of that name for that table.
[[nodiscard]] bool is_own_trigger(std::string_view name, std::string_view table);
/// The name of one that is there and is none of them.
[[nodiscard]] std::optional<std::string> find_foreign_trigger(Database& database);

/// How many steps this program knows.
[[nodiscard]] std::int64_t schema_version();
/// For a load: the tables of an older version in place of those that are there, which must be empty, without the
/// journal's triggers. REQUIRES: an open transaction.
void make_older_tables(Database& database, std::int64_t version);
/// The steps after those that the tables have had. REQUIRES: an open transaction, no triggers of the journal.
void take_steps(Database& database, std::int64_t from);
/// An identity for the practice, where it has none.
void give_missing_identity(Database& database);
/// How many steps a database has had.
[[nodiscard]] std::int64_t version_of(Database& database);

}  // namespace practice::store
