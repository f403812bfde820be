// SPDX-License-Identifier: MIT
// Rows of cells in the formats that listings share: a table for a terminal, tab-separated lines without a
// header otherwise, CSV, JSON and JSON Lines. What a row means is said by the *_text files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace practice::text {

enum class Colour { none, dim, bold, red, green, yellow, blue, cyan };

struct Column {
    std::string title;
    bool right_aligned = false;
    /// 0: never cut; otherwise cut first when the table does not fit, down to this many columns. Where even
    /// that is too wide, further; in the end such columns are left out, the last first. When nothing is said in
    /// one, it is left out before anything is cut.
    std::size_t least = 0;
};

struct Cell {
    std::string text;
    Colour colour = Colour::none;
};

struct TerminalStyle {
    std::size_t width = 80;
    bool colour = false;
    bool ascii = false;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

/// `text` in a colour, where the style has colours; the text itself is not changed. The colour is a mark that
/// for_screen() turns into what a terminal obeys.
[[nodiscard]] std::string painted(std::string_view text, Colour colour, const TerminalStyle& style);

/// With a header line, cut to the terminal's width, the widest columns first; every cell on one line and
/// harmless().
[[nodiscard]] std::string to_terminal(const Table& table, const TerminalStyle& style);
/// No header, nothing cut; tabs and line breaks in cells become spaces, the rest harmless().
[[nodiscard]] std::string to_tsv(const Table& table);

/// One CSV record with its "\n". Cells are quoted where needed; what a spreadsheet would run (= + - @ tab CR first)
/// gets a leading "'" unless it is a plain number; what no stored text may have (control characters ...) is made
/// visible.
[[nodiscard]] std::string csv_record(const std::vector<std::string>& cells);

}  // namespace practice::text
