// SPDX-License-Identifier: MIT
// Clients are found by name, so a second one of the same name is made only when that is meant.
#pragma once

#include <string_view>

#include "app/directory.h"

namespace practice::app {

/// Refuses a name that another client has, however it is written; `not_done` is what did not happen: "added".
/// `present` is the client that is to be called so, null for a new one; who had that name before keeps it.
void refuse_same_name(std::string_view name, const Directory& directory, std::string_view not_done,
                      const Client* present = nullptr);

}  // namespace practice::app
