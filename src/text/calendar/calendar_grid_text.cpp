// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_grid_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"

namespace practice::text {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// What is told under a grid, collected while it is drawn.
struct Told {
    std::vector<const CalendarEntry*> drawn;
    std::vector<std::pair<std::string, std::vector<std::string>>> ids;  // by column: what had no space
    std::size_t hidden = 0;
    std::size_t outside = 0;
    bool closed = false, missing = false, again = false, now = false;
};

class GridDrawing {
public:
    GridDrawing(const Grid& grid, const CalendarStyle& style, Told& told)
        : grid_{grid}, style_{style}, set_{glyphs(style.terminal.ascii)}, told_{told} {}

    std::string text() {
        tell_columns();
        border(set_.top_left, set_.top, set_.top_right);
        titles();
        border(set_.left, set_.cross, set_.right);
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) { line(row); }
        border(set_.bottom_left, set_.bottom, set_.bottom_right);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string dim(std::string_view text) const { return painted(text, Colour::dim, style_.terminal); }

    void tell_columns() {
        for (const auto& column : grid_.columns) {
            told_.outside += column.outside.size();
            for (const auto count : column.hidden) { told_.hidden += count; }
            std::vector<std::string> ids;
            for (const auto& block : column.blocks) {
                told_.drawn.push_back(block.entry);
                texts_.push_back(text_of(block));
                const auto& text = texts_.back();
                if (text.whole_id && text.left_out.empty()) { continue; }
                ids.push_back(block.entry->time + ' ' + block.entry->id);
                if (!text.left_out.empty()) { ids.back() += ' ' + text.left_out; }
            }
            if (!ids.empty()) { told_.ids.emplace_back(column.title, std::move(ids)); }
        }
    }

    [[nodiscard]] BlockText text_of(const GridBlock& block) const {
        const auto inner = std::max<std::size_t>(block.width, 2) - 1;
        return block_text(*block.entry, inner, block.rows, grid_.omit, style_.terminal.ascii);
    }

    void border(std::string_view left, std::string_view between, std::string_view right) {
        std::string line;
        for (const auto& column : grid_.columns) {
            line.append(line.empty() ? left : between).append(repeated(set_.horizontal, column.width));
        }
        out_ += std::string(grid_.gutter, ' ') + dim(line.append(right)) + '\n';
    }

    void titles() {
        const bool one_day = std::all_of(grid_.columns.begin(), grid_.columns.end(),
                                         [](const PlacedColumn& column) { return column.today; });
        head([&](const PlacedColumn& column) {
            const bool marked = column.today && !one_day;
            return centred((marked ? std::string{set_.here} : std::string{}) + column.title, column.width, Colour::bold,
                           style_.terminal);
        });
        const bool notes = std::any_of(grid_.columns.begin(), grid_.columns.end(),
                                       [](const PlacedColumn& column) { return !column.note.empty(); });
        if (!notes) { return; }
        head([&](const PlacedColumn& column) {
            const auto colour = column.note.starts_with("free") ? Colour::green : Colour::dim;
            return centred(column.note, column.width, colour, style_.terminal);
        });
    }

    template <class Text>
    void head(Text text) {
        out_.append(grid_.gutter, ' ').append(dim(set_.vertical));
        for (const auto& column : grid_.columns) { out_.append(text(column)).append(dim(set_.vertical)); }
        out_ += '\n';
    }

    void clock(std::size_t row) {
        const auto& axis = grid_.rows[row];
        const bool labelled = axis.from % minutes{30} == minutes{0} || row == 0;
        const auto label = labelled ? shown_time(axis.from, style_.twelve_hours) : std::string{};
        const bool now = grid_.now_row == row;
        told_.again = told_.again || axis.again;
        told_.now = told_.now || now;
        out_ += std::string(grid_.gutter - 1 - std::min(grid_.gutter - 1, width(label)), ' ') + label;
        out_ += now ? painted(set_.here, Colour::red, style_.terminal) : axis.again ? std::string{set_.again} : " ";
    }

    void line(std::size_t row) {
        clock(row);
        out_ += dim(set_.vertical);
        std::size_t first_text = 0;
        for (const auto& column : grid_.columns) {
            cells(column, first_text, row);
            first_text += column.blocks.size();
            out_ += dim(set_.vertical);
        }
        out_ += '\n';
    }

    /// One column's part of a line: its blocks, and what is between and behind them.
    void cells(const PlacedColumn& column, std::size_t first_text, std::size_t row) {
        std::vector<std::size_t> here;
        for (std::size_t i = 0; i < column.blocks.size(); ++i) {
            const auto& block = column.blocks[i];
            if (block.first_row <= row && row < block.first_row + block.rows) { here.push_back(i); }
        }
        std::sort(here.begin(), here.end(),
                  [&](std::size_t a, std::size_t b) { return column.blocks[a].left < column.blocks[b].left; });
        std::size_t at = 0;
        for (const auto i : here) {
            background(column, row, at, column.blocks[i].left);
            const bool at_end = column.blocks[i].left + column.blocks[i].width == column.width;
            const auto kept = at_end && column.hidden[row] > 0 ? hidden_sign(column, row).size() + 1 : 0;
            block_line(column.blocks[i], texts_[first_text + i], row, kept);
            if (kept > 0) { out_ += ' ' + painted(hidden_sign(column, row), Colour::yellow, style_.terminal); }
            at = column.blocks[i].left + column.blocks[i].width;
        }
        if (column.hidden[row] > 0 && column.width >= at + kHiddenStrip) {
            background(column, row, at, column.width - kHiddenStrip);
            const auto more = hidden_sign(column, row);
            out_ += std::string(kHiddenStrip - std::min(kHiddenStrip, more.size()), ' ') +
                    painted(more, Colour::yellow, style_.terminal);
            at = column.width;
        }
        background(column, row, at, column.width);
    }

