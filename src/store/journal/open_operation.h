// SPDX-License-Identifier: MIT
// The operation that is being written, as the journal's triggers see it: they ask it for numbers, and tell it what
// was inserted. Inserted rows are not recorded one by one: an import that books 100,000 sessions makes 300,000 rows,
// and a row of the journal for each would take as long as all the rest. Rows that follow each other are one entry.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace practice::store {

/// Rows of one table whose keys differ in their first number only, which counts up by one: with `rest` "//0", the
/// rows from "1//0" to "100//0".
struct InsertedRows {
    /// The number in the journal.
    std::int64_t change = 0;
    std::string table;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::string rest;
};

class OpenOperation {
public:
    /// `last_change`: the number of the journal's last entry.
    void open(std::int64_t operation, std::int64_t last_change);
    /// From here on nothing can be written.
    void close();

    [[nodiscard]] bool is_open() const { return operation_ != 0; }
    [[nodiscard]] std::int64_t number() const { return operation_; }
    /// Whether anything was recorded.
    [[nodiscard]] bool changed() const { return last_change_ != last_change_before_; }
    /// By number.
    [[nodiscard]] const std::vector<InsertedRows>& inserted() const { return inserted_; }

    /// The number for an entry that changes or deletes a row. REQUIRES: is_open().
    [[nodiscard]] std::int64_t next_change();
    /// A row was inserted: its key is `number` and `rest`, which is empty or begins with a slash.
    void insert(std::string_view table, std::int64_t number, std::string_view rest);

    /// A statement has come to its end: what it recorded, it did.
    void settle() { settled_ = true; }
    /// A statement failed, and all that it did is undone. When it had inserted rows before, the operation has more
    /// on record than there is.
    void fail() { spoilt_ = spoilt_ || !settled_; }
    /// Something was written by halves.
    void spoil() { spoilt_ = true; }
    /// It must not be kept.
    [[nodiscard]] bool spoilt() const { return spoilt_; }

private:
    std::int64_t operation_ = 0;
    std::int64_t last_change_before_ = 0;
    std::int64_t last_change_ = 0;
    std::vector<InsertedRows> inserted_;
    /// Those that may go on, by table and rest of the key: indexes into inserted_. An undo goes through the entries
    /// backwards, so that a row may only join an entry which is later than all that the row needs.
    std::unordered_map<std::string, std::size_t> growing_;
    std::string growing_key_;
    bool settled_ = true;
    bool spoilt_ = false;
};

/// Makes the functions of the journal's triggers known to a connection. `operation` must live as long as that.
///   change_number(), open_operation()      numbers for an entry
///   row_inserted(table, number, ...)       records a row; the arguments after `table` are its key
/// Without an open operation they fail: nothing is written unrecorded. A program that lacks the functions cannot
/// write past the journal, either.
void add_journal_functions(sqlite3* handle, OpenOperation& operation);

}  // namespace practice::store
