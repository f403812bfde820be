// SPDX-License-Identifier: MIT
// The SQL of the steps of the schema.
#pragma once

namespace practice::store {

extern const char* const kStep1;
/// Declared feeds.
extern const char* const kStep2;

}  // namespace practice::store
