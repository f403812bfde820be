// SPDX-License-Identifier: MIT
// Which components a calendar file has, and where: found without a library, so that depth, size and cut-off files
// are dealt with before any library sees them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "practice/exchange/schedule_row.h"

namespace practice::ical {

/// One component right inside a calendar.
struct CalendarPart {
    std::string_view text;  // from BEGIN to END, line ends included
    std::size_t line = 0;
    /// Index of its calendar.
    std::size_t calendar = 0;
    /// Another component began, or the file ended, where its END should be.
    bool cut_off = false;
};

struct CalendarOutline {
    struct Calendar {
        std::string name;    // X-WR-CALNAME, else NAME
        std::string method;  // in small letters
    };
    std::vector<Calendar> calendars;
    std::vector<CalendarPart> events;
    std::vector<CalendarPart> zones;
    /// What else is there (VTODO ...) in small letters, with the lines.
    std::map<std::string, std::vector<std::size_t>, std::less<>> others;
    std::vector<ScheduleProblem> problems;
};

inline constexpr std::size_t kLargestCalendar = 256U << 20U;

/// Throws Refusal(misuse) for text that is no iCalendar file, for one that is larger than kLargestCalendar and for
/// components that are nested deeper than any program writes them. A byte order mark is no part of the text.
[[nodiscard]] CalendarOutline outline_of(std::string_view text);

}  // namespace practice::ical
