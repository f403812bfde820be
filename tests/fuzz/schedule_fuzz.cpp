// SPDX-License-Identifier: MIT
// Any bytes as a schedule in CSV, JSON and JSON Lines: rows that can be written back and read again the same, and
// problems with a place in the file. Nothing else may happen.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "practice/exchange/schedule_columns.h"
#include "text/fold.h"
#include "text/rows/read_csv.h"
#include "text/rows/read_json_rows.h"

namespace {

using namespace practice;

const ScheduleColumns& columns() {
    using Kind = ScheduleColumn::Kind;
    static const ScheduleColumns list{{{"ref", Kind::one, ""},
                                       {"client", Kind::many, ""},
                                       {"service", Kind::many, ""},
                                       {"at", Kind::one, ""},
                                       {"virtual", Kind::yes_no, ""},
                                       {"except", Kind::dates, ""}},
                                      {"reason", "id"},
                                      {}};
    return list;
}

ScheduleLimits limits() {
    ScheduleLimits small;
    small.rows = 50;
    small.columns = 20;
    small.cell_bytes = 200;
    return small;
}

void require(bool holds, const char* what, std::string_view input) {
    if (holds) { return; }
    std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(input.size()), input.data());
    std::abort();
}

using Read = ScheduleFile (*)(std::string, const ScheduleColumns&, const ScheduleLimits&);

void check_again(const ScheduleFile& file, const ScheduleRow& row, Read read, const std::string& input) {
    const auto text = file.rejects_head + std::string{row.source} +
                      (file.format == ScheduleFormat::csv ? std::string{file.separator} : "") + file.rejects_tail;
    const auto again = read(text, columns(), limits());
    require(again.rows.size() == 1 && again.problems.size() <= 1, "a row that cannot be read again", input);
    const auto& cells = again.rows.front().cells;
    require(cells.size() == row.cells.size(), "read again with other cells", input);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        require(
            cells[i].text == row.cells[i].text && again.columns[cells[i].column] == file.columns[row.cells[i].column],
            "read again differently", input);
    }
}

void check(Read read, const std::string& input) {
    const auto file = read(input, columns(), limits());
    const auto lines = static_cast<std::size_t>(std::ranges::count(input, '\n')) + 1;
    const bool whole = std::ranges::none_of(file.problems, &ScheduleProblem::whole_file);
    for (const auto& row : file.rows) {
        require(row.line >= 1 && row.line <= lines, "a row on no line", input);
        for (const auto& cell : row.cells) {
            require(cell.column < file.columns.size() && !cell.text.empty(), "a cell of no column", input);
            text::check_text(cell.text, "the cell", input.size(), true);
        }
        if (whole) { check_again(file, row, read, input); }
    }
    for (const auto& problem : file.problems) {
        require(problem.line >= 1 && problem.line <= lines, "a problem on no line", input);
        require(!problem.message.empty() && problem.message.size() < 400, "no message, or a long one", input);
        require(problem.message.find('\n') == std::string::npos, "a message of several lines", input);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input{reinterpret_cast<const char*>(data), size};
    check(text::read_csv, input);
    check(text::read_json_rows, input);
    check(text::read_json_lines, input);
    return 0;
}
