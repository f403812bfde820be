// SPDX-License-Identifier: MIT
// The rights of the rollback file, from its first moment.
#pragma once

namespace practice::store {

/// The name of SQLite's own way to files, but that a rollback file is made with the very mode of its database. SQLite
/// takes the umask from it and mends that a moment later; in that moment others who share the database would find a
/// file that is not shared. To be named by whoever opens a database for writing.
[[nodiscard]] const char* with_journal_rights();

}  // namespace practice::store
