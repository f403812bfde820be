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
    if (filter.session) { sql += kOfSession; }
    sql += " ORDER BY o.id DESC";
    if (filter.most) { sql += " LIMIT $most"; }
    auto row = database.prepare_text(sql);
    if (filter.older_than) { row.bind("$older_than", filter.older_than->value); }
    if (filter.session) { row.bind("$session", std::to_string(filter.session->value)); }
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
