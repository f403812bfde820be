// SPDX-License-Identifier: MIT
#include "text/rows/read_csv.h"

#include <algorithm>

#include "practice/plain_text.h"
#include "text/csv_guard.h"
#include "text/rows/csv_scanner.h"
#include "text/rows/schedule_text.h"

namespace practice::text {
namespace {

using Meaning = ScheduleBuilder::Meaning;

constexpr std::string_view kReason = "reason";

/// Where the header begins.
struct Start {
    std::size_t at = 0;
    std::size_t line = 1;
};

bool is_comment(std::string_view line) {
    if (line.starts_with('"')) { line.remove_prefix(1); }  // a spreadsheet put it there
    return line == "#" || line.starts_with("# ") || line.starts_with("#\r");
}

bool is_blank_row(std::string_view line) {
    return line.find_first_not_of(" \t\r,;") == std::string_view::npos;
}

Start header_start(std::string_view text) {
    Start start;
    while (start.at < text.size()) {
        const auto end = std::min(text.find('\n', start.at), text.size());
        const auto line = text.substr(start.at, end - start.at);
        if (!is_comment(line) && !is_blank_row(line)) { break; }
        start.at = std::min(end + 1, text.size());
        ++start.line;
    }
    return start;
}

/// What stands most often outside of quotes in the header's line; a comma, unless there is none.
char separator_of(std::string_view text) {
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : text.substr(0, text.find('\n'))) {
        if (c == '"') { quoted = !quoted; }
        if (quoted) { continue; }
        if (c == ',') { return ','; }
        semicolons += c == ';' ? 1U : 0U;
        tabs += c == '\t' ? 1U : 0U;
    }
    if (semicolons + tabs == 0) { return ','; }
    return semicolons >= tabs ? ';' : '\t';
}

class CsvReading {
public:
    CsvReading(std::string bytes, const ScheduleColumns& columns, const ScheduleLimits& limits)
        : columns_{columns}, builder_{ScheduleFormat::csv, columns, limits} {
        text_ = without_mark(builder_.file.texts.take(std::move(bytes)));
    }

    ScheduleFile read() {
        const auto start = header_start(text_);
        if (check_whole(start)) {
            builder_.file.separator = separator_of(text_.substr(start.at));
            CsvScanner scanner{text_, builder_.file.separator, start.at, start.line};
            if (scanner.next(record_) && read_header()) { read_rows(scanner); }
        }
        return builder_.finish();
    }

private:
    bool refuse(std::size_t line, std::string message, std::string hint) {
        builder_.whole_file_problem(line, std::move(message), std::move(hint));
        return false;
    }

    bool check_whole(const Start& start) {
        if (is_utf16(text_)) { return refuse(1, "the file is UTF-16 text", "save it as CSV UTF-8"); }
        if (start.at >= text_.size()) {
            return refuse(1, "the header is missing: the file is empty",
                          "for a file with all columns: practice import --template csv");
        }
        const auto carriage_return = text_.find('\r');
        if (carriage_return + 1 < text_.size() && text_.find('\n') == std::string_view::npos) {
            return refuse(1, "the lines end with carriage returns only", "save it as CSV UTF-8, or: tr '\\r' '\\n'");
        }
        return true;
    }

    bool read_header() {
        const auto line = record_.line;
        for (const auto& fault : record_.faults) { return refuse(fault.line, fault.message, fault.hint); }
        if (record_.cells.size() > builder_.limits().columns) {
            return refuse(line, "the header has " + std::to_string(record_.cells.size()) + " columns",
                          "at most " + std::to_string(builder_.limits().columns) + " are read");
        }
        std::vector<std::size_t> unknown;
        for (std::size_t i = 0; i < record_.cells.size(); ++i) { read_header_cell(i, unknown); }
        if (!unknown.empty() && unknown.size() == meanings_.size()) {
            return refuse(line,
                          "the header is missing: no name in the first row, which begins with " +
                              quoted(record_.cells.front().text) + ", is a column",
                          "the first row names the columns: " + names_of(columns_) +
                              "; what others call them can be said with --map 'Client Name=client'");
        }
        for (const auto i : unknown) {
            const auto name = record_.cells[i].text;
            if (trimmed(name).empty()) {
                refuse(line, "column " + std::to_string(i + 1) + " of the header has no name",
                       "name it, or take the column out");
            } else {
                refuse(line, "there is no column " + quoted(name), builder_.unknown_hint(name));
            }
        }
        write_head();
        return true;
    }

    void read_header_cell(std::size_t i, std::vector<std::size_t>& unknown) {
        const auto name = record_.cells[i].text;
        const auto meaning = builder_.meaning(name);
        meanings_.push_back(meaning);
        if (meaning.kind == Meaning::Kind::unknown) { unknown.push_back(i); }
        if (meaning.kind != Meaning::Kind::known) { return; }
        const auto first = std::ranges::find_if(meanings_.begin(), meanings_.end() - 1, [&](const Meaning& m) {
            return m.kind == Meaning::Kind::known && m.known == meaning.known;
        });
        if (first != meanings_.end() - 1) {
            refuse(record_.line,
                   "the column " + builder_.column(meaning.known).name + " is there twice: columns " +
                       std::to_string(first - meanings_.begin() + 1) + " and " + std::to_string(i + 1),
                   "take one of them out");
        }
        builder_.has(meaning.known);
    }

