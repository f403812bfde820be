// SPDX-License-Identifier: MIT
// The SQL function row_image(name, value, ...): a row as a JSON object, for the journal's triggers.
// It stands in for json_object(), which SQLite 3.40 does not allow in triggers when the schema is not trusted.
// A program that lacks the function cannot write past the journal, either.
#pragma once

#include <string_view>

struct sqlite3;
struct sqlite3_value;

namespace practice::store {

/// Makes the function known to a connection.
void add_row_image(sqlite3* handle);

/// What an argument of an SQL function says; NULL is "". As long as the value lives.
[[nodiscard]] std::string_view text_of(sqlite3_value* value);

}  // namespace practice::store
