// SPDX-License-Identifier: MIT
// The lines of a calendar file (RFC 5545 section 3.1): unfolded, with the place where each stands. Nothing is
// decoded, and nothing is trusted: any bytes may come.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace practice::ical {

/// One unfolded line, `NAME;PARAMETERS:VALUE`. What it shows is valid until the next one is read.
struct ContentLine {
    /// As it stands; empty for a line that has no colon.
    std::string_view name;
    std::string_view parameters;  // without the first semicolon
    std::string_view value;
    std::string_view whole;
    /// The physical line on which it begins, from 1.
    std::size_t line = 0;
    // Where it is in the text, its line end included.
    std::size_t begin = 0;
    std::size_t end = 0;

    /// Without case.
    [[nodiscard]] bool is(std::string_view wanted) const;
    /// The first value of a parameter, without quotes; nullopt when there is none of that name.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view wanted) const;
};

class ContentLines {
public:
    /// A part of a file that begins at its `first_line`th line. `text` must outlive this object.
    explicit ContentLines(std::string_view text, std::size_t first_line = 1) : text_{text}, line_{first_line} {}

    /// The next line that is not empty; false at the end. A line ends with LF or CRLF; one that begins with a space
    /// or a tab goes on with the line before it, also in the middle of a character.
    bool next(ContentLine& line);

private:
    [[nodiscard]] std::string_view take_physical();

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_;
    std::string unfolded_;
};

/// Whether two names are the same without case; `small` is in small letters.
[[nodiscard]] bool same_name(std::string_view name, std::string_view small);

}  // namespace practice::ical
