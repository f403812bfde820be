// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace practice::store {

/// A new identity for a session, as the text of a version 8 UUID (RFC 9562, 5.8): 48 bits from the system's random
/// source that all of this thread's have in common, a count of 26 bits, 48 random bits of its own. Those that are made
/// together sort together, so that an index takes a hundred thousand of them at one place and not all over.
[[nodiscard]] std::string new_uid();

/// The highest SEQUENCE under this UID of a session that is gone.
[[nodiscard]] std::optional<std::int64_t> kept_sequence(Database& database, std::string_view uid);

}  // namespace practice::store
