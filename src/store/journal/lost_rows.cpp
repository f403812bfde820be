// SPDX-License-Identifier: MIT
#include "store/journal/lost_rows.h"

#include <string_view>
#include <unordered_set>

#include "store/journal/journal_rows.h"

namespace practice::store {
namespace {

/// The names of the table's rows that an operation stored.
std::unordered_set<std::string> recorded(Database& database, std::string_view table) {
    std::unordered_set<std::string> keys;
    auto row = database.prepare("SELECT row_key, through FROM changes WHERE table_name = $1 AND action = 'insert'");
    row.bind("$1", table);
    while (row.step()) {
        EntryKeys entry{row.string(0), row.optional_integer(1)};
        do { keys.insert(entry.key()); } while (entry.next());
    }
    return keys;
}

}  // namespace

std::vector<SessionId> find_sessions_by_halves(Database& database) {
    std::vector<SessionId> found;
    auto row = database.prepare(
        "SELECT id FROM sessions AS s"
        " WHERE NOT EXISTS (SELECT 1 FROM session_clients WHERE session = s.id AND slot = '')"
        " OR NOT EXISTS (SELECT 1 FROM session_lines WHERE session = s.id AND slot = '') ORDER BY id LIMIT 100");
    while (row.step()) { found.push_back({row.integer(0)}); }
    return found;
}

std::vector<UnrecordedRows> find_unrecorded_rows(Database& database) {
    std::vector<UnrecordedRows> found;
    for (const std::string_view name : {"sessions", "session_clients", "session_lines"}) {
        const auto keys = recorded(database, name);
        UnrecordedRows rows{std::string{name}, 0};
        auto row = database.prepare_text("SELECT " + key_sql(*find_table(name), "") + " FROM " + rows.table);
        while (row.step()) { rows.rows += keys.contains(row.string(0)) ? 0 : 1; }
        if (rows.rows > 0) { found.push_back(std::move(rows)); }
    }
    return found;
}

}  // namespace practice::store
