// SPDX-License-Identifier: MIT
#include "store/journal/journal_rows.h"

#include <algorithm>
#include <charconv>

#include "store/rows/row_values.h"

namespace practice::store {
namespace {

constexpr const char* kBringBack = "the database was altered or damaged: 'practice restore FILE' brings back a backup";

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

bool rises(const Table& table, std::string_view column) {
    return std::ranges::find(table.rising, column) != table.rising.end();
}

/// Of a row that comes back: others may have had its UID meanwhile.
constexpr const char* kHighest = "max($sequence, coalesce((SELECT sequence FROM uid_sequences WHERE uid = $uid), 0))";

/// What a column that only rises has after the open operation; `value`: what it had.
std::string raised(std::string_view column, std::string_view value) {
    const std::string had{value};
    if (column == "sequence") { return had + " + 1"; }
    const std::string now = "(SELECT at FROM operations WHERE hash IS NULL)";
    return "CASE WHEN " + had + " > " + now + " THEN " + had + " ELSE " + now + " END";
}

/// Each column of which the image knows to the parameter of its name.
void bind_all(Statement& statement, std::span<const std::string_view> columns, const RowValues& values) {
    for (const auto column : columns) {
        const auto value = values.find(column);
        if (value != values.end()) { bind(statement, ("$" + std::string{column}).c_str(), value->second); }
    }
}

}  // namespace

Refusal damaged_entry(std::int64_t operation) {
    return {RefusalKind::failure,
            "operation " + std::to_string(operation) + " of the journal is not what a program can have written",
            kBringBack};
}

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
    constexpr std::int64_t most = 10'000'000;
    if (number_ < 0 || last_ < number_ || last_ - number_ > most) {
        throw Refusal{RefusalKind::failure, "the journal has an entry for more rows than there can be", kBringBack};
    }
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
    const auto values = read_image(database, image);
    std::string columns;
    std::string parameters;
    for (const auto column : table.columns) {
        // What the image is too old to have gets the column's default.
        if (!values.contains(column)) { continue; }
        const auto parameter = "$" + std::string{column};
        columns.append(columns.empty() ? "" : ", ").append(column);
        parameters.append(parameters.empty() ? "" : ", ");
        parameters.append(rises(table, column) ? raised(column, column == "sequence" ? kHighest : parameter)
                                               : parameter);
    }
    auto row = database.prepare_text("INSERT INTO " + std::string{table.name} + " (" + columns + ") VALUES (" +
                                     parameters + ")");
    bind_all(row, table.columns, values);
    row.execute();
}

void restore_row(Database& database, const Table& table, std::string_view key, const std::string& image) {
    const auto values = read_image(database, image);
    const auto columns = table.columns.subspan(table.keys);
    std::string assignments;
    for (const auto column : columns) {
        // What the image is too old to have was not changed.
        if (!values.contains(column)) { continue; }
        assignments.append(assignments.empty() ? "" : ", ").append(column).append(" = ");
        assignments.append(rises(table, column) ? raised(column, column) : "$" + std::string{column});
    }
    if (assignments.empty()) { return; }
    auto row = database.prepare_text("UPDATE " + std::string{table.name} + " SET " + assignments + where_key(table));
    bind_key(row, table, key);
    RowValues restored;
    for (const auto& [name, value] : values) {
        if (!rises(table, name)) { restored.emplace(name, value); }
    }
    bind_all(row, columns, restored);
    row.execute();
}

}  // namespace practice::store
