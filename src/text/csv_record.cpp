// SPDX-License-Identifier: MIT
#include <algorithm>

#include "practice/plain_text.h"
#include "text/csv_guard.h"
#include "text/fold.h"
#include "text/table.h"

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

void append_quoted(std::string& out, std::string_view guard, std::string_view cell) {
    out.append(1, '"').append(guard);
    for (const char c : cell) {
        if (c == '"') { out += '"'; }
        out += c;
    }
    out += '"';
}

/// `alone`: in its record.
void append_cell(std::string& out, std::string_view cell, bool alone) {
    const std::string_view guard = needs_guard(cell) ? "'" : "";
    // A record of one empty cell would be an empty line, which readers skip.
    if ((alone && cell.empty()) || must_be_quoted(cell)) {
        append_quoted(out, guard, cell);
    } else {
        out.append(guard).append(cell);
    }
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
        // It is read by programs, by people and by our import.
        const bool alone = cells.size() == 1;
        if (is_for_programs(cells[i])) {
            append_cell(out, cells[i], alone);
        } else {
            append_cell(out, for_programs(cells[i]), alone);
        }
    }
    return out + '\n';
}

}  // namespace practice::text
