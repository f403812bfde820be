// SPDX-License-Identifier: MIT
#include "store/schema/text_check.h"

#include "practice/plain_text.h"
#include "store/schema/schema.h"

namespace practice::store {
namespace {

constexpr std::size_t kMostTold = 20;

std::vector<std::string> text_columns(Database& database, std::string_view table) {
    std::vector<std::string> names;
    auto column = database.prepare("SELECT name FROM pragma_table_info($1) WHERE type = 'TEXT' ORDER BY cid");
    column.bind("$1", table);
    while (column.step()) { names.push_back(column.string(0)); }
    return names;
}

/// The first column names the row.
void look_through(Database& database, std::string_view table, std::string_view key, std::vector<std::string>& found) {
    const auto names = text_columns(database, table);
    std::string sql = "SELECT " + std::string{key};
    for (const auto& name : names) { sql += ", " + name; }
    auto row = database.prepare_text(sql.append(" FROM ").append(table));
    const bool has_images = table == "changes";
    while (row.step() && found.size() < kMostTold) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const int at = static_cast<int>(i) + 1;
            if (row.is_null(at)) { continue; }
            const bool image = has_images && (names[i] == "before" || names[i] == "after");
            const auto fault = image ? forbidden_in_json(row.text(at)) : forbidden_character(row.text(at));
            if (fault.empty()) { continue; }
            found.push_back(names[i] + " of " + std::string{table} + " " + row.string(0) + " has " + fault);
        }
    }
}

}  // namespace

std::vector<std::string> find_hostile_texts(Database& database) {
    std::vector<std::string> found;
    for (const auto& table : tables()) { look_through(database, table.name, table.columns.front(), found); }
    look_through(database, "operations", "id", found);
    look_through(database, "changes", "id", found);
    return found;
}

}  // namespace practice::store
