// SPDX-License-Identifier: MIT
#include "store/journal_rows.h"

#include <algorithm>
#include <charconv>

namespace practice::store {
namespace {

std::string where_key(const Table& table) {
    std::string sql = " WHERE ";
    for (std::size_t i = 0; i < table.keys; ++i) {
        if (i > 0) { sql += " AND "; }
        sql.append(table.columns[i]).append(" = $key").append(std::to_string(i));
    }
    return sql;
}

/// Takes "12/2026-12-08/0" apart; the last part may have slashes of its own. Numbers are bound as text, which the
/// columns turn into numbers.
void bind_key(Statement& statement, const Table& table, std::string_view key) {
    for (std::size_t i = 0; i < table.keys; ++i) {
        const auto end = i + 1 < table.keys ? key.find('/') : std::string_view::npos;
        statement.bind(("$key" + std::to_string(i)).c_str(), key.substr(0, end));
        key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
    }
}

std::string from_image(std::string_view column) {
    std::string sql = "json_extract($image, '$.";
    return sql.append(column).append("')");
}

}  // namespace

const Table* find_table(std::string_view name) {
    const auto all = tables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Table& table) { return table.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::optional<std::string> current_image(Database& database, const Table& table, std::string_view key) {
    auto row =
        database.prepare_text("SELECT " + image_sql(table, "") + " FROM " + std::string{table.name} + where_key(table));
    bind_key(row, table, key);
    if (!row.step()) { return std::nullopt; }
    return row.string(0);
}

EntryKeys::EntryKeys(std::string first, std::optional<std::int64_t> through) : key_{std::move(first)} {
    if (!through) { return; }
    const auto* end = std::from_chars(key_.data(), key_.data() + key_.size(), number_).ptr;
    rest_ = end;
    last_ = *through;
}

bool EntryKeys::next() {
    if (number_ >= last_) { return false; }
    key_ = std::to_string(++number_) + rest_;
    return true;
}

void erase_row(Database& database, const Table& table, std::string_view key) {
    auto row = database.prepare_text("DELETE FROM " + std::string{table.name} + where_key(table));
    bind_key(row, table, key);
    row.execute();
}

void insert_row(Database& database, const Table& table, const std::string& image) {
    std::string columns;
    std::string values;
    for (const auto column : table.columns) {
        if (!columns.empty()) {
            columns += ", ";
            values += ", ";
        }
        columns += column;
        values += from_image(column);
    }
    auto row =
        database.prepare_text("INSERT INTO " + std::string{table.name} + " (" + columns + ") VALUES (" + values + ")");
    row.bind("$image", image).execute();
}

void restore_row(Database& database, const Table& table, std::string_view key, const std::string& image) {
    std::string assignments;
    for (const auto column : table.columns.subspan(table.keys)) {
        if (!assignments.empty()) { assignments += ", "; }
        assignments.append(column).append(" = ").append(from_image(column));
    }
    auto row = database.prepare_text("UPDATE " + std::string{table.name} + " SET " + assignments + where_key(table));
    bind_key(row, table, key);
    row.bind("$image", image).execute();
}

}  // namespace practice::store
