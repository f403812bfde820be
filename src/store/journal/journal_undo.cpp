// SPDX-License-Identifier: MIT
// Playback. First every row that the operation touched is compared with what the operation left; only then are
// its changes taken back, last one first. Backwards, each row comes back after what it refers to, as it went.
#include <algorithm>
#include <unordered_set>

#include "practice/refusal.h"
#include "store/journal/journal.h"
#include "store/journal/journal_rows.h"
#include "store/journal/row_history.h"
#include "store/rows/row_values.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"

namespace practice::store {
namespace {

/// The raw statements of SQLite: SQLiteCpp's class keeps the write lock after a rollback.
class Savepoint {
public:
    explicit Savepoint(Database& database) : database_{database}, recorded_{database.connection().operation()} {
        database_.run("SAVEPOINT playback");
    }
    ~Savepoint() {
        if (!kept_) { (void)try_roll_back(); }
    }
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void keep() {
        database_.run("RELEASE playback");
        kept_ = true;
    }

private:
    bool try_roll_back() noexcept {
        try {
            database_.run("ROLLBACK TO playback");
            database_.run("RELEASE playback");
            database_.connection().operation() = recorded_;
            return true;
        } catch (const Refusal&) { return false; }  // the whole transaction is gone then
    }

    Database& database_;
    OpenOperation recorded_;
    bool kept_ = false;
};

void check_may_be_undone(Database& database, OperationId id) {
    const auto number = std::to_string(id.value);
    const auto operation = load_operation(database, id);
    if (!operation) {
        throw Refusal{RefusalKind::not_found, "there is no operation " + number, "'practice log list' shows them all"};
    }
    if (operation->undone_by) {
        throw misuse(
            "operation " + number + " was undone already, by operation " + std::to_string(operation->undone_by->value),
            "'practice redo' does it again");
    }
}

/// Rows as they are now and as they were recorded; nullopt: there is none.
bool same(Database& database, const Table& table, const std::optional<std::string>& now,
          const std::optional<std::string>& then) {
    return now.has_value() == then.has_value() && (!now || same_row(database, table, *now, *then));
}

bool is_kept_row(const Change& change) {
    return change.table == kKeptRowsTable;
}

std::vector<Difference> differences(Database& database, OperationId id, const std::vector<Change>& changes) {
    const RowHistory history{database, id, changes};
    const bool kept_rows_only = std::ranges::all_of(changes, is_kept_row);
    std::vector<Difference> found;
    std::unordered_set<std::string> seen;
    for (const auto& change : changes) {
        if (is_kept_row(change) && !kept_rows_only) { continue; }
        if (!seen.insert(change.table + "/" + change.key).second) { continue; }
        const auto* table = find_table(change.table);
        const auto now = table == nullptr ? std::nullopt : current_image(database, *table, change.key);
        if (table == nullptr || !same(database, *table, now, history.state(change))) {
            found.push_back({change.table, change.key, Difference::Reason::changed_since, history.later(change)});
        }
    }
    return found;
}

void take_back(Database& database, const Change& change) {
    const auto& table = *find_table(change.table);
    if (is_kept_row(change)) {  // it may be any other by now
        if (!change.before) { return erase_row(database, table, change.key); }
        if (!current_image(database, table, change.key)) { return insert_row(database, table, *change.before); }
        return restore_row(database, table, change.key, *change.before);
    }
    switch (change.action) {
        case ChangeAction::insert: return erase_row(database, table, change.key);
        case ChangeAction::update: return restore_row(database, table, change.key, change.before.value());
        case ChangeAction::erase: return insert_row(database, table, change.before.value());
    }
}

void mark_as_undo_of(Database& database, OperationId id) {
    auto mark = database.prepare(
        "UPDATE operations SET undoes = $1, direction = CASE (SELECT direction FROM operations WHERE id = $1)"
        " WHEN 'forward' THEN 'back' ELSE 'forward' END WHERE hash IS NULL");
    mark.bind("$1", id.value).execute();
}

}  // namespace

std::vector<Difference> undo(Database& database, OperationId id) {
    check_may_be_undone(database, id);
    const auto changes = recorded_changes(database, id);
    if (auto found = differences(database, id, changes); !found.empty()) { return found; }
    Savepoint savepoint{database};
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        try {
            take_back(database, *change);
        } catch (const ConstraintRefusal&) {
            return {{change->table, change->key, Difference::Reason::still_used, std::nullopt}};
        }
    }
    mark_as_undo_of(database, id);
    savepoint.keep();
    return {};
}

}  // namespace practice::store
