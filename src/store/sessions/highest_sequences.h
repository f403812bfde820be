// SPDX-License-Identifier: MIT
// The SEQUENCE numbers of all UIDs that a database has had. Whoever reads its feeds ignores what has a lower number
// than was seen before, so that they are carried over into what takes the place of the database.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "practice/civil_time.h"
#include "store/database.h"

namespace practice::store {

/// What was published last under a UID.
struct Published {
    std::int64_t sequence = 0;
    /// As the column has it; 0 for what is gone.
    std::int64_t changed_at = 0;
};
/// By UID.
using HighestSequences = std::unordered_map<std::string, Published>;

/// Also of a file of an earlier version, as it is.
[[nodiscard]] HighestSequences highest_sequences(Database& database);

/// Sessions of a lower number than was published go on behind it, as changed at `now`; what is gone is kept for when it
/// comes back. Past the journal, as all that undo leaves alone.
void go_on_from(Database& database, const HighestSequences& published, Instant now);

}  // namespace practice::store
