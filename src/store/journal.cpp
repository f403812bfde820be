// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include "store/column_values.h"
#include "store/journal_rows.h"
#include "store/row_history.h"

namespace practice::store {
namespace {

constexpr const char* kOperations =
    "SELECT o.id, o.at, o.who, o.command, o.undoes, u.id, o.last_change - o.first_change + 1, o.hash"
    " FROM operations AS o LEFT JOIN operations AS u ON u.undoes = o.id WHERE o.hash IS NOT NULL";

/// A key that begins with "12/" sorts from there on and before "120": '0' is the character after '/'.
constexpr const char* kOfSession =
    " AND EXISTS (SELECT 1 FROM changes AS c WHERE c.id BETWEEN o.first_change AND o.last_change AND"
    " (c.table_name = 'sessions' AND c.row_key = $session OR c.table_name IN ('session_dates', 'slot_changes',"
    " 'session_clients', 'session_lines', 'session_attendance')"
    " AND c.row_key >= $session || '/' AND c.row_key < $session || '0'))";

constexpr const char* kIsOfSession =
    " c.table_name IN ('sessions', 'session_dates', 'slot_changes', 'session_clients', 'session_lines',"
    " 'session_attendance')";
/// The number of the session that such a change belongs to, as text.
constexpr const char* kSessionOfChange =
    " CASE WHEN c.table_name = 'sessions' THEN c.row_key ELSE substr(c.row_key, 1, instr(c.row_key, '/') - 1) END";

std::string of_client() {
    std::string sql =
        " AND EXISTS (SELECT 1 FROM changes AS c WHERE c.id BETWEEN o.first_change AND o.last_change AND"
        " (c.table_name = 'clients' AND c.row_key = $client"
        " OR c.table_name IN ('client_professionals', 'client_fees')"
        " AND c.row_key >= $client || '/' AND c.row_key < $client || '0' OR";
    return sql.append(kIsOfSession).append(" AND").append(kSessionOfChange) +
           " IN (SELECT CAST(session AS TEXT) FROM session_clients WHERE client = CAST($client AS INTEGER)"
           " UNION SELECT substr(row_key, 1, instr(row_key, '/') - 1) FROM changes"
           " WHERE table_name = 'session_clients' AND json_extract(before, '$.client') = CAST($client AS INTEGER))))";
}

template <class Id>
std::optional<Id> optional_id(const Statement& row, int column) {
    if (row.is_null(column)) { return std::nullopt; }
    return Id{row.integer(column)};
}

Operation read_operation(const Statement& row) {
    return {.id = {row.integer(0)},
            .at = to_instant(row.integer(1)),
            .who = row.string(2),
            .command = row.string(3),
            .undoes = optional_id<OperationId>(row, 4),
            .undone_by = optional_id<OperationId>(row, 5),
            .changes = row.integer(6),
            .hash = row.string(7)};
}

std::optional<OperationId> first_id(Statement row) {
    if (!row.step() || row.is_null(0)) { return std::nullopt; }
    return OperationId{row.integer(0)};
}

}  // namespace

std::vector<Operation> load_operations(Database& database, const OperationFilter& filter) {
    std::string sql = kOperations;
    if (filter.older_than) { sql += " AND o.id < $older_than"; }
    if (filter.newer_than) { sql += " AND o.id > $newer_than"; }
    if (filter.session) { sql += kOfSession; }
    if (filter.client) { sql += of_client(); }
    if (filter.who) { sql += " AND o.who = $who"; }
    if (filter.from) { sql += " AND o.at >= $from"; }
    if (filter.to) { sql += " AND o.at < $to"; }
    sql += " ORDER BY o.id DESC";
    if (filter.most) { sql += " LIMIT $most"; }
    auto row = database.prepare_text(sql);
    if (filter.older_than) { row.bind("$older_than", filter.older_than->value); }
    if (filter.newer_than) { row.bind("$newer_than", filter.newer_than->value); }
    if (filter.session) { row.bind("$session", std::to_string(filter.session->value)); }
    if (filter.client) { row.bind("$client", std::to_string(filter.client->value)); }
    if (filter.who) { row.bind("$who", *filter.who); }
    if (filter.from) { row.bind("$from", std::int64_t{filter.from->time_since_epoch().count()}); }
    if (filter.to) { row.bind("$to", std::int64_t{filter.to->time_since_epoch().count()}); }
    if (filter.most) { row.bind("$most", *filter.most); }
    std::vector<Operation> list;
    while (row.step()) { list.push_back(read_operation(row)); }
    return list;
}

std::optional<Operation> load_operation(Database& database, OperationId id) {
    auto row = database.prepare_text(std::string{kOperations} + " AND o.id = $1");
    if (!row.bind("$1", id.value).step()) { return std::nullopt; }
    return read_operation(row);
}

std::vector<Change> load_changes(Database& database, OperationId id) {
    auto changes = recorded_changes(database, id);
    // The journal has no image of what was inserted. Going back from now, each row's last known state is what
    // the change before it left.
    RowHistory history{database, id, changes};
    for (auto i = changes.size(); i-- > 0;) {
        auto& change = changes[i];
        if (change.action == ChangeAction::insert) { change.after = history.state(change); }
        history.go_back(change);
    }
    return changes;
}

std::vector<SessionId> sessions_touched(Database& database, OperationId id) {
    auto row = database.prepare_text("SELECT DISTINCT CAST(" + std::string{kSessionOfChange} +
                                     " AS INTEGER) FROM operations AS o JOIN changes AS c"
                                     " ON c.id BETWEEN o.first_change AND o.last_change WHERE o.id = $1 AND" +
                                     kIsOfSession + " ORDER BY 1");
    row.bind("$1", id.value);
    std::vector<SessionId> sessions;
    while (row.step()) { sessions.push_back({row.integer(0)}); }
    return sessions;
}

std::optional<OperationId> next_to_undo(Database& database) {
    return first_id(
        database.prepare("SELECT max(o.id) FROM operations AS o WHERE o.hash IS NOT NULL AND o.direction = 'forward'"
                         " AND NOT EXISTS (SELECT 1 FROM operations AS u WHERE u.undoes = o.id)"));
}

std::optional<OperationId> next_to_redo(Database& database) {
    return first_id(
        database.prepare("SELECT max(o.id) FROM operations AS o WHERE o.hash IS NOT NULL AND o.direction = 'back'"
                         " AND NOT EXISTS (SELECT 1 FROM operations AS u WHERE u.undoes = o.id)"
                         " AND NOT EXISTS (SELECT 1 FROM operations AS n WHERE n.id > o.id AND n.undoes IS NULL AND "
                         "n.hash IS NOT NULL)"));
}

}  // namespace practice::store
