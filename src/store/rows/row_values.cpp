// SPDX-License-Identifier: MIT
#include "store/rows/row_values.h"

#include <algorithm>
#include <charconv>

namespace practice::store {
namespace {

/// SQL's text of a default. The steps of the schema give literals only.
StoredValue literal(std::string_view sql) {
    if (sql.size() >= 2 && sql.front() == '\'' && sql.back() == '\'') {
        std::string text;
        for (std::size_t i = 1; i + 1 < sql.size(); ++i) {
            text += sql[i];
            if (sql[i] == '\'') { ++i; }
        }
        return text;
    }
    std::int64_t number = 0;
    const auto* end = sql.data() + sql.size();
    if (const auto read = std::from_chars(sql.data(), end, number); read.ec == std::errc{} && read.ptr == end) {
        return number;
    }
    return std::monostate{};
}

StoredValue value_of(const Statement& row, int at, bool is_number) {
    if (row.is_null(at)) { return std::monostate{}; }
    if (is_number) { return row.integer(at); }
    return row.string(at);
}

}  // namespace

std::vector<Column> columns_of(Database& database, std::string_view table) {
    std::vector<Column> columns;
    auto row = database.prepare("SELECT name, type, dflt_value FROM pragma_table_info($1) ORDER BY cid");
    row.bind("$1", table);
    while (row.step()) { columns.push_back({row.string(0), row.text(1) == "INTEGER", literal(row.text(2))}); }
    // SQLite's own table has no types.
    if (table == "sqlite_sequence") { columns = {{"name", false, {}}, {"seq", true, {}}}; }
    return columns;
}

RowValues read_image(Database& database, std::string_view image) {
    RowValues values;
    auto row = database.prepare("SELECT key, value, type = 'integer' FROM json_each($1)");
    row.bind("$1", image);
    while (row.step()) { values.emplace(row.string(0), value_of(row, 1, row.integer(2) != 0)); }
    return values;
}

bool same_row(Database& database, const Table& table, std::string_view one, std::string_view other,
              std::span<const std::string_view> but) {
    if (one == other) { return true; }
    const auto first = read_image(database, one);
    const auto second = read_image(database, other);
    const auto value = [](const RowValues& row, const Column& column) {
        const auto found = row.find(column.name);
        return found == row.end() ? column.usual : found->second;
    };
    const auto may_differ = [&](const Column& column) {
        return std::ranges::find(table.rising, column.name) != table.rising.end() ||
               std::ranges::find(but, column.name) != but.end();
    };
    return std::ranges::all_of(columns_of(database, table.name), [&](const Column& column) {
        return may_differ(column) || value(first, column) == value(second, column);
    });
}

void bind(Statement& statement, const char* name, const StoredValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        statement.bind(name, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        statement.bind(name, *text);
    } else {
        statement.bind_null(name);
    }
}

}  // namespace practice::store