    /// A file of rejects that comes in again has a column of reasons already: it makes room for new ones.
    void write_head() {
        const auto last = small_letters(trimmed(record_.cells.back().text));
        has_reasons_ = record_.cells.size() > 1 && last == kReason;
        builder_.file.rejects_head = std::string{source()} + builder_.file.separator + std::string{kReason} + '\n';
        builder_.file.rejects_between = "\n";
        builder_.file.rejects_tail = "\n";
    }

    [[nodiscard]] std::string_view source() const {
        const bool cut = has_reasons_ && record_.cells.size() == meanings_.size();
        const auto end = cut ? record_.cells.back().begin - 1 : record_.end;
        return text_.substr(record_.begin, end - record_.begin);
    }

    /// Those that are read and hold something.
    [[nodiscard]] std::size_t filled_cells() const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < record_.cells.size(); ++i) {
            const bool read = i >= meanings_.size() || meanings_[i].kind != Meaning::Kind::left_out;
            count += read && !record_.cells[i].text.empty() ? 1U : 0U;
        }
        return count;
    }

    void read_rows(CsvScanner& scanner) {
        // As large as it can get: growing would hold all rows twice for a moment.
        const auto lines = static_cast<std::size_t>(std::ranges::count(text_, '\n')) + 1;
        builder_.file.rows.reserve(std::min(lines, builder_.limits().rows));
        while (scanner.next(record_)) {
            const auto filled = filled_cells();
            if (filled == 0 && record_.faults.empty() &&
                (record_.cells.size() == 1 || record_.cells.size() == meanings_.size())) {
                continue;
            }
            if (!builder_.room_for_row(record_.line)) { return; }
            ScheduleRow row;
            row.line = record_.line;
            row.source = source();
            row.cells.reserve(filled);
            if (!read_row(row)) { return; }
        }
    }

    /// False when nothing behind it can be read.
    bool read_row(ScheduleRow& row) {
        const auto problems = builder_.file.problems.size();
        for (const auto& fault : record_.faults) {
            if (fault.fatal) { return refuse(fault.line, fault.message, fault.hint); }
            problem(row, fault.line, fault.cell, fault.message, fault.hint);
        }
        if (record_.cells.size() != meanings_.size()) {
            if (record_.faults.empty()) { wrong_count(row); }
            return true;
        }
        for (std::size_t i = 0; i < meanings_.size(); ++i) {
            if (meanings_[i].kind == Meaning::Kind::known) { read_row_cell(row, i); }
        }
        if (builder_.file.problems.size() == problems) { builder_.file.rows.push_back(std::move(row)); }
        return true;
    }

    void read_row_cell(ScheduleRow& row, std::size_t i) {
        const auto& cell = record_.cells[i];
        if (cell.text.empty()) { return; }
        if (cell.text.size() > builder_.limits().cell_bytes) {
            problem(row, row.line, i, too_long(builder_.limits()), "shorten it");
            return;
        }
        if (cell.unusual) {
            if (const auto fault = fault_of_text(cell.text)) {
                const auto before = text_.substr(record_.begin, cell.begin - record_.begin);
                const auto line = row.line + static_cast<std::size_t>(std::ranges::count(before, '\n')) + fault->line;
                problem(row, line, i, fault->message, fault->hint);
                return;
            }
        }
        const auto text = without_guard(cell.undoubled ? builder_.file.texts.keep(cell.text) : cell.text);
        const auto known = meanings_[i].known;
        const auto wrong = builder_.add_cell(row, known, text);
        if (wrong) { problem(row, row.line, i, wrong->message, wrong->hint); }
    }

    void problem(const ScheduleRow& row, std::size_t line, std::size_t cell, std::string message, std::string hint) {
        const bool known = cell < meanings_.size() && meanings_[cell].kind == Meaning::Kind::known;
        builder_.problem(line, known ? builder_.column(meanings_[cell].known).name : std::string{}, std::move(message),
                         std::move(hint), std::string{row.source});
        if (cell < record_.cells.size()) {
            builder_.file.problems.back().value = std::string{record_.cells[cell].text.substr(0, 200)};
        }
    }

    void wrong_count(const ScheduleRow& row) {
        const auto has = record_.cells.size();
        const auto wanted = meanings_.size();
        builder_.problem(row.line, {},
                         "this row has " + std::to_string(has) + (has == 1 ? " cell" : " cells") +
                             ", and the header has " + std::to_string(wanted),
                         has > wanted ? "put a cell that holds the separator into quotes"
                                      : "write the separator for empty cells too",
                         std::string{row.source});
    }

    std::string_view text_;
    const ScheduleColumns& columns_;
    ScheduleBuilder builder_;
    CsvRecord record_;
    std::vector<Meaning> meanings_;  // of the header's cells
    bool has_reasons_ = false;
};

}  // namespace

ScheduleFile read_csv(std::string bytes, const ScheduleColumns& columns, const ScheduleLimits& limits) {
    return CsvReading{std::move(bytes), columns, limits}.read();
}

}  // namespace practice::text
