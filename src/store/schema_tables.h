// SPDX-License-Identifier: MIT
// The SQL of the steps of the schema.
#pragma once

namespace practice::store {

extern const char* const kStep1;

}  // namespace practice::store
