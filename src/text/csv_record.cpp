// SPDX-License-Identifier: MIT
#include <algorithm>

#include "practice/plain_text.h"
#include "text/csv_guard.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/unicode.h"

namespace practice::text {
namespace {

/// "-12.50", "+3": a spreadsheet shows it as it stands.
bool is_plain_number(std::string_view cell) {
    if (cell[0] == '-' || cell[0] == '+') { cell.remove_prefix(1); }
    const auto point = cell.find('.');
    const bool fraction = point == std::string_view::npos || all_digits(cell.substr(point + 1));
    return all_digits(cell.substr(0, point)) && fraction;
}

bool would_run(std::string_view cell) {
    constexpr std::string_view starts = "=+-@\t\r";
    return !cell.empty() && starts.find(cell[0]) != std::string_view::npos && !is_plain_number(cell);
}

bool must_be_quoted(std::string_view cell) {
    return cell.find_first_of(",\"\r\n") != std::string_view::npos ||
           (!cell.empty() && (cell[0] == ' ' || cell.back() == ' '));
}

/// Whether stored text may not have it (check_text): only a database that was altered holds it. Line breaks and tabs
/// have a form in CSV; marks of direction belong into some names.
bool is_refused(const Character& character) {
    const auto code = character.code;
    const bool is_break = code == '\n' || code == '\r' || code == '\t';
    return !character.valid || (is_control(code) && !is_break) || is_bidirectional_control(code) ||
           is_line_separator(code);
}

/// A CSV is read by programs, by people and by our import: what none of them should meet is made visible.
std::string readable(std::string_view cell) {
    if (std::ranges::all_of(cell, [](char c) { return c >= ' ' && c <= '~'; })) { return std::string{cell}; }
    std::string out;
    while (!cell.empty()) {
        const auto next = first_character(cell);
        out += is_refused(next) ? harmless(next.bytes) : std::string{next.bytes};
        cell.remove_prefix(next.bytes.size());
    }
    return out;
}

void append_quoted(std::string& out, std::string_view cell) {
    out += '"';
    for (const char c : cell) {
        if (c == '"') { out += '"'; }
        out += c;
    }
    out += '"';
}

}  // namespace

bool needs_guard(std::string_view cell) {
    const auto guards = std::min(cell.find_first_not_of('\''), cell.size());
    return would_run(cell.substr(guards));
}

std::string_view without_guard(std::string_view cell) {
    if (cell.starts_with('\'') && needs_guard(cell.substr(1))) { cell.remove_prefix(1); }
    return cell;
}

std::string csv_record(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) { out += ','; }
        auto cell = readable(cells[i]);
        if (needs_guard(cell)) { cell.insert(0, 1, '\''); }
        // A record of one empty cell would be an empty line, which readers skip.
        const bool alone = cells.size() == 1 && cell.empty();
        if (alone || must_be_quoted(cell)) {
            append_quoted(out, cell);
        } else {
            out += cell;
        }
    }
    return out + '\n';
}

}  // namespace practice::text
