// SPDX-License-Identifier: MIT
// How a grid is laid out: first the hours, then for each step of the clock that might do, the rows, the
// widths, and the lanes of sessions that share rows; the first step whose result reads well is taken.
#include "text/calendar/calendar_grid.h"

#include <algorithm>

#include "text/calendar/calendar_lanes.h"
#include "text/fold.h"

namespace practice::text {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes kHalfHour{30};

/// Where one session stands among the rows; nullopt when none of them is its time.
std::optional<RowSpan> rows_of(const CalendarEntry& entry, const std::vector<std::optional<InstantSpan>>& spans) {
    const auto meets = [&](const std::optional<InstantSpan>& row) { return row && row->overlaps(entry.span()); };
    const auto first = std::find_if(spans.begin(), spans.end(), meets);
    if (first == spans.end()) { return std::nullopt; }
    const auto last = std::find_if(spans.rbegin(), spans.rend(), meets);
    return RowSpan{static_cast<std::size_t>(first - spans.begin()),
                   static_cast<std::size_t>(last.base() - spans.begin())};
}

std::vector<RowState> states_of(const GridColumn& column, const std::vector<AxisRow>& rows,
                                const std::vector<std::optional<InstantSpan>>& spans, minutes step) {
    std::vector<RowState> states;
    states.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Span<LocalTime> row{column.date + rows[i].from, column.date + rows[i].from + step};
        const bool open = std::any_of(column.open.begin(), column.open.end(),
                                      [&](const Span<LocalTime>& span) { return span.overlaps(row); });
        states.push_back(!spans[i] ? RowState::missing : open ? RowState::open : RowState::closed);
    }
    return states;
}

bool share_rows_falsely(const std::vector<const CalendarEntry*>& entries, const std::vector<RowSpan>& places) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (std::size_t j = i + 1; j < entries.size() && places[j].first < places[i].last; ++j) {
            if (!entries[i]->span().overlaps(entries[j]->span())) { return true; }
        }
    }
    return false;
}

/// Puts the lanes of one column onto its width; lanes that find no space are counted instead.
void place_blocks(PlacedColumn& placed, const std::vector<const CalendarEntry*>& entries,
                  const std::vector<std::optional<InstantSpan>>& spans) {
    std::vector<const CalendarEntry*> shown;
    std::vector<RowSpan> places;
    for (const auto* entry : entries) {
        if (const auto place = rows_of(*entry, spans)) {
            shown.push_back(entry);
            places.push_back(*place);
        } else {
            placed.outside.push_back(entry);
        }
    }
    const auto lanes = side_by_side(places);
    placed.crowded = share_rows_falsely(shown, places);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto [lane, count] = lanes[i];
        const bool all_fit = count == 1 || placed.width / count >= kLeastBlock;
        // In a narrow column the count is written over the end of a session's line instead.
        const bool strip = !all_fit && placed.width >= kLeastBlock + kHiddenStrip;
        const auto space = strip ? placed.width - kHiddenStrip : placed.width;
        const auto visible = all_fit ? count : std::max<std::size_t>(1, space / kLeastBlock);
        if (lane >= visible) {
            ++placed.hidden[places[i].first];
            continue;
        }
        GridBlock block{shown[i], places[i].first, places[i].last - places[i].first, lane * space / visible, 0};
        block.width = (lane + 1) * space / visible - block.left;
        block.begins_before = shown[i]->span().from < spans[block.first_row]->from;
        block.ends_behind = spans[places[i].last - 1]->to < shown[i]->span().to;
        placed.blocks.push_back(block);
    }
    std::stable_sort(placed.blocks.begin(), placed.blocks.end(), [](const GridBlock& a, const GridBlock& b) {
        return a.first_row != b.first_row ? a.first_row < b.first_row : a.left < b.left;
    });
}

