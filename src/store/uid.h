// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace practice::store {

/// A new identity for a session: 128 bits from the system's random source, as the text of a version 4 UUID.
[[nodiscard]] std::string new_uid();

}  // namespace practice::store
