// SPDX-License-Identifier: MIT
// What a file to import says, before anything of it is understood: its rows in the words of `session add`
// (a cell is named as the flag is), whatever format they came in. A reader makes them; the import reads them.
//
// By `ref` a row finds again what an earlier import, or an export, made of it. A ref is looked for among the refs
// of sessions, then among their uids: a session without a ref of its own is exported with its uid as ref. The ref
// of one date of a series is that of the series, an @ and the slot's date ("H02397@2026-12-08"): such a row says
// how that slot stands, when there is such a series, or the file has it; otherwise it is a single session of that
// ref.
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"

namespace practice {

/// The texts that the rows of a file are made of: they stay where they are, wherever the file is moved.
class ScheduleTexts {
public:
    ScheduleTexts() = default;
    ScheduleTexts(const ScheduleTexts&) = delete;
    ScheduleTexts& operator=(const ScheduleTexts&) = delete;
    ScheduleTexts(ScheduleTexts&&) = default;
    ScheduleTexts& operator=(ScheduleTexts&&) = default;
    ~ScheduleTexts() = default;

    /// The text itself, taken over.
    [[nodiscard]] std::string_view take(std::string text) { return blocks_.emplace_front(std::move(text)); }
    /// A copy.
    [[nodiscard]] std::string_view keep(std::string_view text) { return longer({}, text); }
    /// `text` with `more` behind it; of a text that is made longer again and again, only little is copied.
    [[nodiscard]] std::string_view longer(std::string_view text, std::string_view more);

private:
    std::list<std::string> blocks_;  // the last is filled, and never beyond its capacity
};

/// `column` is an index into ScheduleFile::columns. A cell that holds a list ("Smith; Ng", or a list of
/// YAML or JSON) is several cells of the same column.
struct ScheduleCell {
    std::size_t column = 0;
    /// Of the file's texts.
    std::string_view text;
    bool operator==(const ScheduleCell&) const = default;
};

/// One slot of a series that stands differently, as calendar files have them; cells as those of the row.
struct ScheduleSlot {
    Date slot;
    /// Nullopt: as its series says. On the wall clock of the row's zone.
    std::optional<LocalTime> start;
    std::vector<ScheduleCell> cells;
    bool operator==(const ScheduleSlot&) const = default;
};

enum class ScheduleFormat { csv, json, jsonl, yaml, calendar };

struct ScheduleRow {
    /// The physical line of the file on which it begins, from 1.
    std::size_t line = 0;
    /// Those that are not empty, in the order of the file.
    std::vector<ScheduleCell> cells;
    /// All slots that stand differently, of a calendar; in other files they are rows of their own.
    std::vector<ScheduleSlot> slots;
    /// Dates that a series has beyond its rule (RFC 5545 RDATE).
    std::vector<Date> added;
    /// Of those that it leaves out: dates of which the file says nothing, since they are others'. A series that is
    /// there already keeps them as they stand.
    std::vector<Date> untold = {};
    /// The row as the file has it, complete, for the file of rejects: without its line break in CSV and
    /// JSON Lines, the item's own text in YAML and JSON, the VEVENTs of a calendar. Of the file's texts.
    std::string_view source;
    /// What the user should hear of when the row books a session, rather than changing one; empty: nothing. Of the
    /// file's texts.
    std::string_view note_if_booked = {};
};

/// Something wrong with a place of the file. Several problems of one row have the same line and source.
struct ScheduleProblem {
    std::size_t line = 0;
    /// The cell's column; empty when it is the row or the file as a whole.
    std::string column;
    std::string message;
    std::string hint;
    /// The row's text, as in ScheduleRow::source; empty when it has none.
    std::string source;
    /// No row of the file can be trusted: an unknown header, a quote that is never closed.
    bool whole_file = false;
    /// The line of its row, where that is another one than `line`: a row may have many. 0: it is `line`.
    std::size_t row = 0;
    /// What the cell has, where that is a text.
    std::string value = {};
};

struct ScheduleFile {
    ScheduleFormat format = ScheduleFormat::csv;
    /// Between the cells of CSV.
    char separator = ',';
    /// The columns that the file has, by their known names (flags of `session add` without dashes), each once.
    std::vector<std::string> columns;
    ScheduleTexts texts;
    std::vector<ScheduleRow> rows;
    /// By line. Rows that could not be read as rows are not in `rows`.
    std::vector<ScheduleProblem> problems;
    /// What was left out knowingly or read in a way the user should hear of.
    std::vector<ScheduleProblem> notes;
    /// What a file of rejects begins and ends with, and what stands between its rows.
    std::string rejects_head;
    std::string rejects_between;
    std::string rejects_tail;
};

}  // namespace practice
