// SPDX-License-Identifier: MIT
// The little that reading short texts needs, in ASCII whatever the locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace practice {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// Whether `text` is digits only, at least one.
[[nodiscard]] bool all_digits(std::string_view text);
/// Without spaces and tabs at the ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// With A-Z as a-z; everything else as it is.
[[nodiscard]] std::string small_letters(std::string_view text);
/// With a-z as A-Z; everything else as it is.
[[nodiscard]] std::string capital_letters(std::string_view text);
/// The parts between separators, trimmed; always at least one, which may be empty.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The first character that no stored text may have: "U+001B" for control characters, line breaks included, and those
/// that reorder or break a line; "a byte that is not UTF-8". Empty: there is none.
[[nodiscard]] std::string forbidden_character(std::string_view text);
/// The same of a JSON text, where characters may be written as escapes.
[[nodiscard]] std::string forbidden_in_json(std::string_view json);

/// What a person typed, as a message may repeat it: in single quotes, cut after some 40 characters, control
/// characters and invalid UTF-8 written as "\x1b". It stays one short line whatever was typed.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace practice
