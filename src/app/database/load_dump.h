// SPDX-License-Identifier: MIT
// A database out of a dump.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/office.h"

namespace practice::app {

/// Fills the office's database, which has to be empty, with all that `dump` has, or with nothing; how many rows there
/// were. `name`: as messages call the dump. Throws Refusal(misuse) with all that is wrong with it.
std::int64_t load_dump(Office& office, const std::string& name, std::string_view dump);

}  // namespace practice::app
