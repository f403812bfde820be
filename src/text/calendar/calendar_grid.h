// SPDX-License-Identifier: MIT
// A time grid as a value: columns of days (or of people, or rooms), rows of the clock, and where each
// session stands in it. Nothing is drawn here (calendar_grid_text.h does), so that a test can ask.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "practice/time_zone.h"
#include "text/calendar/calendar_axis.h"
#include "text/calendar/calendar_entry.h"

namespace practice::text {

/// What a column is to show.
struct GridColumn {
    std::string title;        // "Mon Nov 23"
    std::string short_title;  // "Mon 23": where the title has no space; may be empty
    std::string note;         // a second line: "free to 10:00"; may be empty
    Date date{};
    /// Working hours, on the practice's wall clock; in any order, may overlap.
    std::vector<Span<LocalTime>> open;
    /// All that overlap the day (and belong to the column), by start.
    std::vector<const CalendarEntry*> entries;
};

struct GridRequest {
    std::vector<GridColumn> columns;
    /// The hours to show; as many as sessions and working hours need, when not given.
    std::optional<Span<TimeOfDay>> hours;
    Present present;
    Omit omit = Omit::nothing;
    /// Columns narrower than this are put below one another instead; 0: never.
    std::size_t least_column = 0;
    /// Days without sessions may be narrower than others.
    bool narrow_empty = false;
};

/// One session's place. `left` and `width` are columns of the screen, from the grid column's own left.
struct GridBlock {
    const CalendarEntry* entry = nullptr;
    std::size_t first_row = 0;
    std::size_t rows = 1;
    std::size_t left = 0;
    std::size_t width = 0;
    bool begins_before = false;  // the rows shown
    bool ends_behind = false;
};

enum class RowState { open, closed, missing };

struct PlacedColumn {
    std::string title;  // the one that fits
    std::string note;
    bool today = false;
    std::size_t width = 0;                      // without borders
    std::vector<RowState> states;               // one for each row
    std::vector<GridBlock> blocks;              // by row, then from left to right
    std::vector<std::size_t> hidden;            // for each row, how many sessions begin there that have no space
    std::vector<const CalendarEntry*> outside;  // of the hours shown
    /// Whether sessions share rows that do not overlap: the rows are too coarse.
    bool crowded = false;
};

/// One grid; with too many columns for the screen there are several, one below another.
struct Grid {
    std::vector<AxisRow> rows;
    std::chrono::minutes step{};
    std::vector<PlacedColumn> columns;
    std::optional<std::size_t> now_row;
    std::size_t gutter = 0;  // columns of the clock on the left
    Omit omit = Omit::nothing;
};

/// The hours of the clock that the columns need, whole hours; 09-17 when nothing needs any.
[[nodiscard]] Span<TimeOfDay> hours_needed(const std::vector<GridColumn>& columns);

/// At least one grid; the hours are the same in all. The rows are the coarsest of 30, 15 and 10 minutes in
/// which sessions that do not overlap share no row and their words find space; where nothing is booked, half
/// an hour is one row.
/// REQUIRES: at least one column.
[[nodiscard]] std::vector<Grid> lay_out(const GridRequest& request, const TimeZone& zone, const CalendarStyle& style);

/// Narrower than this no session is drawn, when there is another way.
inline constexpr std::size_t kLeastBlock = 9;
/// Columns of "+12", the number of those that have no space.
inline constexpr std::size_t kHiddenStrip = 4;

}  // namespace practice::text
