// SPDX-License-Identifier: MIT
#include "app/database/upgrade.h"

#include "app/database/open_database.h"
#include "store/schema/schema.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/file_header.h"
#include "store/sqlite/version_copy.h"

namespace practice::app {
namespace {

[[noreturn]] void refuse_without_database(const Office& office) {
    throw Refusal{RefusalKind::not_found,
                  "there is no database '" + office.database_file + "' yet, so nothing to bring up to date",
                  "name the right one with `db`"};
}

}  // namespace

Upgrade upgrade_database(Office& office) {
    auto options = open_options(office);
    if (!store::Database::exists(office.database_file)) { refuse_without_database(office); }
    Upgrade upgrade;
    upgrade.file = store::prepare_file(office.database_file, store::Access::read, options);
    upgrade.from = store::header_of(upgrade.file).version;
    upgrade.to = store::schema_version();
    {
        // Reading it in its private copy shows that it can be done.
        const auto database = store::Database::open(office.database_file, store::Access::read, options);
        if (database.file().empty()) { refuse_without_database(office); }
    }
    if (!upgrade.needed() || office.dry_run) { return upgrade; }
    options.older = store::OlderFile::brought_up_to_date;
    static_cast<void>(store::Database::open(office.database_file, store::Access::write, options));
    office.stands = "the database was brought up to date all the same";
    upgrade.kept = store::copy_of_version(upgrade.file, upgrade.from);
    return upgrade;
}

}  // namespace practice::app
