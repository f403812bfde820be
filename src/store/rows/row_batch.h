// SPDX-License-Identifier: MIT
// New rows of one table, inserted many at a time: a statement for each row costs SQLite several times the row itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/schema/schema.h"

namespace practice::store {

class RowBatch {
public:
    /// REQUIRES: a table of tables(). The database must outlive this.
    RowBatch(Database& database, std::string_view table);

    /// Values are given as to a Statement, by the names of the columns: all of a row, in the table's order, then
    /// execute(), then the next row. Texts are copied.
    RowBatch& bind(const char* name, std::int64_t value);
    RowBatch& bind(const char* name, std::string_view value);
    RowBatch& bind(const char* name, const char* value) { return bind(name, std::string_view{value}); }
    RowBatch& bind(const char* name, const std::string& value) { return bind(name, std::string_view{value}); }
    RowBatch& bind(const char* name, const std::optional<std::int64_t>& value);
    RowBatch& bind(const char* name, const std::optional<std::string>& value);
    RowBatch& bind_text_or_null(const char* name, std::string_view value);
    void execute() const;
    void again() const {}

    [[nodiscard]] std::size_t rows() const { return values_.size() / table_.columns.size(); }
    /// Inserts them all.
    void write();

private:
    enum class Kind : unsigned char { null, number, text };
    struct Value {
        Kind kind = Kind::null;
        /// The number, or where the text begins in texts_.
        std::int64_t number = 0;
        std::size_t size = 0;
    };
    /// How many rows one statement inserts. A fixed few, so that each is prepared once; more at a time than the
    /// greatest bring nothing.
    static constexpr std::array<std::size_t, 3> kSizes{64, 8, 1};

    RowBatch& add(const char* name, Value value);
    void write_piece(std::size_t first, std::size_t size);

    Database& database_;
    const Table& table_;
    /// The statements, by the places of kSizes; null until first needed.
    std::array<const char*, kSizes.size()> sql_{};
    std::vector<Value> values_;
    std::string texts_;
};

}  // namespace practice::store
