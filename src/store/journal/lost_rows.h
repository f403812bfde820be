// SPDX-License-Identifier: MIT
// What a change leaves that was stored by halves, or past the journal. Neither can happen; a file may have it all the
// same, from an earlier version or another program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "practice/ids.h"
#include "store/database.h"

namespace practice::store {

/// Sessions that have no client or no service, at most 100, by number.
[[nodiscard]] std::vector<SessionId> find_sessions_by_halves(Database& database);

struct UnrecordedRows {
    std::string table;
    std::int64_t rows = 0;
};
/// Rows of sessions, their clients and services that are there although no operation of the journal stored them.
[[nodiscard]] std::vector<UnrecordedRows> find_unrecorded_rows(Database& database);

/// How many rows of a table are not as the journal says that they were left.
struct RowsPastJournal {
    std::string table;
    std::int64_t stored = 0;   // that no operation stored, or that one removed
    std::int64_t removed = 0;  // that are gone, and no operation removed them
    std::int64_t changed = 0;  // that hold something else; only of rows that an operation changed it is known what
};
/// Of all tables that are journaled, those in which there are some.
[[nodiscard]] std::vector<RowsPastJournal> find_rows_past_journal(Database& database);

}  // namespace practice::store
