// SPDX-License-Identifier: MIT
// import `create-clients`: clients that the rows name and that are not there yet.
#pragma once

#include <cstddef>
#include <vector>

#include "app/import/import_report.h"
#include "app/import/words/row_words.h"
#include "app/office.h"

namespace practice::app {

/// Adds everyone whom no reading of a name finds, as a client of the row's professional. A name that several have,
/// or that an archived client has, is left to the rows to refuse. The rows that named somebody new come back: whom
/// only rows name that are then rejected must not be added. REQUIRES: a Change has begun.
[[nodiscard]] std::vector<std::size_t> create_unknown_clients(Office& office, const ImportWords& words,
                                                              ImportReport& report);

}  // namespace practice::app
