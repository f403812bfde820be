// SPDX-License-Identifier: MIT
// Rows of any table by column. An image in the journal has the columns that its table had when it was written: what a
// later step of the schema added is missing from it, and means what the step gave to rows that were there.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "practice/exchange/stored_row.h"
#include "store/database.h"
#include "store/schema/schema.h"

namespace practice::store {

struct Column {
    std::string name;
    bool holds_numbers = false;
    /// What a row has that does not say: the column's default, else NULL.
    StoredValue usual;
};
/// As the database has them now, in their order. Empty: there is no such table.
[[nodiscard]] std::vector<Column> columns_of(Database& database, std::string_view table);

using RowValues = std::map<std::string, StoredValue, std::less<>>;
[[nodiscard]] RowValues read_image(Database& database, std::string_view image);

/// Whether two images, each perhaps older than some columns, are of equal rows, but for what only rises and the columns
/// of `but`.
[[nodiscard]] bool same_row(Database& database, const Table& table, std::string_view one, std::string_view other,
                            std::span<const std::string_view> but = {});

/// REQUIRES: the statement has the parameter.
void bind(Statement& statement, const char* name, const StoredValue& value);

}  // namespace practice::store