std::vector<std::size_t> even_widths(std::size_t space, std::size_t count) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < count; ++i) { widths.push_back((i + 1) * space / count - i * space / count); }
    return widths;
}

/// Days without sessions are as wide as their title where space is short, and the others share the rest.
std::vector<std::size_t> column_widths(const std::vector<GridColumn>& columns, std::size_t space, bool narrow_empty) {
    constexpr std::size_t comfortable = 18;
    constexpr std::size_t narrowest = 7;
    const auto empty = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const GridColumn& column) { return column.entries.empty(); }));
    const auto even = even_widths(space, columns.size());
    if (!narrow_empty || empty == 0 || empty == columns.size() || even.back() >= comfortable || even[0] <= narrowest) {
        return even;
    }
    const auto busy = even_widths(space - empty * narrowest, columns.size() - empty);
    std::vector<std::size_t> widths;
    std::size_t next = 0;
    for (const auto& column : columns) { widths.push_back(column.entries.empty() ? narrowest : busy[next++]); }
    return widths;
}

struct Try {
    Grid grid;
    bool reads_well = true;
};

Try try_step(const GridRequest& request, std::span<const GridColumn> columns, const std::vector<std::size_t>& widths,
             Span<TimeOfDay> shown, minutes step, const TimeZone& zone, const CalendarStyle& style) {
    Try result;
    auto& grid = result.grid;
    grid.step = step;
    grid.omit = request.omit;
    grid.gutter = width(shown_time(hours{12}, style.twelve_hours)) + 1;
    std::vector<DayAxis> axes;
    for (const auto& column : columns) { axes.push_back(day_axis(column.date, shown, step, zone)); }
    grid.rows = shared_rows(axes);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto spans = spans_on(axes[i], grid.rows);
        PlacedColumn placed;
        const auto& title = columns[i].title;
        const auto mark = columns.size() > 1 ? 1U : 0U;  // of the present day
        const bool fits = columns[i].short_title.empty() || width(title) + mark <= widths[i];
        placed.title = fits ? title : columns[i].short_title;
        placed.note = columns[i].note;
        placed.today = columns[i].date == date_of(request.present.local);
        placed.width = widths[i];
        placed.states = states_of(columns[i], grid.rows, spans, step);
        placed.hidden.assign(grid.rows.size(), 0);
        place_blocks(placed, columns[i].entries, spans);
        for (std::size_t row = 0; row < spans.size(); ++row) {
            if (spans[row] && spans[row]->contains(request.present.instant)) { grid.now_row = row; }
        }
        const bool words_fit = std::all_of(placed.blocks.begin(), placed.blocks.end(), [&](const GridBlock& block) {
            const auto inner = std::max<std::size_t>(block.width, 2) - 1;
            return block_text(*block.entry, inner, block.rows, grid.omit, false).complete;
        });
        result.reads_well = result.reads_well && words_fit && !placed.crowded;
        grid.columns.push_back(std::move(placed));
    }
    return result;
}

/// The columns in bands that fit the screen, each with its widths.
struct Band {
    std::span<const GridColumn> columns;
    std::vector<std::size_t> widths;
};
std::vector<Band> bands_of(const GridRequest& request, std::size_t gutter, std::size_t screen) {
    const std::span<const GridColumn> all{request.columns};
    const auto space = std::max<std::size_t>(screen, gutter + 12) - gutter - 1;  // behind it a border each
    const auto most =
        request.least_column == 0 ? all.size() : std::max<std::size_t>(1, space / (request.least_column + 1));
    const auto count = (all.size() + most - 1) / most;
    std::vector<Band> bands;
    for (std::size_t i = 0; i < count; ++i) {
        const auto from = i * all.size() / count;
        const auto columns = all.subspan(from, (i + 1) * all.size() / count - from);
        const auto inner = std::max(space, columns.size() * 5) - columns.size();
        bands.push_back({columns, column_widths({columns.begin(), columns.end()}, inner, request.narrow_empty)});
    }
    return bands;
}

