// SPDX-License-Identifier: MIT
// From the tables of an older version to those of this one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "practice/refusal.h"
#include "store/database.h"
#include "store/sqlite/new_file.h"

namespace practice::store {

/// Brings a database up to schema_version() in one transaction, whichever version it has; nothing to do is
/// fine. Of many processes at once, one does it. A verified copy of an older file is kept beside it first.
void migrate(Database& database);
/// The same for a copy of an older file in memory. It gets no identity, since it is thrown away.
void migrate_private_copy(Database& database);

/// The same as a part of a transaction.
class Migration {
public:
    /// REQUIRES: a write transaction that has written nothing; what is up to date is left as it is. Throws
    /// Refusal(failure).
    explicit Migration(Database& database);
    /// Right before the commit: the copy of the file as it was gets its name. Throws Refusal(failure).
    void keep_copy();
    /// The version that the database had, where it was an older one.
    [[nodiscard]] std::int64_t from() const { return copy_ ? version_ : 0; }

private:
    std::filesystem::path file_;
    std::int64_t version_;
    std::unique_ptr<NewFile> copy_;
};

/// The refusal of a file, or whatever `what` is, that a newer version has made.
[[nodiscard]] Refusal made_by_newer(const std::string& what, std::int64_t version);

}  // namespace practice::store
