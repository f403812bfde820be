// SPDX-License-Identifier: MIT
// Characters and their properties, out of utf8proc's tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace practice::text {

using CodePoint = std::int32_t;

/// One step through a text. A byte that begins no well-formed character stands alone, not `valid`.
struct Character {
    CodePoint code = 0;
    std::string_view bytes;
    bool valid = true;
};

/// The character that `text` begins with. REQUIRES: `text` is not empty.
[[nodiscard]] Character first_character(std::string_view text);
void append_utf8(std::string& out, CodePoint code);

/// C0 and C1, DEL.
[[nodiscard]] bool is_control(CodePoint code);
/// Line and paragraph separator (U+2028, U+2029).
[[nodiscard]] bool is_line_separator(CodePoint code);
/// Embeddings, overrides and isolates: they reorder what follows.
[[nodiscard]] bool is_bidirectional_control(CodePoint code);
/// Left-to-right, right-to-left and Arabic letter mark: harmless in names of those scripts.
[[nodiscard]] bool is_direction_mark(CodePoint code);
[[nodiscard]] bool is_space(CodePoint code);
[[nodiscard]] bool is_mark(CodePoint code);

/// A user-perceived character: a letter with its marks, an emoji sequence.
struct Cluster {
    std::string_view bytes;
    std::size_t columns = 0;
};
/// The cluster that `text` begins with. REQUIRES: `text` is not empty.
[[nodiscard]] Cluster first_cluster(std::string_view text);

}  // namespace practice::text
