// SPDX-License-Identifier: MIT
// JSON as it is written: the *_text files make one line of text for each object, and here the lines become
// documents. Only .cpp files of src/text see the library behind it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace practice::text {

/// Keeps the order in which fields are added.
using Json = nlohmann::ordered_json;

/// On one line, without a line end. Control, bidirectional and line-separating characters are written as
/// "\u009b", so that the text is harmless on a terminal; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_line(const Json& value);
/// `text` as a JSON string, with its quotes; harmless like json_line.
[[nodiscard]] std::string json_string(std::string_view text);
/// An array of finished lines, one a line, with a line end; "[]\n" for none.
[[nodiscard]] std::string json_array(const std::vector<std::string>& objects);
/// JSON Lines: each on a line of its own; "" for none.
[[nodiscard]] std::string json_lines(const std::vector<std::string>& objects);

}  // namespace practice::text
