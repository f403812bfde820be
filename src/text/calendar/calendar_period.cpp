// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_period.h"

#include <fmt/format.h>

#include <algorithm>

#include "practice/plain_text.h"
#include "text/dates/time_words.h"

namespace practice::text {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::year_month;

std::string_view name_of(CalendarUnit unit) {
    return unit == CalendarUnit::day ? "day" : unit == CalendarUnit::week ? "week" : "month";
}

year_month month_of(Date date) {
    const auto fields = fields_of(date);
    return fields.year() / fields.month();
}

DateSpan whole_month(year_month month) {
    return {Date{month / 1}, Date{month / std::chrono::last} + days{1}};
}

/// The unit that is so many after the one `date` is in.
DateSpan around(Date date, CalendarUnit unit, int later, Weekday week_starts) {
    if (unit == CalendarUnit::month) { return whole_month(month_of(date) + std::chrono::months{later}); }
    if (unit == CalendarUnit::day) { return {date + days{later}, date + days{later + 1}}; }
    const Date first = start_of_week(date, week_starts) + days{7 * later};
    return {first, first + days{7}};
}

/// "next", "last month", "this": how many units later; nullopt for other words.
std::optional<int> steps(Words words, CalendarUnit unit) {
    const auto unit_follows = words.left() == 2 && words.peek(1) == name_of(unit);
    if (words.left() != 1 && !unit_follows) { return std::nullopt; }
    if (words.peek() == "this") { return 0; }
    if (words.peek() == "next") { return 1; }
    if (words.peek() == "last" || words.peek() == "previous") { return -1; }
    return std::nullopt;
}

/// "2027-03", "march", "mar 2027".
std::optional<year_month> named_month(const Words& words, const Now& now) {
    if (words.left() == 1) {
        if (const auto month = parse_month(words.peek())) { return month; }
    }
    const auto named = month_named(words.peek());
    if (!named || words.left() > 2) { return std::nullopt; }
    const std::chrono::month month{*named};
    const auto present = month_of(date_of(now.local));
    if (words.left() == 1) {
        return present.year() / month < present ? (present.year() + std::chrono::years{1}) / month
                                                : present.year() / month;
    }
    const auto year = words.peek(1).size() == 4 ? small_number(words.peek(1)) : std::nullopt;
    if (!year) { return std::nullopt; }
    return month_of(checked_date(words.shown(), *year, *named, 1));
}

/// "2026-w49": the Thursday of that ISO week.
std::optional<Date> iso_week(std::string_view word) {
    const auto year = word.size() == 8 ? small_number(word.substr(0, 4)) : std::nullopt;
    const auto week = word.size() == 8 ? small_number(word.substr(6)) : std::nullopt;
    if (!year || !week || word.substr(4, 2) != "-w") { return std::nullopt; }
    const auto fourth = make_date(*year, 1, 4);
    if (!fourth || *week < 1) { return std::nullopt; }
    const Date thursday = start_of_week(*fourth, std::chrono::Monday) + days{3 + 7 * (*week - 1)};
    if (fields_of(thursday).year() != std::chrono::year{*year}) {
        throw misuse(fmt::format("{} has no week {}", *year, *week),
                     fmt::format("type a date of the week, such as {}-12-28", *year));
    }
    return thursday;
}

DateSpan read_period(std::string_view text, CalendarUnit unit, const Now& now) {
    const Date today = date_of(now.local);
    if (trimmed(text).empty()) { return around(today, unit, 0, now.week_starts); }
    const Words words{text, "the date"};
    if (const auto later = steps(words, unit)) { return around(today, unit, *later, now.week_starts); }
    if (unit == CalendarUnit::month) {
        if (const auto month = named_month(words, now)) { return whole_month(*month); }
    }
    if (unit == CalendarUnit::week && words.left() == 1) {
        if (const auto thursday = iso_week(words.peek())) { return around(*thursday, unit, 0, now.week_starts); }
    }
    return around(parse_date(text, now), unit, 0, now.week_starts);
}

constexpr std::string_view kHoursHint = "type it as 7-21, 07:30-18:00 or 7am-9pm";

/// "7", "7:30", "24", "9pm".
TimeOfDay parse_hour(std::string_view text) {
    const auto word = trimmed(text);
    if (const auto hour = small_number(word); hour && all_digits(word)) {
        if (*hour <= 24) { return hours{*hour}; }
        throw misuse(fmt::format("{} is not an hour of the day", quoted(word)), std::string{kHoursHint});
    }
    if (word == "24:00") { return hours{24}; }
    return parse_time_of_day(word);
}

}  // namespace

DateSpan parse_calendar_period(std::string_view text, CalendarUnit unit, const Now& now) {
    const auto period = read_period(text, unit, now);
    if (period.from > kLastDate || period.to <= kFirstDate) {
        throw out_of_calendar(text.empty() ? fmt::format("this {}", name_of(unit)) : quoted(text));
    }
    return {std::max(period.from, kFirstDate), std::min(period.to, kLastDate + days{1})};
}

Span<TimeOfDay> parse_hours(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        throw misuse(fmt::format("{} is not a span of hours", quoted(text)), std::string{kHoursHint});
    }
    Span<TimeOfDay> span{parse_hour(text.substr(0, dash)), parse_hour(text.substr(dash + 1))};
    if (span.to == TimeOfDay{0} && span.from > span.to) { span.to = hours{24}; }  // "8pm-midnight"
    if (span.empty()) {
        throw misuse(fmt::format("the hours end before they begin: {}", quoted(text)), std::string{kHoursHint});
    }
    return span;
}

}  // namespace practice::text
