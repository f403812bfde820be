// SPDX-License-Identifier: MIT
// Text out of files that people and other programs write: regular files only, of a limited size, valid
// UTF-8 without characters that cannot be seen. Refusals say what the file is instead.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "practice/refusal.h"

namespace practice::config {

inline constexpr std::size_t kLargestTextFile = 16U << 20U;

/// The whole file. Throws Refusal(failure): not there, not a regular file, too large, unreadable, no
/// text (compressed, UTF-16, binary). With `trusted`, also when everyone may write to it. The text's own
/// characters are not checked; see first_bad_character.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& file, std::size_t most_bytes = kLargestTextFile,
                                         bool trusted = false);
/// The same of a stream (standard input), called `name` in messages.
[[nodiscard]] std::string read_text_stream(std::istream& in, const std::string& name,
                                           std::size_t most_bytes = kLargestTextFile);

/// A file's text and its lines, for telling of places in it.
class SourceText {
public:
    /// A byte order mark is taken away.
    SourceText(std::string file, std::string text);

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// `line` and `column` count from 1, the column in bytes; the line's text is left out when it is
    /// longer than a screen can hold.
    [[nodiscard]] Place place(int line, int column) const;

private:
    std::string file_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
};

/// The first byte that is not valid UTF-8, or a character that cannot be seen: controls other than tab and
/// line ends, bidirectional overrides, U+2028 and U+2029.
struct BadCharacter {
    std::size_t at = 0;
    std::string what;  // "is not UTF-8", "holds the control character U+001B"
};
[[nodiscard]] std::optional<BadCharacter> first_bad_character(std::string_view text);
/// Refusal(settings) with the place of the first bad character, if there is one.
void check_characters(const SourceText& source);

}  // namespace practice::config
