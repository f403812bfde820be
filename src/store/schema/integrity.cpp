// SPDX-License-Identifier: MIT
#include "store/schema/integrity.h"

#include <map>

#include "store/journal/journal_chain.h"
#include "store/journal/lost_rows.h"
#include "store/rows/column_values.h"
#include "store/rows/settings_rows.h"
#include "store/schema/text_check.h"
#include "store/sessions/session_rows.h"

namespace practice::store {

std::int64_t count_faults(Database& database) {
    std::int64_t faults = 0;
    auto row = database.prepare("PRAGMA integrity_check(100)");
    while (row.step()) { faults += row.text(0) == "ok" ? 0 : 1; }
    return faults;
}

std::vector<DanglingRow> find_dangling_rows(Database& database) {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    auto row = database.prepare("PRAGMA foreign_key_check");
    while (row.step()) { ++counts[{row.string(0), row.string(2)}]; }
    std::vector<DanglingRow> found;
    found.reserve(counts.size());
    for (const auto& [tables, rows] : counts) { found.push_back({tables.first, tables.second, rows}); }
    return found;
}

std::optional<OperationId> find_broken_operation(Database& database) {
    auto operation =
        database.prepare("SELECT id, hash, first_change FROM operations WHERE hash IS NOT NULL ORDER BY id");
    auto next = database.prepare("SELECT last_change + 1 FROM operations WHERE id = $1");
    std::int64_t expected_first = 1;
    while (operation.step()) {
        const auto id = operation.integer(0);
        // A change between two operations belongs to neither: somebody put it there.
        if (operation.integer(2) != expected_first || operation_hash(database, id) != operation.text(1)) {
            return OperationId{id};
        }
        next.bind("$1", id);
        if (next.step()) { expected_first = next.integer(0); }
        next.again();
    }
    auto beyond = database.prepare("SELECT operation FROM changes WHERE id >= $1 ORDER BY id LIMIT 1");
    if (beyond.bind("$1", expected_first).step()) { return OperationId{beyond.integer(0)}; }
    return std::nullopt;
}

MisdatedOperations find_misdated_operations(Database& database, Instant now) {
    constexpr std::chrono::minutes tolerated{1};
    MisdatedOperations found;
    std::optional<Instant> before;
    auto row = database.prepare("SELECT id, at FROM operations WHERE hash IS NOT NULL ORDER BY id");
    while (row.step()) {
        const OperationId id{row.integer(0)};
        const auto at = to_instant(row.integer(1));
        if (before && at + tolerated < *before) { found.before_predecessor.push_back(id); }
        if (at > now + tolerated) { found.in_future.push_back(id); }
        before = at;
    }
    return found;
}

std::vector<std::string> find_foreign_tables(Database& database) {
    const auto made_by = [](Database& of) {
        std::map<std::string, std::string> made;
        auto row = of.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema");
        while (row.step()) { made[row.string(0) + " " + row.string(1)] = row.string(2) + " " + row.string(3); }
        return made;
    };
    auto fresh = Database::in_memory();
    auto wanted = made_by(fresh);
    std::vector<std::string> differing;
    for (const auto& [name, sql] : made_by(database)) {
        const auto found = wanted.find(name);
        if (found == wanted.end() || found->second != sql) { differing.push_back(name); }
        if (found != wanted.end()) { wanted.erase(found); }
    }
    for (const auto& [name, sql] : wanted) { differing.push_back(name); }
    return differing;
}

bool has_open_operation(Database& database) {
    return database.prepare("SELECT 1 FROM operations WHERE hash IS NULL").step();
}

std::vector<std::string> find_row_faults(Database& database) {
    std::vector<std::string> faults;
    for (const auto& dangling : find_dangling_rows(database)) {
        faults.push_back(std::to_string(dangling.rows) + " rows of " + dangling.table + " refer to missing rows of " +
                         dangling.missing_from);
    }
    if (const auto broken = find_broken_operation(database)) {
        faults.push_back("the journal was altered: operation " + std::to_string(broken->value) +
                         " does not fit the seal on it");
    }
    for (const auto id : find_sessions_by_halves(database)) {
        faults.push_back("session " + std::to_string(id.value) + " has no client or no service");
    }
    for (const auto& rows : find_unrecorded_rows(database)) {
        faults.push_back(std::to_string(rows.rows) + " rows of " + rows.table + " were stored by no operation");
    }
    if (!faults.empty()) { return faults; }
    faults = find_hostile_texts(database);
    // Whatever this program cannot have written is a Refusal of the reading.
    (void)load_practice(database);
    (void)load_professionals(database);
    (void)load_rooms(database);
    (void)load_services(database);
    (void)load_recurrences(database);
    (void)load_clients(database);
    (void)load_feeds(database);
    constexpr std::size_t most = 1000;
    each_session(database, {}, most, [](const Session&) {});
    return faults;
}

}  // namespace practice::store
