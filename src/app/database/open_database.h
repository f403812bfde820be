// SPDX-License-Identifier: MIT
// Opening the database of an office, as its configuration says: with the accounts that share it, or without.
#pragma once

#include "app/office.h"
#include "config/configuration.h"
#include "store/database.h"

namespace practice::app {

/// The group of accounts that share the practice. Refusal(settings) when it is none of this system.
[[nodiscard]] store::SharedWith sharing_group(const config::Configuration& configuration);

/// How the office's database_file is opened. Refusal(settings) as sharing_group().
[[nodiscard]] store::OpenOptions open_options(const Office& office);

/// Opens the office's database_file and learns the practice in it. Throws as store::Database::open().
void open_database(Office& office, store::Access access, const store::OpenOptions& options);

/// The same for reading, of an older version too, of which only what all versions have can be asked. Without a file the
/// office has no database.
void open_as_it_is(Office& office);

}  // namespace practice::app
