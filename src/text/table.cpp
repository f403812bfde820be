// SPDX-License-Identifier: MIT
#include "text/table.h"

#include <algorithm>
#include <numeric>

#include "text/fold.h"

namespace practice::text {
namespace {

constexpr std::size_t kGap = 2;

/// A byte that no text has, for the escape character that only for_screen() writes: so data cannot paint.
std::string_view escape_of(Colour colour) {
    switch (colour) {
        case Colour::none: return "";
        case Colour::dim: return "\3772m";
        case Colour::bold: return "\3771m";
        case Colour::red: return "\37731m";
        case Colour::green: return "\37732m";
        case Colour::yellow: return "\37733m";
        case Colour::blue: return "\37734m";
        case Colour::cyan: return "\37736m";
    }
    return "";
}

/// On one line, safe to print.
std::string one_line(std::string_view text) {
    std::string line{text};
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return harmless(line);
}

const std::string& text_at(const std::vector<std::string>& row, std::size_t column) {
    static const std::string none;
    return column < row.size() ? row[column] : none;
}

std::vector<std::size_t> natural_widths(const Table& table, const std::vector<std::vector<std::string>>& lines) {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        std::size_t widest = width(table.columns[column].title);
        for (const auto& line : lines) { widest = std::max(widest, width(text_at(line, column))); }
        widths.push_back(widest);
    }
    return widths;
}

/// How far each column may be cut: to its least, or, as the last resort, to a single character.
enum class Cutting { to_least, to_one };

std::size_t least_of(const Column& column, Cutting cutting) {
    return cutting == Cutting::to_one ? std::min<std::size_t>(column.least, 1) : column.least;
}

/// The widths when columns that may be cut are no wider than `most`, unless their least is more.
std::vector<std::size_t> capped(std::vector<std::size_t> widths, const Table& table, std::size_t most,
                                Cutting cutting) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::size_t least = least_of(table.columns[i], cutting);
        if (least > 0) { widths[i] = std::min(widths[i], std::max(least, most)); }
    }
    return widths;
}

/// A column of width 0 is left out, with its gap.
std::size_t total(const std::vector<std::size_t>& widths) {
    const auto shown =
        static_cast<std::size_t>(std::count_if(widths.begin(), widths.end(), [](auto w) { return w > 0; }));
    return std::accumulate(widths.begin(), widths.end(), shown == 0 ? 0 : kGap * (shown - 1));
}

/// Narrows the columns that may be cut, the widest first, until the table fits or all are at their least.
std::vector<std::size_t> narrowed(const std::vector<std::size_t>& natural, const Table& table, std::size_t screen,
                                  Cutting cutting) {
    std::size_t fits = 0;  // the largest cap known to fit, if any does
    std::size_t too_wide = screen + 1;
    while (too_wide - fits > 1) {
        const std::size_t middle = fits + (too_wide - fits) / 2;
        (total(capped(natural, table, middle, cutting)) <= screen ? fits : too_wide) = middle;
    }
    auto widths = capped(natural, table, fits, cutting);
    // What is left over, less than one column each, goes to the first of those that were cut.
    std::size_t used = total(widths);
    for (std::size_t i = 0; i < widths.size() && used < screen; ++i) {
        const bool was_cut = table.columns[i].least > 0 && widths[i] < natural[i];
        widths[i] += was_cut ? 1 : 0;
        used += was_cut ? 1 : 0;
    }
    return widths;
}

/// Whether no line says anything in this column.
bool is_silent(std::size_t column, const std::vector<std::vector<std::string>>& lines) {
    return std::all_of(lines.begin(), lines.end(), [&](const auto& line) { return text_at(line, column).empty(); });
}

std::vector<std::size_t> fitted(const Table& table, const std::vector<std::vector<std::string>>& lines,
                                std::size_t screen) {
    auto natural = natural_widths(table, lines);
    for (std::size_t i = natural.size(); i-- > 0 && !lines.empty() && total(natural) > screen;) {
        if (table.columns[i].least > 0 && is_silent(i, lines)) { natural[i] = 0; }
    }
    if (total(natural) <= screen) { return natural; }
    auto widths = narrowed(natural, table, screen, Cutting::to_least);
    if (total(widths) > screen) { widths = narrowed(natural, table, screen, Cutting::to_one); }
    for (std::size_t i = widths.size(); i-- > 0 && total(widths) > screen;) {
        if (table.columns[i].least > 0) { widths[i] = 0; }
    }
    return widths;
}

/// One cell, padded unless it is the last of its line.
std::string cell_text(std::string_view text, const Column& column, std::size_t columns, Colour colour, bool last,
                      const TerminalStyle& style) {
    const std::string shown = cut(text, columns, style.ascii);
    const std::size_t used = width(shown);
    const std::string fill(used < columns ? columns - used : 0, ' ');
    std::string out = column.right_aligned ? fill : "";
    out += painted(shown, colour, style);
    if (!column.right_aligned && !last) { out += fill; }
    return out;
}

}  // namespace

std::string painted(std::string_view text, Colour colour, const TerminalStyle& style) {
    const auto escape = style.colour && !text.empty() ? escape_of(colour) : std::string_view{};
    return std::string{escape}.append(text).append(escape.empty() ? "" : "\3770m");
}

std::string to_terminal(const Table& table, const TerminalStyle& style) {
    std::vector<std::vector<std::string>> lines;
    for (const auto& row : table.rows) {
        auto& line = lines.emplace_back();
        for (const auto& cell : row) { line.push_back(one_line(cell.text)); }
    }
    const auto widths = fitted(table, lines, style.width);
    std::string out;
    const auto add_line = [&](const auto& text_of, const auto& colour_of) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] == 0) { continue; }
            const bool last = i + 1 == widths.size();
            line += cell_text(text_of(i), table.columns[i], widths[i], colour_of(i), last, style);
            if (!last) { line.append(kGap, ' '); }
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    };
    add_line([&](std::size_t i) -> const std::string& { return table.columns[i].title; },
             [](std::size_t) { return Colour::bold; });
    for (std::size_t r = 0; r < lines.size(); ++r) {
        const auto& cells = table.rows[r];
        add_line([&](std::size_t i) -> const std::string& { return text_at(lines[r], i); },
                 [&](std::size_t i) { return i < cells.size() ? cells[i].colour : Colour::none; });
    }
    return out;
}

std::string to_tsv(const Table& table) {
    std::string out;
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) { out += '\t'; }
            out += one_line(row[i].text);
        }
        out += '\n';
    }
    return out;
}

}  // namespace practice::text
