// SPDX-License-Identifier: MIT
#include "app/database/open_database.h"

#include <grp.h>

#include "app/database/same_file.h"
#include "store/rows/settings_rows.h"
#include "store/sqlite/database_file.h"

namespace practice::app {
namespace {

/// What is configured for the whole machine, however this command names it; not what somebody names himself.
bool is_for_machine(const Office& office) {
    const auto* database = office.configuration.find_for_machine("database");
    return database != nullptr && !database->text.empty() && is_same_file(database->text, office.database_file);
}

}  // namespace

store::SharedWith sharing_group(const config::Configuration& configuration) {
    const auto* group = configuration.find("share-with-group");
    if (group == nullptr || group->text.empty()) { return std::nullopt; }
    const auto* found = ::getgrnam(group->text.c_str());
    if (found != nullptr) { return found->gr_gid; }
    throw Refusal{RefusalKind::settings,
                  "there is no group '" + group->text + "' to share the practice with, which " +
                      store::quoted(group->file) + " names in line " + std::to_string(group->line),
                  "make it: groupadd " + group->text + "; or name another with share-with-group"};
}

store::OpenOptions open_options(const Office& office) {
    store::OpenOptions options;
    options.allow_network_filesystem = office.allow_network_filesystem;
    options.zones = office.zones;
    options.shared_with = sharing_group(office.configuration);
    options.to_be_shared = options.shared_with && is_for_machine(office);
    return options;
}

void open_database(Office& office, store::Access access, const store::OpenOptions& options) {
    office.database = store::Database::open(office.database_file, access, options);
    office.practice = store::load_practice(*office.database);
}

void open_as_it_is(Office& office) {
    if (!store::Database::exists(office.database_file)) { return; }
    auto options = open_options(office);
    options.older = store::OlderFile::as_it_is;
    open_database(office, store::Access::read, options);
}

}  // namespace practice::app
