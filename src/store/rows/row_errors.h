// SPDX-License-Identifier: MIT
// What a refused row means to the person who asked for it.
#pragma once

#include <string>

#include "practice/refusal.h"
#include "store/sqlite/errors.h"

namespace practice::store {

/// Runs `write`; where it breaks uniqueness, says so: "there is already a room named 'Room 1'".
template <class Write>
auto refusing_duplicates(const std::string& what, const std::string& hint, Write&& write) {
    try {
        return write();
    } catch (const ConstraintRefusal& refusal) {
        if (refusal.constraint() != ConstraintRefusal::Kind::unique) { throw; }
        throw misuse("there is already " + what, hint);
    }
}

/// Refuses to delete what `count` others refer to.
void refuse_if_used(std::int64_t count, const std::string& what);

}  // namespace practice::store
