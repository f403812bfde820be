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
/// An object that is written field by field, for listings of thousands of them: building a Json for each
/// costs several times as much. Names are plain ASCII.
class JsonObject {
public:
    JsonObject& text(std::string_view name, std::string_view value);
    /// null when it is empty.
    JsonObject& text_or_null(std::string_view name, std::string_view value);
    JsonObject& number(std::string_view name, std::int64_t value);
    JsonObject& boolean(std::string_view name, bool value);
    JsonObject& null(std::string_view name);
    /// A value that is JSON already.
    JsonObject& json(std::string_view name, std::string_view value);
    /// The finished object; nothing can be added after that.
    [[nodiscard]] std::string take();

private:
    void name(std::string_view name);
    std::string out_ = "{";
};
/// "[a,b]" out of values that are JSON already.
[[nodiscard]] std::string json_list(const std::vector<std::string>& values);

/// `text` as a JSON string, with its quotes; harmless like json_line.
[[nodiscard]] std::string json_string(std::string_view text);
/// A text, or null when it is empty.
[[nodiscard]] Json text_or_null(std::string_view text);
/// An array of finished lines, one a line, with a line end; "[]\n" for none.
[[nodiscard]] std::string json_array(const std::vector<std::string>& objects);
/// JSON Lines: each on a line of its own; "" for none.
[[nodiscard]] std::string json_lines(const std::vector<std::string>& objects);

}  // namespace practice::text
