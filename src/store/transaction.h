// SPDX-License-Identifier: MIT
// The write transaction beneath Writing and the migration.
#pragma once

#include <memory>

#include "store/database.h"

namespace practice::store {

class Migration;

/// BEGIN IMMEDIATE: from its beginning on nobody else can write. Rolled back unless committed. A file of an older
/// version is brought up to date within it.
class ImmediateTransaction {
public:
    /// Throws Refusal(busy) when another process writes for longer than the busy timeout.
    explicit ImmediateTransaction(Database& database);
    ~ImmediateTransaction();
    ImmediateTransaction(const ImmediateTransaction&) = delete;
    ImmediateTransaction& operator=(const ImmediateTransaction&) = delete;

    void commit();

private:
    void abandon();

    Database* database_;
    std::unique_ptr<Migration> migration_;
};

}  // namespace practice::store
