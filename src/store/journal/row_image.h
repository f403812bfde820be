// SPDX-License-Identifier: MIT
// The SQL function row_image(name, value, ...): a row as a JSON object, for the journal's triggers.
// It stands in for json_object(), which SQLite 3.40 does not allow in triggers when the schema is not trusted.
// A program that lacks the function cannot write past the journal, either.
#pragma once

struct sqlite3;

namespace practice::store {

/// Makes the function known to a connection.
void add_row_image(sqlite3* handle);

}  // namespace practice::store
