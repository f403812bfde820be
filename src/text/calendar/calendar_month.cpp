// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_month.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/calendar/calendar_grid_text.h"
#include "text/fold.h"

namespace practice::text {
namespace {

class MonthDrawing {
public:
    MonthDrawing(const Month& month, const CalendarStyle& style, Omit omit)
        : month_{month}, style_{style}, set_{glyphs(style.terminal.ascii)}, omit_{omit} {
        const auto space = std::max<std::size_t>(style.terminal.width, 50) - 8;  // behind the borders
        for (std::size_t i = 0; i < 7; ++i) { widths_[i] = (i + 1) * space / 7 - i * space / 7; }
    }

    std::string text() {
        border(set_.top_left, set_.top, set_.top_right);
        line([&](std::size_t day) {
            return centred(long_name(weekday_of(month_.weeks[0][day].date)), widths_[day], Colour::bold,
                           style_.terminal);
        });
        for (const auto& week : month_.weeks) {
            border(set_.left, set_.cross, set_.right);
            line([&](std::size_t day) { return date_line(week[day], widths_[day]); });
            std::size_t most = 1;
            for (const auto& cell : week) { most = std::max(most, std::min(cell.count, kMonthLines)); }
            for (std::size_t row = 0; row < most; ++row) {
                line([&](std::size_t day) { return session_line(week[day], row, widths_[day]); });
            }
        }
        border(set_.bottom_left, set_.bottom, set_.bottom_right);
        return std::move(out_);
    }

    [[nodiscard]] bool all_ids() const { return all_ids_; }
    [[nodiscard]] bool any_closed() const { return any_closed_; }

private:
    [[nodiscard]] std::string dim(std::string_view text) const { return painted(text, Colour::dim, style_.terminal); }

    void border(std::string_view left, std::string_view between, std::string_view right) {
        std::string line;
        for (const auto columns : widths_) {
            line.append(line.empty() ? left : between).append(repeated(set_.horizontal, columns));
        }
        out_ += dim(line.append(right)) + '\n';
    }

    template <class Text>
    void line(Text text) {
        out_ += dim(set_.vertical);
        for (std::size_t day = 0; day < 7; ++day) { out_ += text(day) + dim(set_.vertical); }
        out_ += '\n';
    }

    /// "▸23   3 sessions"; in another month "Dec 1" alone.
    [[nodiscard]] std::string date_line(const MonthCell& cell, std::size_t columns) const {
        const auto fields = fields_of(cell.date);
        const auto day = static_cast<unsigned>(fields.day());
        if (!cell.in_month) {
            return fitted(fmt::format(" {} {}", short_name(fields.month()), day), columns, Colour::dim,
                          style_.terminal);
        }
        const std::string left = fmt::format("{}{}", cell.today ? set_.here : " ", day);
        std::string right;
        if (cell.count > 0) {
            right = fmt::format("{} session{} ", cell.count, cell.count == 1 ? "" : "s");
            if (width(left) + 1 + right.size() > columns) { right = fmt::format("({}) ", cell.count); }
        }
        const auto space = columns - std::min(columns, width(left));
        return painted(left, Colour::bold, style_.terminal) + std::string(space - std::min(space, right.size()), ' ') +
               cut(right, space, style_.terminal.ascii);
    }

    std::string session_line(const MonthCell& cell, std::size_t row, std::size_t columns) {
        if (row < cell.shown.size()) { return session(*cell.shown[row], columns); }
        if (row == cell.shown.size() && cell.count > cell.shown.size()) {
            return fitted(fmt::format(" +{} more", cell.count - cell.shown.size()), columns, Colour::yellow,
                          style_.terminal);
        }
        if (!cell.in_month || cell.open) { return std::string(columns, ' '); }
        any_closed_ = true;
        std::string dots;
        for (std::size_t i = 0; i < columns; ++i) { dots += i % 2 == 0 ? set_.closed : " "; }
        return dim(dots);
    }

    std::string session(const CalendarEntry& entry, std::size_t columns) {
        const auto text = block_text(entry, columns, 1, omit_, style_.terminal.ascii);
        all_ids_ = all_ids_ && text.whole_id;
        std::string line;
        std::size_t used = 0;
        for (const auto& piece : text.lines.at(0)) {
            line += (used > 0 ? " " : "") + painted(piece.text, piece.colour, style_.terminal);
            used += width(piece.text) + (used > 0 ? 1 : 0);
        }
        return line + std::string(used < columns ? columns - used : 0, ' ');
    }

    const Month& month_;
    const CalendarStyle& style_;
    const CalendarGlyphs& set_;
    Omit omit_;
    std::array<std::size_t, 7> widths_{};
    bool all_ids_ = true;
    bool any_closed_ = false;
    std::string out_;
};

}  // namespace

std::string month_text(const Month& month, const CalendarStyle& style, Omit omit) {
    MonthDrawing drawing{month, style, omit};
    std::string text = drawing.text();
    std::vector<const CalendarEntry*> shown;
    bool today = false;
    std::size_t more = 0;
    const CalendarEntry* first = nullptr;
    for (const auto& week : month.weeks) {
        for (const auto& cell : week) {
            shown.insert(shown.end(), cell.shown.begin(), cell.shown.end());
            today = today || (cell.today && cell.in_month);
            more += cell.count - cell.shown.size();
            if (first == nullptr && !cell.shown.empty()) { first = cell.shown[0]; }
        }
    }
    const auto& set = glyphs(style.terminal.ascii);
    std::string legend;
    if (today) { legend += fmt::format("  {} today", set.here); }
    if (drawing.any_closed()) { legend += fmt::format("  {} nobody works", set.closed); }
    if (const auto signs = sign_legend(shown, style.terminal.ascii); !signs.empty()) { legend += "  " + signs; }
    if (!legend.empty()) { text += legend + '\n'; }
    if (first != nullptr && (more > 0 || !drawing.all_ids())) {
        text +=
            fmt::format("A day in full, with ids: {} {} --days 1\n", style.agenda_command, to_string(first->date()));
    }
    return text;
}

}  // namespace practice::text