    [[nodiscard]] static std::string hidden_sign(const PlacedColumn& column, std::size_t row) {
        return fmt::format("+{}", column.hidden[row]);
    }

    void background(const PlacedColumn& column, std::size_t row, std::size_t from, std::size_t to) {
        if (from >= to) { return; }
        const auto state = column.states[row];
        if (state == RowState::missing) {
            told_.missing = true;
            out_ += dim(repeated(set_.missing, to - from));
        } else if (column.today && grid_.now_row == row) {
            out_ += painted(repeated(set_.now_line, to - from), Colour::red, style_.terminal);
        } else if (state == RowState::open) {
            out_ += std::string(to - from, ' ');
        } else {
            told_.closed = true;
            std::string dots;
            for (auto i = from; i < to; ++i) { dots += i % 2 == 0 ? set_.closed : " "; }
            out_ += dim(dots);
        }
    }

    void block_line(const GridBlock& block, const BlockText& text, std::size_t row, std::size_t kept) {
        const auto columns = block.width > kept + 1 ? block.width - kept : 1;
        const auto line = row - block.first_row;
        const bool first = line == 0 && !block.begins_before;
        const bool last = line + 1 == block.rows && !block.ends_behind;
        const auto bar = first && last ? set_.block_single
                         : first       ? set_.block_first
                         : last        ? set_.block_last
                                       : set_.block_middle;
        out_ += painted(bar, block.entry->colour, style_.terminal);
        std::size_t used = 1;
        if (line < text.lines.size()) {
            for (const auto& piece : text.lines[line]) {
                const std::size_t gap = used > 1 ? 1 : 0;
                if (used + gap >= columns) { break; }
                const auto shown = cut(piece.text, columns - used - gap, style_.terminal.ascii);
                out_ += std::string(gap, ' ') + painted(shown, piece.colour, style_.terminal);
                used += width(shown) + gap;
            }
        }
        out_.append(used < columns ? columns - used : 0, ' ');
    }

    const Grid& grid_;
    const CalendarStyle& style_;
    const CalendarGlyphs& set_;
    Told& told_;
    std::vector<BlockText> texts_;  // of all blocks, column by column
    std::string out_;
};

/// `words` with two spaces between, over as many lines as the screen needs.
std::string wrapped(const std::string& lead, const std::vector<std::string>& words, std::size_t screen) {
    std::string text = lead;
    std::size_t used = width(lead);
    for (const auto& word : words) {
        if (used + 2 + width(word) > screen && used > width(lead)) {
            text += '\n' + std::string(width(lead), ' ');
            used = width(lead);
        }
        text += "  " + word;
        used += 2 + width(word);
    }
    return text + '\n';
}

std::string legend(const Told& told, const CalendarStyle& style) {
    const auto& set = glyphs(style.terminal.ascii);
    std::vector<std::string> words;
    if (told.now) { words.push_back(std::string{set.here} + " now"); }
    if (told.closed) { words.push_back(std::string{set.closed} + " outside working hours"); }
    if (told.again) { words.push_back(std::string{set.again} + " again: the clocks go back"); }
    if (told.missing) { words.push_back(std::string{set.missing} + " no such time on that day"); }
    if (const auto signs = sign_legend(told.drawn, style.terminal.ascii); !signs.empty()) { words.push_back(signs); }
    return words.empty() ? std::string{} : wrapped("", words, style.terminal.width);
}

std::string ids_in_full(const Told& told, std::size_t screen) {
    if (told.ids.empty()) { return {}; }
    std::size_t widest = 0;
    for (const auto& [title, ids] : told.ids) { widest = std::max(widest, width(title)); }
    std::string text = "In full:\n";
    for (const auto& [title, ids] : told.ids) { text += wrapped("  " + pad(title, widest), ids, screen); }
    return text;
}

}  // namespace

std::string sign_legend(const std::vector<const CalendarEntry*>& entries, bool ascii) {
    std::string text;
    const auto add = [&](std::string_view sign, std::string_view meaning) {
        text += fmt::format("{}{} {}", text.empty() ? "" : "  ", sign, meaning);
    };
    for (const auto status : {Status::attended, Status::no_show, Status::cancelled, Status::late_cancelled}) {
        const bool occurs = std::any_of(entries.begin(), entries.end(), [status](const CalendarEntry* entry) {
            return has_status(*entry->occurrence, status);
        });
        if (occurs) { add(sign_of(status, ascii), to_string(status)); }
    }
    const bool changed = std::any_of(entries.begin(), entries.end(),
                                     [](const CalendarEntry* entry) { return entry->occurrence->changed(); });
    if (changed) { add(glyphs(ascii).changed, "changed"); }
    return text;
}

std::string grid_text(const std::vector<Grid>& grids, const CalendarStyle& style) {
    Told told;
    std::string text;
    for (const auto& grid : grids) { text += GridDrawing{grid, style, told}.text(); }
    text += legend(told, style);
    text += ids_in_full(told, style.terminal.width);
    if (told.hidden > 0) {
        text += fmt::format("{} did not fit: try --professional, --room, --width or '{}'\n", told.hidden,
                            style.agenda_command);
    }
    if (told.outside > 0) {
        text += fmt::format("{} outside the hours shown: leave out --hours to see {}\n", told.outside,
                            told.outside == 1 ? "it" : "them");
    }
    return text;
}

}  // namespace practice::text
