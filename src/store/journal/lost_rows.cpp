// SPDX-License-Identifier: MIT
#include "store/journal/lost_rows.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "store/journal/journal_rows.h"
#include "store/rows/row_values.h"

namespace practice::store {
namespace {

/// Computed from the other columns and the time zones, and examined as such.
constexpr std::array<std::string_view, 3> kDerived{"starts_at", "ends_at", "last_date"};

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

/// What the journal says became of a row.
struct LastEntry {
    bool there = false;
    /// The entry that says what it holds; 0: it has been as it was stored.
    std::int64_t changed_by = 0;
};
using LastEntries = std::unordered_map<std::string, LastEntry>;

LastEntries last_entries(Database& database, std::string_view table) {
    LastEntries entries;
    auto row = database.prepare("SELECT id, row_key, through, action FROM changes WHERE table_name = $1 ORDER BY id");
    row.bind("$1", table);
    while (row.step()) {
        const auto action = row.text(3);
        const LastEntry last{action != "delete", action == "update" ? row.integer(0) : 0};
        EntryKeys keys{row.string(1), row.optional_integer(2)};
        do { entries[keys.key()] = last; } while (keys.next());
    }
    return entries;
}

bool holds_what_was_stored(Database& database, const Table& table, const std::string& key, std::int64_t change) {
    auto entry = database.prepare("SELECT after FROM changes WHERE id = $1");
    const auto now = current_image(database, table, key);
    if (!entry.bind("$1", change).step() || !now) { return false; }
    return entry.text(0) == *now || same_row(database, table, entry.text(0), *now, kDerived);
}

/// Takes those that are there out of `entries`.
RowsPastJournal compare(Database& database, const Table& table, LastEntries& entries) {
    RowsPastJournal rows{std::string{table.name}};
    auto row = database.prepare_text("SELECT " + key_sql(table, "") + " FROM " + rows.table);
    while (row.step()) {
        const auto key = row.string(0);
        const auto last = entries.find(key);
        if (last == entries.end() || !last->second.there) {
            ++rows.stored;
        } else if (const auto change = last->second.changed_by; change != 0) {
            rows.changed += holds_what_was_stored(database, table, key, change) ? 0 : 1;
        }
        if (last != entries.end()) { entries.erase(last); }
    }
    for (const auto& [key, last] : entries) { rows.removed += last.there ? 1 : 0; }
    return rows;
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

std::vector<RowsPastJournal> find_rows_past_journal(Database& database) {
    std::vector<RowsPastJournal> found;
    for (const auto& table : tables()) {
        auto entries = last_entries(database, table.name);
        auto rows = compare(database, table, entries);
        if (rows.stored + rows.removed + rows.changed > 0) { found.push_back(std::move(rows)); }
    }
    return found;
}

}  // namespace practice::store
