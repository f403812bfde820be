// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_agenda.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/calendar/calendar_grid_text.h"
#include "text/fold.h"
#include "text/format_time.h"
#include "text/session/occurrence_text.h"

namespace practice::text {
namespace {

constexpr std::size_t kIndent = 2;

std::vector<Cell> cells_of(const CalendarEntry& entry, NameStyle names) {
    const auto state = state_in_words(*entry.occurrence, names);
    return {{entry.times, entry.colour},
            {entry.clients, entry.colour},
            {entry.professional, entry.colour},
            {entry.room, entry.colour},
            {entry.signs + (state.empty() ? "" : " ") + state, entry.colour},
            {entry.id, entry.colour == Colour::none ? Colour::cyan : entry.colour}};
}

/// One finished line for each entry, aligned over all days; the header line comes first.
std::vector<std::string> aligned(const std::vector<CalendarEntry>& entries, const CalendarStyle& style) {
    Table table{{{"Time"}, {"Clients", false, 8}, {"With", false, 4}, {"Room", false, 5}, {"Status", false, 3}, {"Id"}},
                {}};
    for (const auto& entry : entries) { table.rows.push_back(cells_of(entry, style.names)); }
    auto terminal = style.terminal;
    terminal.width -= std::min(terminal.width, kIndent);
    std::vector<std::string> lines;
    const auto text = to_terminal(table, terminal);
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find('\n');
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return lines;
}

std::string heading(Date date, const Present& present, const CalendarStyle& style) {
    const auto distance = date - date_of(present.local);
    std::string_view near = distance == std::chrono::days{0}   ? "  today"
                            : distance == std::chrono::days{1} ? "  tomorrow"
                                                               : "";
    return painted(weekday_date(date), Colour::bold, style.terminal) + std::string{near} + '\n';
}

/// "── now 10:07 ──", between what was and what is to come.
std::string now_line(const Present& present, const CalendarStyle& style) {
    const auto dashes = repeated(glyphs(style.terminal.ascii).now_line, 2);
    const auto clock = shown_time(time_of_day(present.local), style.twelve_hours);
    return std::string(kIndent, ' ') +
           painted(fmt::format("{} now {} {}", dashes, clock, dashes), Colour::red, style.terminal) + '\n';
}

}  // namespace

std::string agenda_text(const std::vector<CalendarEntry>& entries, DateSpan days, const Present& present,
                        const CalendarStyle& style) {
    const Date today = date_of(present.local);
    const auto lines = aligned(entries, style);
    const bool running = std::any_of(entries.begin(), entries.end(), [&](const CalendarEntry& entry) {
        return entry.span().contains(present.instant);
    });
    bool today_open = days.contains(today);  // today's heading, or its "now", is still to come
    std::string text = std::string(kIndent, ' ') + lines.at(0) + '\n';
    const auto empty_today = [&] { return heading(today, present, style) + "  nothing\n"; };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        const bool new_day = i == 0 || entries[i - 1].date() != entry.date();
        if (today_open && entry.date() > today) {
            const bool had_sessions = i > 0 && entries[i - 1].date() == today;
            text += had_sessions ? (running ? "" : now_line(present, style)) : empty_today();
            today_open = false;
        }
        if (new_day) { text += heading(entry.date(), present, style); }
        if (today_open && entry.date() == today && entry.occurrence->start > present.instant) {
            text += running ? std::string{} : now_line(present, style);
            today_open = false;
        }
        const bool now = entry.span().contains(present.instant);
        text += (now ? painted(glyphs(style.terminal.ascii).here, Colour::red, style.terminal) : std::string{" "}) +
                ' ' + lines.at(i + 1) + '\n';
    }
    if (today_open && (entries.empty() || entries.back().date() < today)) {
        text += empty_today();
    } else if (today_open && !running) {
        text += now_line(present, style);
    }
    return text;
}

std::vector<std::string> agenda_json(const std::vector<CalendarEntry>& entries) {
    std::vector<std::string> days;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool new_day = i == 0 || entries[i - 1].date() != entries[i].date();
        if (new_day) {
            if (!days.empty()) { days.back() += "]}"; }
            days.push_back(fmt::format(R"({{"date":"{}","occurrences":[)", to_string(entries[i].date())));
        }
        days.back() += (new_day ? "" : ",") + occurrence_json(*entries[i].occurrence);
    }
    if (!days.empty()) { days.back() += "]}"; }
    return days;
}

}  // namespace practice::text
