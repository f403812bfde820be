// SPDX-License-Identifier: MIT
#include "store/journal/journal.h"

#include <algorithm>

#include "store/journal/journal_rows.h"
#include "store/journal/row_history.h"
#include "store/rows/column_values.h"

namespace practice::store {
namespace {

constexpr const char* kOperations =
    "SELECT o.id, o.at, o.who, o.command, o.undoes, u.id, (SELECT sum(coalesce(c.through - CAST(c.row_key AS INTEGER),"
    " 0) + 1) FROM changes AS c WHERE c.id BETWEEN o.first_change AND o.last_change), o.hash"
    " FROM operations AS o LEFT JOIN operations AS u ON u.undoes = o.id WHERE o.hash IS NOT NULL";

/// An entry's keys begin with the numbers from the first to the last: "12//0" read as a number is 12.
constexpr const char* kFirst = " CAST(c.row_key AS INTEGER)";
constexpr const char* kLast = " coalesce(c.through, CAST(c.row_key AS INTEGER))";

constexpr const char* kIsOfSession =
    " c.table_name IN ('sessions', 'session_dates', 'slot_changes', 'session_clients', 'session_lines',"
    " 'session_attendance', 'session_yields', 'session_clashes')";
constexpr const char* kIsOfClient = " c.table_name IN ('clients', 'client_professionals', 'client_fees')";

/// Where an operation has an entry of which this is true.
std::string has_entry(const std::string& condition) {
    return " AND EXISTS (SELECT 1 FROM changes AS c WHERE c.id BETWEEN o.first_change AND o.last_change AND (" +
           condition + "))";
}

std::string is_about(const char* tables, const char* number) {
    return std::string{tables} + " AND " + number + " BETWEEN" + kFirst + " AND" + kLast;
}

std::string of_client() {
    const std::string sessions =
        " (SELECT session AS number FROM session_clients WHERE client = $client"
        " UNION SELECT CAST(row_key AS INTEGER) FROM changes"
        " WHERE table_name = 'session_clients' AND json_extract(before, '$.client') = $client)";
    const std::string of_session = " OR" + std::string{kIsOfSession} + " AND";
    return has_entry(is_about(kIsOfClient, "$client") + of_session + kFirst + " IN" + sessions + of_session +
                     " c.through IS NOT NULL AND EXISTS (SELECT 1 FROM" + sessions + " AS s WHERE s.number BETWEEN" +
                     kFirst + " AND" + kLast + ")");
}

template <class Id>
std::optional<Id> optional_id(const Statement& row, int column) {
    if (row.is_null(column)) { return std::nullopt; }
    return Id{row.integer(column)};
}

/// Whoever goes from an operation to what undid it, and back, comes to an end.
void check_order(const Statement& row) {
    const auto id = row.integer(0);
    const bool undoes_later = !row.is_null(4) && row.integer(4) >= id;
    const bool undone_earlier = !row.is_null(5) && row.integer(5) <= id;
    if (undoes_later || undone_earlier) { throw damaged_entry(id); }
}

Operation read_operation(const Statement& row) {
    check_order(row);
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

// "practice (sam)": by the account, and by who said to be behind it.
constexpr const char* kByWho =
    " AND (o.who = $who OR substr(o.who, 1, length($who) + 2) = $who || ' ('"
    " OR substr(o.who, -length($who) - 3) = ' (' || $who || ')')";

}  // namespace

std::vector<Operation> load_operations(Database& database, const OperationFilter& filter) {
    std::string sql = kOperations;
    if (filter.older_than) { sql += " AND o.id < $older_than"; }
    if (filter.newer_than) { sql += " AND o.id > $newer_than"; }
    if (filter.session) { sql += has_entry(is_about(kIsOfSession, "$session")); }
    if (filter.client) { sql += of_client(); }
    // "practice (sam)" was done by the account, and by who said to be behind it.
    if (filter.who) { sql += kByWho; }
    if (filter.from) { sql += " AND o.at >= $from"; }
    if (filter.to) { sql += " AND o.at < $to"; }
    sql += " ORDER BY o.id DESC";
    if (filter.most) { sql += " LIMIT $most"; }
    auto row = database.prepare_text(sql);
    if (filter.older_than) { row.bind("$older_than", filter.older_than->value); }
    if (filter.newer_than) { row.bind("$newer_than", filter.newer_than->value); }
    if (filter.session) { row.bind("$session", filter.session->value); }
    if (filter.client) { row.bind("$client", filter.client->value); }
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

namespace {

std::vector<std::int64_t> numbers_touched(Database& database, OperationId id, const std::string& condition,
                                          std::optional<std::string_view> table) {
    auto row = database.prepare_text("SELECT" + std::string{kFirst} + "," + kLast +
                                     " FROM operations AS o JOIN changes AS c"
                                     " ON c.id BETWEEN o.first_change AND o.last_change WHERE o.id = $1 AND" +
                                     condition);
    row.bind("$1", id.value);
    if (table) { row.bind("$2", *table); }
    std::vector<std::int64_t> numbers;
    while (row.step()) {
        EntryKeys keys{row.string(0), row.integer(1)};
        do { numbers.push_back(std::stoll(keys.key())); } while (keys.next());
    }
    std::ranges::sort(numbers);
    const auto twice = std::ranges::unique(numbers);
    numbers.erase(twice.begin(), twice.end());
    return numbers;
}

/// That an operation changed more than what is kept of the rows of files.
std::string is_seen(const std::string& operation) {
    return "EXISTS (SELECT 1 FROM changes AS c WHERE c.id BETWEEN " + operation + ".first_change AND " + operation +
           ".last_change AND c.table_name <> '" + std::string{kKeptRowsTable} + "')";
}

}  // namespace

std::vector<SessionId> sessions_touched(Database& database, OperationId id) {
    std::vector<SessionId> sessions;
    for (const auto number : numbers_touched(database, id, kIsOfSession, {})) { sessions.push_back({number}); }
    return sessions;
}

std::vector<std::int64_t> rows_touched(Database& database, OperationId id, std::string_view table) {
    return numbers_touched(database, id, " c.table_name = $2", table);
}

std::optional<OperationId> next_to_undo(Database& database, const std::optional<std::string>& who) {
    auto row = database.prepare_text(
        "SELECT o.id FROM operations AS o WHERE o.hash IS NOT NULL AND o.direction = 'forward'"
        " AND ($1 IS NULL OR o.who = $1) AND NOT EXISTS (SELECT 1 FROM operations AS u WHERE u.undoes = o.id) AND " +
        is_seen("o") + " ORDER BY o.id DESC LIMIT 1");
    row.bind("$1", who);
    return first_id(std::move(row));
}

std::vector<OperationId> unseen_since(Database& database, OperationId id, const std::optional<std::string>& who) {
    auto row = database.prepare_text(
        "SELECT o.id FROM operations AS o WHERE o.id > $2 AND o.hash IS NOT NULL AND o.direction = 'forward'"
        " AND o.last_change >= o.first_change AND ($1 IS NULL OR o.who = $1)"
        " AND NOT EXISTS (SELECT 1 FROM operations AS u WHERE u.undoes = o.id) AND NOT " +
        is_seen("o") + " ORDER BY o.id");
    row.bind("$1", who).bind("$2", id.value);
    std::vector<OperationId> found;
    while (row.step()) { found.push_back({row.integer(0)}); }
    return found;
}

std::optional<OperationId> last_restore(Database& database) {
    return first_id(
        database.prepare("SELECT max(id) FROM operations WHERE hash IS NOT NULL AND direction = 'forward'"
                         " AND last_change < first_change"));
}

std::optional<OperationId> next_to_redo(Database& database, const std::optional<std::string>& who) {
    auto row = database.prepare_text(
        "SELECT max(o.id) FROM operations AS o WHERE o.hash IS NOT NULL AND o.direction = 'back'"
        " AND ($1 IS NULL OR o.who = $1)"
        " AND NOT EXISTS (SELECT 1 FROM operations AS u WHERE u.undoes = o.id)"
        " AND NOT EXISTS (SELECT 1 FROM operations AS n WHERE n.id > o.id AND n.undoes IS NULL"
        " AND ($1 IS NULL OR n.who = $1) AND n.hash IS NOT NULL AND (n.last_change < n.first_change OR " +
        is_seen("n") + "))");
    row.bind("$1", who);
    return first_id(std::move(row));
}

}  // namespace practice::store
