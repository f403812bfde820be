// SPDX-License-Identifier: MIT
#include "store/rows/row_sql.h"

#include <algorithm>
#include <cassert>

#include "store/schema/schema.h"

namespace practice::store {
namespace {

const Table& find(std::string_view name) {
    const auto all = tables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Table& table) { return table.name == name; });
    assert(found != all.end());
    return *found;
}

/// "a, b", each with `prefix`.
std::string list(std::span<const std::string_view> columns, std::string_view prefix) {
    std::string text;
    for (const auto column : columns) {
        if (!text.empty()) { text += ", "; }
        text.append(prefix).append(column);
    }
    return text;
}

/// "a = $a, b = $b"; with another prefix, "a = excluded.a".
std::string assignments(std::span<const std::string_view> columns, std::string_view prefix) {
    std::string text;
    for (const auto column : columns) {
        if (!text.empty()) { text += ", "; }
        text.append(column).append(" = ").append(prefix).append(column);
    }
    return text;
}

/// The condition under which a write changes anything.
std::string differs(const Table& table, std::string_view prefix) {
    const auto values = table.columns.subspan(table.keys);
    const auto stored = std::string{table.name} + ".";
    if (values.size() == 1) { return list(values, stored) + " IS DISTINCT FROM " + list(values, prefix); }
    return "(" + list(values, stored) + ") IS DISTINCT FROM (" + list(values, prefix) + ")";
}

std::string plain_insert(const Table& table) {
    return "INSERT INTO " + std::string{table.name} + " (" + list(table.columns, "") + ") VALUES (" +
           list(table.columns, "$") + ")";
}

}  // namespace

std::string insert_sql(std::string_view name) {
    const auto& table = find(name);
    return plain_insert(table) + (table.columns.front() == "id" ? " RETURNING id" : "");
}

std::string insert_many_sql(const Table& table, std::size_t rows) {
    std::string row = "(?";
    for (std::size_t i = 1; i < table.columns.size(); ++i) { row += ", ?"; }
    row += ")";
    std::string sql = "INSERT INTO " + std::string{table.name} + " (" + list(table.columns, "") + ") VALUES ";
    for (std::size_t i = 0; i < rows; ++i) { sql.append(i == 0 ? "" : ", ").append(row); }
    return sql;
}

std::string upsert_sql(std::string_view name) {
    const auto& table = find(name);
    const auto values = table.columns.subspan(table.keys);
    const auto start = plain_insert(table) + " ON CONFLICT (" + list(table.columns.first(table.keys), "") + ")";
    if (values.empty()) { return start + " DO NOTHING"; }
    return start + " DO UPDATE SET " + assignments(values, "excluded.") + " WHERE " + differs(table, "excluded.");
}

std::string update_sql(std::string_view name) {
    const auto& table = find(name);
    const auto values = table.columns.subspan(table.keys);
    std::string sql = "UPDATE " + std::string{table.name} + " SET " + assignments(values, "$") + " WHERE ";
    for (const auto key : table.columns.first(table.keys)) {
        sql.append(key).append(" = $").append(key).append(" AND ");
    }
    return sql + differs(table, "$");
}

}  // namespace practice::store
