// SPDX-License-Identifier: MIT
#include "store/schema/migration.h"

#include "store/schema/schema.h"
#include "store/sqlite/version_copy.h"
#include "store/transaction.h"

namespace practice::store {
namespace {

/// From the step after `version` on.
void bring_up_to_date(Database& database, std::int64_t version) {
    // A step may fill what it adds, which is nobody's operation.
    drop_journal_triggers(database);
    take_steps(database, version);
    make_journal_triggers(database);
    database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(schema_version())).c_str());
    if (database.prepare("PRAGMA foreign_key_check").step()) {
        throw Refusal{RefusalKind::failure, "the database has rows that refer to nothing, and was left as it is",
                      "'practice doctor' says more"};
    }
}

}  // namespace

Refusal made_by_newer(const std::string& what, std::int64_t version) {
    return {RefusalKind::failure,
            what + " was made by a newer version of this program: its tables are of version " +
                std::to_string(version) + ", and this program knows version " + std::to_string(schema_version()),
            "install that version; nothing was changed"};
}

Migration::Migration(Database& database) : file_{database.file()}, version_{version_of(database)} {
    if (version_ == schema_version()) { return; }
    if (version_ > schema_version()) { throw made_by_newer("the database", version_); }
    if (version_ > 0) { copy_ = proved_copy(database); }
    bring_up_to_date(database, version_);
    give_missing_identity(database);
}

void Migration::keep_copy() {
    if (copy_) { store::keep_copy(*copy_, file_, version_); }
}

void migrate(Database& database) {
    if (version_of(database) == schema_version()) { return; }
    ImmediateTransaction transaction{database};
    Migration migration{database};  // again, now that nobody else can write: another process may have been first
    migration.keep_copy();
    transaction.commit();
}

void migrate_private_copy(Database& database) {
    ImmediateTransaction transaction{database};
    bring_up_to_date(database, version_of(database));
    transaction.commit();
}

}  // namespace practice::store
