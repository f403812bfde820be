// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace practice::store {

/// A new identity for a session, as the text of a version 8 UUID (RFC 9562, 5.8): 48 bits from the system's random
/// source that all of this thread's have in common, a count of 26 bits, 48 random bits of its own. Those that are made
/// together sort together, so that an index takes a hundred thousand of them at one place and not all over.
[[nodiscard]] std::string new_uid();

}  // namespace practice::store
