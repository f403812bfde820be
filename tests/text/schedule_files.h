// SPDX-License-Identifier: MIT
// Schedule files as one readable text: rows as "2: client=Anna Smith at=...", problems as "! 3 client: message".
#pragma once

#include <string>

#include "practice/exchange/schedule_columns.h"

namespace practice::test {

inline const ScheduleColumns& some_columns() {
    using Kind = ScheduleColumn::Kind;
    static const ScheduleColumns columns{{{"ref", Kind::one, ""},
                                          {"client", Kind::many, ""},
                                          {"service", Kind::many, ""},
                                          {"at", Kind::one, ""},
                                          {"length", Kind::one, ""},
                                          {"virtual", Kind::yes_no, ""},
                                          {"except", Kind::dates, ""},
                                          {"time-zone", Kind::one, ""},
                                          {"note", Kind::one, ""}},
                                         {"reason", "id"},
                                         {}};
    return columns;
}

inline std::string told(const ScheduleFile& file) {
    std::string out;
    for (const auto& row : file.rows) {
        out += std::to_string(row.line) + ":";
        for (const auto& cell : row.cells) { out += " " + file.columns.at(cell.column) + "=" + std::string{cell.text}; }
        out += "\n";
    }
    for (const auto& problem : file.problems) {
        out += (problem.whole_file ? "!! " : "! ") + std::to_string(problem.line) + " " +
               (problem.column.empty() ? "" : problem.column + ": ") + problem.message + "\n";
    }
    return out;
}

}  // namespace practice::test
