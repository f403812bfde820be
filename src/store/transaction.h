// SPDX-License-Identifier: MIT
// The write transaction beneath Writing and the migration.
#pragma once

#include "store/database.h"

namespace practice::store {

/// BEGIN IMMEDIATE: from its beginning on nobody else can write. Rolled back unless committed.
class ImmediateTransaction {
public:
    /// Throws Refusal(busy) when another process writes for longer than the busy timeout.
    explicit ImmediateTransaction(Database& database);
    ~ImmediateTransaction();
    ImmediateTransaction(const ImmediateTransaction&) = delete;
    ImmediateTransaction& operator=(const ImmediateTransaction&) = delete;

    void commit();

private:
    Database* database_;
};

}  // namespace practice::store
