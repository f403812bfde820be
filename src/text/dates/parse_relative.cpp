// SPDX-License-Identifier: MIT
// Dates counted from the present: "today", "tue", "next tue", "+2w", "in 3 days", "in 2 hours".
#include <fmt/format.h>

#include <algorithm>

#include "practice/plain_text.h"
#include "practice/working_hours.h"
#include "text/dates/time_words.h"

namespace practice::text {
namespace {

using std::chrono::days;

enum class Unit { minute, hour, day, week, month, year };

std::optional<Unit> unit_named(std::string_view word) {
    struct Name {
        std::string_view text;
        Unit unit;
    };
    constexpr Name names[] = {
        {"min", Unit::minute}, {"minute", Unit::minute}, {"h", Unit::hour}, {"hr", Unit::hour}, {"hour", Unit::hour},
        {"d", Unit::day},      {"day", Unit::day},       {"w", Unit::week}, {"wk", Unit::week}, {"week", Unit::week},
        {"mo", Unit::month},   {"month", Unit::month},   {"y", Unit::year}, {"yr", Unit::year}, {"year", Unit::year}};
    for (const auto& name : names) {
        const bool plural = word.size() == name.text.size() + 1 && word.back() == 's' && name.text.size() > 1;
        if (word == name.text || (plural && word.substr(0, name.text.size()) == name.text)) { return name.unit; }
    }
    return std::nullopt;
}

/// The date that much later; a month's 31st is never moved to another day.
Date later(Date date, int count, Unit unit, std::string_view shown) {
    if (unit == Unit::day || unit == Unit::week) {
        const auto step = days{std::int64_t{count} * (unit == Unit::week ? 7 : 1)};
        if (step > kLastDate - date) { throw out_of_calendar(shown); }
        return date + step;
    }
    const auto fields = fields_of(date);
    const auto months = std::int64_t{count} * (unit == Unit::year ? 12 : 1) + static_cast<int>(fields.year()) * 12 +
                        static_cast<unsigned>(fields.month()) - 1;
    return checked_date(shown, months / 12, static_cast<unsigned>(months % 12) + 1,
                        static_cast<unsigned>(fields.day()));
}

/// The wall-clock time that much later, in whole minutes. With the zone known, an hour is an hour even
/// where the clocks change in between.
LocalTime later(const Now& now, std::chrono::seconds step, std::string_view shown) {
    const auto present = std::chrono::ceil<std::chrono::minutes>(now.local);
    if (step > LocalTime{kLastDate} - present) { throw out_of_calendar(shown); }
    if (now.zone == nullptr) { return present + step; }
    return now.zone->to_local(now.zone->to_instant(present) + step);
}

FoundDate both(LocalTime time) {
    return {date_of(time), time_of_day(time)};
}

FoundDate after(int count, Unit unit, const Now& now, std::string_view shown) {
    if (unit == Unit::minute) { return both(later(now, std::chrono::minutes{count}, shown)); }
    if (unit == Unit::hour) { return both(later(now, std::chrono::hours{count}, shown)); }
    return {later(date_of(now.local), count, unit, shown), std::nullopt};
}

[[noreturn]] void refuse_step(const Words& words) {
    throw misuse(fmt::format("{} is not a time from now", words.shown()),
                 "type it as +2w, +3d, +1m (month), +2h or 'in 3 days'");
}

/// "m" alone is months, as +1m; nobody books 30 months ahead, and many write 30m for minutes.
Unit month_or_minute(int count, const Words& words) {
    if (count <= 12) { return Unit::month; }
    throw misuse(fmt::format("{} can be months or minutes", words.shown()),
                 fmt::format("type +{}mo or +{}min", count, count));
}

/// "+2w", "+2 weeks".
FoundDate take_plus(Words& words, const Now& now) {
    std::string_view word = words.peek().substr(1);
    const auto size = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
    const auto count = small_number(word.substr(0, size));
    const bool apart = size == word.size();
    const std::string_view unit = apart ? words.peek(1) : word.substr(size);
    if (!count) { refuse_step(words); }
    const auto known = unit == "m" ? month_or_minute(*count, words) : unit_named(unit);
    if (!known) { refuse_step(words); }
    words.take(apart ? 2 : 1);
    return after(*count, *known, now, words.shown());
}

/// "in 3 days", "in a week".
FoundDate take_in(Words& words, const Now& now) {
    const std::string_view number = words.peek(1);
    const auto count =
        number == "a" || number == "an" || number == "one" ? std::optional<int>{1} : small_number(number);
    if (count && words.peek(2) == "m") {
        throw misuse(fmt::format("{} can be months or minutes", words.shown()),
                     fmt::format("type 'in {} months' or 'in {} minutes'", *count, *count));
    }
    const auto unit = unit_named(words.peek(2));
    if (!count || !unit) { refuse_step(words); }
    words.take(3);
    return after(*count, *unit, now, words.shown());
}

Date in_calendar(Date date, std::string_view shown) {
    if (date < kFirstDate || date > kLastDate) { throw out_of_calendar(shown); }
    return date;
}

Date next_week(const Now& now, Weekday day) {
    return start_of_week(date_of(now.local), now.week_starts) + days{7} + (day - now.week_starts);
}

/// "next tue": of the week after this one.
FoundDate take_next(Words& words, const Now& now) {
    const auto day = parse_weekday(words.peek(1));
    if (!day) {
        const std::string unit{words.peek(1)};
        if (unit == "week") {
            throw misuse(fmt::format("{} is not a date", words.shown()),
                         "type a day of it, such as 'next mon'; or +1w");
        }
        if (unit == "month" || unit == "year") {
            throw misuse(fmt::format("{} is not a date", words.shown()),
                         fmt::format("type a date such as 2026-12-01, or +1{}", unit[0]));
        }
        throw misuse(fmt::format("{} is not a date", words.shown()), "after 'next' comes a weekday: 'next tue 14:00'");
    }
    words.take(2);
    return {in_calendar(next_week(now, *day), words.shown()), std::nullopt};
}

}  // namespace

std::optional<FoundDate> take_relative(Words& words, const Now& now) {
    const Date today = date_of(now.local);
    const auto on = [&](days step) { return FoundDate{in_calendar(today + step, words.shown()), std::nullopt}; };
    if (words.take_if("today")) { return on(days{0}); }
    if (words.take_if("tomorrow")) { return on(days{1}); }
    if (words.take_if("yesterday")) { return on(days{-1}); }
    if (words.take_if("now")) { return both(later(now, std::chrono::seconds{0}, words.shown())); }
    const std::string_view word = words.peek();
    if (word.size() > 1 && word[0] == '+') { return take_plus(words, now); }
    if (word == "in") { return take_in(words, now); }
    if (word == "next") { return take_next(words, now); }
    return std::nullopt;
}

}  // namespace practice::text
