// SPDX-License-Identifier: MIT
#include "text/rows/csv_scanner.h"

#include <algorithm>

namespace practice::text {
namespace {

bool is_unusual(char c) {
    return c < ' ' || c > '~';
}

/// Doubled quotes as one, line breaks as \n.
std::string unescaped(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char next = i + 1 < raw.size() ? raw[i + 1] : '\0';
        if (raw[i] == '\r' && next == '\n') { continue; }
        out += raw[i];
        if (raw[i] == '"') { ++i; }
    }
    return out;
}

}  // namespace

CsvScanner::CsvScanner(std::string_view text, char separator, std::size_t at, std::size_t line)
    : text_{text}, separator_{separator}, at_{at}, line_{line} {}

bool CsvScanner::at_line_end(std::size_t at) const {
    return at >= text_.size() || text_[at] == '\n' ||
           (text_[at] == '\r' && (at + 1 == text_.size() || text_[at + 1] == '\n'));
}

bool CsvScanner::next(CsvRecord& record) {
    if (at_ >= text_.size()) { return false; }
    unescaped_.clear();
    record.line = line_;
    record.begin = at_;
    record.cells.clear();
    record.faults.clear();
    for (;;) {
        read_cell(record);
        record.end = std::min(at_, text_.size());
        if (at_ >= text_.size()) { return true; }
        if (text_[at_] == separator_) {
            ++at_;
            continue;
        }
        at_ += text_[at_] == '\r' ? 2U : 1U;
        ++line_;
        return true;
    }
}

void CsvScanner::read_cell(CsvRecord& record) {
    record.cells.push_back({{}, at_, false, false, false});
    if (at_ < text_.size() && text_[at_] == '"') {
        read_quoted(record);
    } else {
        read_plain(record);
    }
}

void CsvScanner::read_plain(CsvRecord& record) {
    auto& cell = record.cells.back();
    bool quote = false;
    bool carriage_return = false;
    auto at = at_;
    for (; at < text_.size(); ++at) {
        const char c = text_[at];
        if (c == separator_ || c == '\n') { break; }
        if (c > '"' && c <= '~') { continue; }  // nearly all are
        if (c == '\r') {
            if (at_line_end(at)) { break; }
            carriage_return = true;
        }
        quote = quote || c == '"';
        cell.unusual = cell.unusual || is_unusual(c);
    }
    at_ = at;
    cell.text = text_.substr(cell.begin, at_ - cell.begin);
    if (quote) {
        fault(record, line_, "a quote stands inside a cell that does not begin with one",
              "put the whole cell into quotes, and double those inside: \"Ann \"\"Nan\"\" Lee\"");
    }
    if (carriage_return) {
        cell.unusual = false;  // that has been said
        fault(record, line_, "a carriage return stands inside a cell", "end each line with a line feed");
    }
}

void CsvScanner::read_quoted(CsvRecord& record) {
    auto& cell = record.cells.back();
    cell.quoted = true;
    const auto opened = line_;
    bool plain = true;
    for (++at_;; ++at_) {
        if (at_ >= text_.size()) {
            line_ = opened;
            fault(record, opened, "a quote is opened here and never closed",
                  "close it; a quote inside a cell is written twice", true);
            return;
        }
        const char c = text_[at_];
        if (c == '"') {
            if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') { break; }
            plain = false;
            ++at_;
        } else if (c == '\n') {
            ++line_;
        } else if (c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') {
            plain = false;
        } else {
            cell.unusual = cell.unusual || is_unusual(c);
        }
    }
    const auto raw = text_.substr(cell.begin + 1, at_ - cell.begin - 1);
    cell.text = plain ? raw : unescaped_.emplace_back(unescaped(raw));
    cell.undoubled = !plain;
    ++at_;
    if (at_line_end(at_) || text_[at_] == separator_) { return; }
    fault(record, line_, "text stands behind the closing quote of a cell that begins on line " + std::to_string(opened),
          "double the quotes inside a cell, or close the one that was left open");
    skip_to_separator();
}

void CsvScanner::skip_to_separator() {
    while (!at_line_end(at_) && text_[at_] != separator_) { ++at_; }
}

void CsvScanner::fault(CsvRecord& record, std::size_t line, std::string message, std::string hint, bool fatal) const {
    record.faults.push_back({line, record.cells.size() - 1, std::move(message), std::move(hint), fatal});
}

}  // namespace practice::text
