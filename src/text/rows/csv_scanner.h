// SPDX-License-Identifier: MIT
// CSV as RFC 4180 has it, record by record, strictly, with physical lines. What is wrong with a record is told,
// and the next one begins behind its line.
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <vector>

namespace practice::text {

struct CsvCell {
    /// Without quotes. A part of the file's text; where quotes had to be undoubled, valid until the next record is
    /// read.
    std::string_view text;
    /// Where it begins in the file.
    std::size_t begin = 0;
    bool quoted = false;
    /// Has bytes beyond printable ASCII, line breaks apart.
    bool unusual = false;
    bool undoubled = false;
};

struct CsvFault {
    std::size_t line = 0;
    std::size_t cell = 0;
    std::string message;
    std::string hint;
    /// What follows cannot be told apart any more.
    bool fatal = false;
};

struct CsvRecord {
    std::size_t line = 0;
    /// Offsets in the file; the line break is not in it.
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<CsvCell> cells;
    std::vector<CsvFault> faults;
};

class CsvScanner {
public:
    /// `text` must outlive it; it begins at line `line`, offset `at`.
    CsvScanner(std::string_view text, char separator, std::size_t at, std::size_t line);

    /// False at the end of the file. An empty line is a record of one empty cell.
    [[nodiscard]] bool next(CsvRecord& record);

private:
    [[nodiscard]] bool at_line_end(std::size_t at) const;
    void read_cell(CsvRecord& record);
    void read_plain(CsvRecord& record);
    void read_quoted(CsvRecord& record);
    void skip_to_separator();
    void fault(CsvRecord& record, std::size_t line, std::string message, std::string hint, bool fatal = false) const;

    std::string_view text_;
    char separator_;
    std::size_t at_;
    std::size_t line_;
    std::list<std::string> unescaped_;  // of the present record
};

}  // namespace practice::text
