// SPDX-License-Identifier: MIT
// Everything that a database holds as rows, and a database out of such rows: the practice, the sessions, the journal,
// and the numbers that were given away.
#pragma once

#include <functional>
#include <memory>

#include "practice/exchange/stored_row.h"
#include "practice/time_zone.h"
#include "store/database.h"

namespace practice::store {

/// Table by table, in an order in which each row refers only to earlier ones; in a table by primary key. The same
/// data gives the same rows. REQUIRES: a Reading.
void dump_rows(Database& database, const std::function<void(const StoredRow&)>& visit);

/// Whether nothing was ever written into it.
[[nodiscard]] bool is_unused(Database& database);

/// Fills an unused database in one transaction, which is rolled back unless committed. The journal comes with the
/// rows; loading leaves no entry of its own.
class Load {
public:
    /// Throws Refusal(misuse) when the database has been used.
    explicit Load(Database& database);
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    /// First: which version of the tables the rows are of. They are loaded into just those, and then brought up to
    /// date like a file of that version.
    /// REQUIRES: 1 <= schema <= schema_version().
    void begin(std::int64_t schema);
    /// Throws Refusal(misuse) for a table or columns that this version does not have, a value of the wrong kind, and
    /// what the table refuses.
    void add(const StoredRow& row);

    /// What is wrong with the whole, in words; empty when nothing is: rows that refer to missing ones, a journal
    /// that was altered, values that make no sense, times that do not fit their wall clock.
    [[nodiscard]] std::vector<std::string> faults(const TimeZones& zones);
    void commit();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace practice::store
