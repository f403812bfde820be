// SPDX-License-Identifier: MIT
// Statements that write one row, made from the list of tables. Their parameters are named after the columns
// ("$name"), so that a statement is bound in words; a row that would not differ is not written.
#pragma once

#include <string>
#include <string_view>

#include "store/schema/schema.h"

namespace practice::store {

/// Gives back the id, where the table makes one.
[[nodiscard]] std::string insert_sql(std::string_view table);
/// Inserts so many rows. The parameters have no names: they are the columns of one row after the other, in the
/// table's order.
[[nodiscard]] std::string insert_many_sql(const Table& table, std::size_t rows);
/// Inserts the row, or makes the one with the same key equal to it.
[[nodiscard]] std::string upsert_sql(std::string_view table);
/// Changes the row with the same key, if there is one.
[[nodiscard]] std::string update_sql(std::string_view table);

}  // namespace practice::store
