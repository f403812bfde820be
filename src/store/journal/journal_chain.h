// SPDX-License-Identifier: MIT
// The hash chain of the journal: each operation's hash covers the hash before it, what the operation says of
// itself and all its changes. An entry altered later no longer fits, nor does anything after it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/database.h"
#include "store/journal/open_operation.h"

namespace practice::store {

/// Writes what the open operation has inserted into the journal. To be called when nothing more will be.
void record_inserted(Database& database, const OpenOperation& operation);

/// Closes the open operation: its changes are those from `first_change` on. To be called just before the
/// commit.
void seal_operation(Database& database, std::int64_t operation, std::int64_t first_change);

/// What an operation's hash should be, as 64 hexadecimal digits.
[[nodiscard]] std::string operation_hash(Database& database, std::int64_t operation);

/// The hash of the last operation, which stands for the whole journal; empty when there is none.
[[nodiscard]] std::string journal_head(Database& database);

}  // namespace practice::store
