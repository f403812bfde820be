// SPDX-License-Identifier: MIT
// A month: one cell a day, with how many sessions it has and the first of them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "text/calendar/calendar_entry.h"

namespace practice::text {

struct MonthCell {
    Date date{};
    bool in_month = false;  // the others fill the first and the last week, and show nothing
    bool today = false;
    bool open = true;  // somebody works
    std::size_t count = 0;
    /// All of them, or the first ones with a line to spare for "+2 more".
    std::vector<const CalendarEntry*> shown;
};

struct Month {
    std::chrono::year_month month;
    std::vector<std::array<MonthCell, 7>> weeks;
};

/// Lines of a cell below its date.
inline constexpr std::size_t kMonthLines = 4;

/// `entries` are those that start in the month, by start; `open` says whether anybody works on a date.
template <class Open>
[[nodiscard]] Month lay_out_month(std::chrono::year_month month, const std::vector<CalendarEntry>& entries, Date today,
                                  Weekday week_starts, Open open);

[[nodiscard]] std::string month_text(const Month& month, const CalendarStyle& style, Omit omit);

template <class Open>
Month lay_out_month(std::chrono::year_month month, const std::vector<CalendarEntry>& entries, Date today,
                    Weekday week_starts, Open open) {
    const Date first{month / 1};
    const Date behind = Date{month / std::chrono::last} + std::chrono::days{1};
    Month result{month, {}};
    auto next = entries.begin();
    for (Date date = start_of_week(first, week_starts); date < behind;) {
        auto& week = result.weeks.emplace_back();
        for (auto& cell : week) {
            cell.date = date;
            cell.in_month = first <= date && date < behind;
            cell.today = date == today;
            cell.open = cell.in_month && open(date);
            const auto begin = next;
            while (next != entries.end() && next->date() == date) { ++next; }
            cell.count = static_cast<std::size_t>(next - begin);
            const auto most = cell.count <= kMonthLines ? cell.count : kMonthLines - 1;
            for (auto entry = begin; cell.shown.size() < most; ++entry) { cell.shown.push_back(&*entry); }
            date += std::chrono::days{1};
        }
    }
    return result;
}

}  // namespace practice::text
