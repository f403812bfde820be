// SPDX-License-Identifier: MIT
#include "store/sqlite/practice_identity.h"

#include "practice/refusal.h"
#include "store/rows/settings_rows.h"
#include "store/schema/integrity.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/file_header.h"
#include "store/sqlite/file_rights.h"
#include "store/transaction.h"

namespace practice::store {
namespace {

/// Number and seal.
std::string first_operation(Database& database) {
    auto row = database.prepare("SELECT id, hash FROM operations WHERE hash IS NOT NULL ORDER BY id LIMIT 1");
    return row.step() ? row.string(0) + " " + row.string(1) : std::string{};
}

}  // namespace

std::optional<std::string> identity_of(Database& database) {
    if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'practice_identity'").step()) {
        return std::nullopt;
    }
    auto uid = practice_uid(database);
    if (uid.empty()) { return std::nullopt; }
    return uid;
}

void give_identity(Database& database, const std::string& uid) {
    ImmediateTransaction transaction{database};
    auto statement = database.prepare(
        "INSERT INTO practice_identity (id, uid) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET uid = excluded.uid");
    statement.bind("$1", uid).execute();
    transaction.commit();
}

bool have_one_beginning(Database& one, Database& other) {
    const auto first = first_operation(one);
    return !first.empty() && first == first_operation(other);
}

bool is_same_practice(Database& one, Database& other) {
    const auto first = identity_of(one);
    const auto second = identity_of(other);
    return first && second ? *first == *second : have_one_beginning(one, other);
}

BackupOf is_backup_of(Database& database, const std::filesystem::path& file) {
    const auto group = database.connection().shared_with();
    const auto kind = header_of(file).kind;
    if (kind == FileHeader::Kind::closed || !is_ours_to_read(file, group)) { return BackupOf::closed; }
    if (kind != FileHeader::Kind::ours) { return BackupOf::nothing; }
    OpenOptions options{.allow_network_filesystem = true, .older = OlderFile::as_it_is};
    options.shared_with = group;
    try {
        auto backup = Database::open(file, Access::read, options);
        if (!is_same_practice(database, backup)) { return BackupOf::another_practice; }
        return count_faults(backup) == 0 ? BackupOf::this_practice : BackupOf::nothing;
    } catch (const Refusal&) { return BackupOf::nothing; }
}

}  // namespace practice::store
