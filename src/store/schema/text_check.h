// SPDX-License-Identifier: MIT
// Texts that no command would have stored: with control characters, or ones that reorder or break a line.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace practice::store {

/// "name of clients 3 has U+001B", the journal's images included; at most 20. REQUIRES: a file of this version.
[[nodiscard]] std::vector<std::string> find_hostile_texts(Database& database);

}  // namespace practice::store
