// SPDX-License-Identifier: MIT
// The first bytes of a file, read without believing anything: whose database it is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace practice::store {

struct FileHeader {
    enum class Kind {
        empty,    // 0 bytes
        ours,     // a practice database
        foreign,  // a database of another program
        other,    // no database, or one whose beginning is damaged
        closed,   // this account is not allowed to read it
    };
    Kind kind = Kind::other;
    /// Of a practice database: how many steps its tables have had.
    std::int64_t version = 0;
};

/// How many bytes of a file read_header() needs; fewer where the file has no more.
inline constexpr std::size_t kHeaderSize = 100;
[[nodiscard]] FileHeader read_header(std::string_view beginning);

/// Of a regular file; `other` for one that the disk cannot read. REQUIRES: this process has no connection to it, whose
/// locks would be lost.
[[nodiscard]] FileHeader header_of(const std::filesystem::path& file);

}  // namespace practice::store
