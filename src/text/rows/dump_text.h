// SPDX-License-Identifier: MIT
// A dump as JSON Lines: a head, a line for each row, and an end that tells whether all of it is there.
//   {"practice_dump":1,"schema":2}
//   {"table":"rooms","id":1,"name":"Room 1",...}
//   {"end":true,"rows":1}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "practice/exchange/stored_row.h"

namespace practice::text {

/// How many rows a dump has.
struct DumpEnd {
    std::int64_t rows = 0;
    bool operator==(const DumpEnd&) const = default;
};

/// Each with its line end. Throws Refusal(failure) for text that is not UTF-8, which JSON cannot hold.
[[nodiscard]] std::string dump_line(const DumpHead& head);
[[nodiscard]] std::string dump_line(const StoredRow& row);
[[nodiscard]] std::string dump_line(const DumpEnd& end);

/// Throws Refusal(misuse), saying what the line should be.
[[nodiscard]] std::variant<DumpHead, StoredRow, DumpEnd> read_dump_line(std::string_view line);

}  // namespace practice::text
