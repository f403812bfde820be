// SPDX-License-Identifier: MIT
// Which columns a file to import may have, and what its rows are made of: what the readers of all formats share.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/exchange/schedule_row.h"

namespace practice {

struct ScheduleColumn {
    enum class Kind {
        one,     // one value
        many,    // any number: a list, or values separated by ; in one cell
        dates,   // one value that is a list of its own: "2026-12-24,2026-12-31"
        yes_no,  // a switch: the cell is there ("yes") or not
    };
    std::string name;
    Kind kind = Kind::one;
    /// What it says, for templates.
    std::string help;
};

struct ScheduleColumns {
    std::vector<ScheduleColumn> known;
    /// Knowingly not read.
    std::vector<std::string> left_out;
    /// Names that this file has for columns, and the known ones they stand for; "none": not read.
    std::map<std::string, std::string> renamed;
};

struct ScheduleLimits {
    std::size_t rows = 100'000;
    std::size_t columns = 200;
    std::size_t cell_bytes = 65'536;
    std::size_t depth = 32;
};

/// Fills a ScheduleFile.
class ScheduleBuilder {
public:
    /// Both must outlive it.
    ScheduleBuilder(ScheduleFormat format, const ScheduleColumns& columns, const ScheduleLimits& limits);

    struct Meaning {
        enum class Kind { known, left_out, unknown };
        Kind kind = Kind::unknown;
        std::size_t known = 0;  // index into ScheduleColumns::known
    };
    /// Of a name as the file has it; letters' case, spaces and underscores do not matter.
    [[nodiscard]] Meaning meaning(std::string_view name);
    /// "did you mean client?"; otherwise all columns there are.
    [[nodiscard]] std::string unknown_hint(std::string_view name) const;
    [[nodiscard]] const ScheduleColumn& column(std::size_t known) const { return columns_.known[known]; }

    /// Says that the file has the column.
    void has(std::size_t known) { static_cast<void>(place_of(known)); }
    /// Adds a value to a row; an empty one adds nothing. Returns what is wrong with it. The row refers to `text`,
    /// which must be one of the file's texts.
    [[nodiscard]] std::optional<ScheduleProblem> add(ScheduleRow& row, std::size_t known, std::string_view text);
    /// The same for what a cell of CSV holds: several values where the column takes them.
    [[nodiscard]] std::optional<ScheduleProblem> add_cell(ScheduleRow& row, std::size_t known, std::string_view text);

    /// The row as "name: value" pairs, for rows that cannot be written back as they stood.
    [[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> values(const ScheduleRow& row) const;

    [[nodiscard]] const ScheduleLimits& limits() const { return limits_; }
    /// Whether there is room for one more row; the first time there is not, that is a problem of the file.
    [[nodiscard]] bool room_for_row(std::size_t line);
    void problem(std::size_t line, std::string column, std::string message, std::string hint, std::string source);
    void whole_file_problem(std::size_t line, std::string message, std::string hint);

    /// The problems by line; also those of ScheduleColumns::renamed that the file has nothing of.
    [[nodiscard]] ScheduleFile finish();

    ScheduleFile file;

private:
    std::size_t place_of(std::size_t known);

    const ScheduleColumns& columns_;
    const ScheduleLimits& limits_;
    struct Renamed {
        std::string theirs;
        std::string ours;
        bool met = false;
    };
    std::map<std::string, Renamed> renamed_;  // as compared: with the names' spelling evened out
    std::vector<std::optional<std::size_t>> places_;
};

/// "The columns are ref, client, ...", for hints.
[[nodiscard]] std::string names_of(const ScheduleColumns& columns);

}  // namespace practice
