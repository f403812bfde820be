// SPDX-License-Identifier: MIT
// One row of what is stored, for taking everything out of a database as text, and putting it back.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace practice {

using StoredValue = std::variant<std::monostate, std::int64_t, std::string>;

struct StoredRow {
    std::string table;
    /// Every column of the table, in its order.
    std::vector<std::pair<std::string, StoredValue>> columns;
    bool operator==(const StoredRow&) const = default;
};

/// How a dump begins: the version of its form, and of the tables in it.
struct DumpHead {
    std::int64_t form = 1;
    std::int64_t schema = 0;
    bool operator==(const DumpHead&) const = default;
};

}  // namespace practice
