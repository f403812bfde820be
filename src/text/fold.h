// SPDX-License-Identifier: MIT
// Unicode as far as names need it: folding for searches, checks of what may be stored, width on a screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "practice/person_name.h"

namespace practice::text {

/// Without case and accents (NFKD, marks dropped, case folded; đ, ł, ø, ı, ß ... as their plain letters),
/// runs of white space as one space, none at the ends. Hyphens and apostrophes stay.
/// REQUIRES: valid UTF-8.
[[nodiscard]] std::string fold(std::string_view text);

/// `text` trimmed and its inner white space as single spaces, in NFC, with its folded form.
[[nodiscard]] SearchName search_name(std::string_view text);

/// Throws Refusal(misuse) when the text is not valid UTF-8, has control characters (line breaks included,
/// unless allowed), bidirectional overrides or U+2028/2029, or more than `most_bytes`; `what` names the
/// value in the message ("the client's name"). The text itself is not repeated in the message.
void check_text(std::string_view text, std::string_view what, std::size_t most_bytes = 500, bool line_breaks = false);

/// Columns on a terminal: 0 for combining marks, 2 for wide characters and emoji.
[[nodiscard]] std::size_t width(std::string_view text);
/// At most `columns` wide, never cutting inside a character and its marks; "…" (or "~" for ascii) at the cut.
[[nodiscard]] std::string cut(std::string_view text, std::size_t columns, bool ascii = false);
/// Padded with spaces on the right to `columns`.
[[nodiscard]] std::string pad(std::string_view text, std::size_t columns);
/// Control and bidirectional characters, and invalid bytes, made visible ("\x1b", "\u202e"): what came
/// out of a file can then be written to a terminal.
[[nodiscard]] std::string harmless(std::string_view text);

/// What goes to programs and into files: what stored text may not have (see check_text), and only a database that was
/// altered has, is as in harmless(); line breaks, tabs and marks of direction stay.
[[nodiscard]] std::string for_programs(std::string_view data);
/// Whether it is so already, as all data but that of altered databases is: it need not be copied then.
[[nodiscard]] bool is_for_programs(std::string_view data);

/// Whole lines as they are shown in the end: line ends and tabs stay, and painted()'s colours where `colours` are
/// wanted; whatever else a terminal would obey is as in harmless().
[[nodiscard]] std::string for_screen(std::string_view lines, bool colours);

}  // namespace practice::text
