// SPDX-License-Identifier: MIT
// What is in a database, in a few numbers: to tell one from another, and a copy from a bad one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "practice/ids.h"
#include "store/database.h"

namespace practice::store {

/// The last operation of the journal.
struct LastOperation {
    OperationId id;
    Instant at;
    std::string who;
    std::string command;
    std::string hash;
    bool operator==(const LastOperation&) const = default;
};

struct DatabaseSummary {
    /// Bookings: a series is one.
    std::int64_t sessions = 0;
    std::int64_t clients = 0;
    std::int64_t operations = 0;
    /// Rows that the journal says were changed.
    std::int64_t changes = 0;
    std::optional<LastOperation> last;
    bool operator==(const DatabaseSummary&) const = default;
};

/// Of a file of any version.
[[nodiscard]] DatabaseSummary summarize(Database& database);

}  // namespace practice::store
