// SPDX-License-Identifier: MIT
#include "store/journal/row_history.h"

#include "store/journal/journal_rows.h"

namespace practice::store {
namespace {

ChangeAction to_action(std::string_view column) {
    if (column == "insert") { return ChangeAction::insert; }
    return column == "update" ? ChangeAction::update : ChangeAction::erase;
}

std::optional<std::string> image(const Statement& row, int column) {
    if (row.is_null(column)) { return std::nullopt; }
    return row.string(column);
}

}  // namespace

std::vector<Change> recorded_changes(Database& database, OperationId id) {
    auto row = database.prepare(
        "SELECT c.table_name, c.row_key, c.action, c.before, c.after, c.through FROM operations AS o"
        " JOIN changes AS c ON c.id BETWEEN o.first_change AND o.last_change WHERE o.id = $1 ORDER BY c.id");
    row.bind("$1", id.value);
    std::vector<Change> changes;
    while (row.step()) {
        EntryKeys keys{row.string(1), row.optional_integer(5)};
        do {
            changes.push_back({row.string(0), keys.key(), to_action(row.text(2)), image(row, 3), image(row, 4)});
        } while (keys.next());
    }
    return changes;
}

std::string RowHistory::name(const Change& change) {
    return change.table + "/" + change.key;
}

RowHistory::RowHistory(Database& database, OperationId id, const std::vector<Change>& changes) {
    for (const auto& change : changes) { rows_.try_emplace(name(change)); }
    read_later_changes(database, id);
    for (const auto& change : changes) {
        auto& row = rows_.at(name(change));
        if (change.action == ChangeAction::update) {
            row.state = change.after;
        } else if (change.action == ChangeAction::erase) {
            row.state.reset();
        } else if (row.later) {
            row.state = row.found_later;
        } else {
            const auto* table = find_table(change.table);
            if (table != nullptr) { row.state = current_image(database, *table, change.key); }
        }
    }
}

void RowHistory::read_later_changes(Database& database, OperationId id) {
    auto row = database.prepare(
        "SELECT c.table_name, c.row_key, c.operation, c.before, c.through FROM changes AS c"
        " WHERE c.id > (SELECT last_change FROM operations WHERE id = $1) ORDER BY c.id");
    row.bind("$1", id.value);
    while (row.step()) {
        const auto table = row.string(0) + "/";
        EntryKeys keys{row.string(1), row.optional_integer(4)};
        do {
            const auto found = rows_.find(table + keys.key());
            if (found == rows_.end()) { continue; }
            if (!found->second.later) { found->second.found_later = image(row, 3); }
            found->second.later = OperationId{row.integer(2)};
        } while (keys.next());
    }
}

const std::optional<std::string>& RowHistory::state(const Change& change) const {
    return rows_.at(name(change)).state;
}

void RowHistory::go_back(const Change& change) {
    rows_.at(name(change)).state = change.before;
}

std::optional<OperationId> RowHistory::later(const Change& change) const {
    return rows_.at(name(change)).later;
}

}  // namespace practice::store
