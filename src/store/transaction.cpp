// SPDX-License-Identifier: MIT
#include "store/transaction.h"

#include <utility>

#include "practice/refusal.h"
#include "store/journal/journal_chain.h"
#include "store/schema/migration.h"
#include "store/sqlite/connection.h"

namespace practice::store {
namespace {

void roll_back(Database& database) {
    // After some failures SQLite has rolled back already.
    if (sqlite3_get_autocommit(database.connection().handle()) == 0) {
        (void)database.connection().try_run("ROLLBACK");
    }
}

std::int64_t last_change(Database& database) {
    auto statement = database.prepare("SELECT coalesce(max(id), 0) FROM changes");
    return statement.step() ? statement.integer(0) : 0;
}

/// Whether every row that the open operation changed is again what it was before.
bool comes_to_nothing(Database& database, std::int64_t operation, std::int64_t last_change_before) {
    auto row = database.prepare(
        "SELECT count(*) = 0 AND (SELECT undoes FROM operations WHERE id = $1) IS NULL FROM"
        " (SELECT min(id) AS first, max(id) AS last FROM changes WHERE id > $2 GROUP BY table_name, row_key) AS row"
        " JOIN changes AS first ON first.id = row.first JOIN changes AS last ON last.id = row.last"
        " WHERE first.before IS NULL OR first.before IS NOT last.after");
    row.bind("$1", operation).bind("$2", last_change_before);
    return row.step() && row.integer(0) == 1;
}

}  // namespace

ImmediateTransaction::ImmediateTransaction(Database& database) : database_{&database} {
    const bool older = database.leave_private_copy();
    try {
        database.run("BEGIN IMMEDIATE");
        database.connection().open_transaction();
        if (older) { migration_ = std::make_unique<Migration>(database); }
    } catch (...) {
        abandon();
        throw;
    }
}

void ImmediateTransaction::abandon() {
    database_->connection().close_transaction();
    roll_back(*database_);
    database_->return_to_private_copy();
}

ImmediateTransaction::~ImmediateTransaction() {
    if (database_ != nullptr) { abandon(); }
}

void ImmediateTransaction::commit() {
    if (migration_) { migration_->keep_copy(); }
    const int code = database_->connection().try_run("COMMIT");
    if (code == SQLITE_IOERR_DIR_FSYNC) {
        // The journal file is gone, so the change stands; only whether its removal is on the disk is open.
        throw Refusal{
            RefusalKind::failure,
            "the disk reported an error at the very end: the change was made, but may not survive a power cut",
            "look with 'practice log' before trying again, and check the disk"};
    }
    if (code != SQLITE_OK) { database_->connection().fail(code); }
    database_->connection().close_transaction();
    if (migration_) { database_->connection().came_from(migration_->from()); }
    database_->forget_private_copy();
    database_ = nullptr;
}

Reading::Reading(Database& database) : database_{&database} {
    database.run("BEGIN");
}
Reading::~Reading() {
    roll_back(*database_);
}

Writing::Writing(Database& database, const OperationNote& note)
    : database_{&database}, transaction_{std::make_unique<ImmediateTransaction>(database)} {
    last_change_before_ = last_change(database);
    auto statement = database.prepare(
        "INSERT INTO operations (at, who, command, direction) VALUES ($1, $2, $3, 'forward') RETURNING id");
    statement.bind("$1", std::int64_t{note.at.time_since_epoch().count()});
    statement.bind("$2", note.who).bind("$3", note.command);
    operation_ = statement.execute_returning();
    database.connection().operation().open(operation_, last_change_before_);
}

Writing::~Writing() {
    database_->connection().operation().close();
}

bool Writing::changed() const {
    const auto& operation = database_->connection().operation();
    if (!operation.changed() || !operation.inserted().empty() || sealed_) { return operation.changed(); }
    return !comes_to_nothing(*database_, operation_, last_change_before_);
}

void Writing::seal() {
    auto& operation = database_->connection().operation();
    if (operation.spoilt()) {
        throw Refusal{RefusalKind::failure, "a part of the change failed midway, and nothing was written",
                      "look with 'practice log', and report this with the command"};
    }
    record_inserted(*database_, operation);
    operation.close();
    seal_operation(*database_, operation_, last_change_before_ + 1);
}

void Writing::commit() {
    if (changed() || leaves_entry_) {
        // Once: the commit may be tried again after a Refusal(busy), and a sealed operation is closed for good.
        if (!std::exchange(sealed_, true)) { seal(); }
        transaction_->commit();
    }
    database_->connection().operation().close();
    transaction_.reset();
}

}  // namespace practice::store