/// Whether a row says no more than the one before it: the second half of a half-hour in which nothing is
/// booked.
bool is_spare(const Grid& grid, std::size_t row) {
    const auto& rows = grid.rows;
    if (row == 0 || rows[row].from % kHalfHour == minutes{0} || rows[row].again != rows[row - 1].again) {
        return false;
    }
    return std::all_of(grid.columns.begin(), grid.columns.end(), [row](const PlacedColumn& column) {
        return column.states[row] == column.states[row - 1] &&
               std::none_of(column.blocks.begin(), column.blocks.end(), [row](const GridBlock& block) {
                   return block.first_row <= row && row < block.first_row + block.rows;
               });
    });
}

void leave_out(Grid& grid, std::size_t row) {
    const auto at = static_cast<std::ptrdiff_t>(row);
    grid.rows.erase(grid.rows.begin() + at);
    if (grid.now_row && *grid.now_row >= row) { --*grid.now_row; }
    for (auto& column : grid.columns) {
        column.states.erase(column.states.begin() + at);
        column.hidden.erase(column.hidden.begin() + at);
        for (auto& block : column.blocks) { block.first_row -= block.first_row > row ? 1 : 0; }
    }
}

/// Free time takes one row for half an hour, however fine the others are.
void compress(Grid& grid) {
    for (std::size_t row = grid.rows.size(); row-- > 0;) {
        if (is_spare(grid, row)) { leave_out(grid, row); }
    }
}

}  // namespace

Span<TimeOfDay> hours_needed(const std::vector<GridColumn>& columns) {
    Span<TimeOfDay> needed{hours{24}, hours{0}};
    const auto include = [&needed](Date date, LocalTime from, LocalTime to) {
        const auto begin = std::max<TimeOfDay>(from - date, hours{0});
        const auto end = std::min<TimeOfDay>(to - date, hours{24});
        if (begin >= end) { return; }
        needed.from = std::min<TimeOfDay>(needed.from, std::chrono::floor<hours>(begin));
        needed.to = std::max<TimeOfDay>(needed.to, std::chrono::ceil<hours>(end));
    };
    for (const auto& column : columns) {
        for (const auto& span : column.open) { include(column.date, span.from, span.to); }
        for (const auto* entry : column.entries) {
            // In a repeated hour a session may end before it begins, on the clock.
            include(column.date, std::min(entry->start, entry->end), std::max(entry->end, entry->start + minutes{1}));
        }
    }
    return needed.from < needed.to ? needed : Span<TimeOfDay>{hours{9}, hours{17}};
}

std::vector<Grid> lay_out(const GridRequest& request, const TimeZone& zone, const CalendarStyle& style) {
    const auto shown = request.hours.value_or(hours_needed(request.columns));
    const auto gutter = width(shown_time(hours{12}, style.twelve_hours)) + 1;
    const auto bands = bands_of(request, gutter, style.terminal.width);
    std::vector<Grid> usual;
    for (const auto step : {minutes{30}, minutes{15}, minutes{10}}) {
        std::vector<Grid> grids;
        bool reads_well = true;
        for (const auto& band : bands) {
            auto tried = try_step(request, band.columns, band.widths, shown, step, zone, style);
            reads_well = reads_well && tried.reads_well;
            grids.push_back(std::move(tried.grid));
        }
        std::for_each(grids.begin(), grids.end(), compress);
        if (reads_well) { return grids; }
        if (step != minutes{15}) { continue; }
        const bool crowded = std::any_of(grids.begin(), grids.end(), [](const Grid& grid) {
            return std::any_of(grid.columns.begin(), grid.columns.end(),
                               [](const PlacedColumn& column) { return column.crowded; });
        });
        if (!crowded) { return grids; }  // finer rows would only be more of them
        usual = std::move(grids);
    }
    return usual;
}

}  // namespace practice::text
