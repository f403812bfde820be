// SPDX-License-Identifier: MIT
// Whether the file is whole and the journal untouched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/civil_time.h"
#include "practice/ids.h"
#include "store/database.h"

namespace practice::store {

/// How many faults the file has in its pages, indexes and rows; 0 for a sound one. At most 100 are counted.
[[nodiscard]] std::int64_t count_faults(Database& database);

/// A row that refers to one that is not there.
struct DanglingRow {
    std::string table;
    std::string missing_from;
    std::int64_t rows = 0;
};
[[nodiscard]] std::vector<DanglingRow> find_dangling_rows(Database& database);

/// The first operation that does not fit the journal's chain of hashes: it, or one before it, was altered
/// or removed. Nullopt for a sound journal.
[[nodiscard]] std::optional<OperationId> find_broken_operation(Database& database);

/// Operations whose dates cannot be right.
struct MisdatedOperations {
    /// Before the one before it.
    std::vector<OperationId> before_predecessor;
    std::vector<OperationId> in_future;
};
/// A minute is nothing: clocks are set right.
[[nodiscard]] MisdatedOperations find_misdated_operations(Database& database, Instant now);

/// The tables, indexes and triggers that are missing, differ from what this program makes, or are none of its own:
/// "table sessions", "trigger journal_rooms_delete". REQUIRES: a file of this version.
[[nodiscard]] std::vector<std::string> find_foreign_tables(Database& database);

/// Whether there is an operation that was begun and never finished: no command leaves one behind.
[[nodiscard]] bool has_open_operation(Database& database);

/// What is wrong with rows and journal, in words; empty when nothing is. Throws Refusal(failure) for a value that this
/// program cannot have written. Pages are not looked at.
[[nodiscard]] std::vector<std::string> find_row_faults(Database& database);

}  // namespace practice::store
