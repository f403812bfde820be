// SPDX-License-Identifier: MIT
// Calendar dates: ISO, with the month's name, with a weekday in front.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "practice/plain_text.h"
#include "practice/working_hours.h"
#include "text/dates/time_words.h"

namespace practice::text {
namespace {

/// "1", "1st", "22nd"; nullopt for anything else.
std::optional<unsigned> day_number(std::string_view word) {
    const auto letters = std::find_if_not(word.begin(), word.end(), is_digit);
    const auto size = static_cast<std::size_t>(letters - word.begin());
    const auto ending = word.substr(size);
    const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (size > 2 || (!ending.empty() && !ordinal)) { return std::nullopt; }
    const auto number = small_number(word.substr(0, size));
    return number ? std::optional<unsigned>{static_cast<unsigned>(*number)} : std::nullopt;
}

/// Without a year: the next such day that is not before today.
Date coming(unsigned month, unsigned day, const Now& now, std::string_view shown) {
    const Date today = date_of(now.local);
    const int year = static_cast<int>(fields_of(today).year());
    const bool passed = fields_of(today) > std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    return checked_date(shown, year + (passed ? 1 : 0), month, day);
}

/// The parts of a date in digits, and what stood between them.
struct Digits {
    std::vector<std::string_view> parts;
    char mark = '-';
};
/// Two or three groups of digits with one and the same mark (- / .) between them; one dot may follow.
std::optional<Digits> digit_groups(std::string_view word) {
    const auto mark = word.find_first_not_of("0123456789");
    if (word.empty() || mark == 0 || mark == std::string_view::npos) { return std::nullopt; }
    Digits digits;
    digits.mark = word[mark];
    if (digits.mark != '-' && digits.mark != '/' && digits.mark != '.') { return std::nullopt; }
    if (digits.mark == '.' && word.back() == '.') { word.remove_suffix(1); }
    digits.parts = split(word, digits.mark);
    const bool all = std::all_of(digits.parts.begin(), digits.parts.end(), all_digits);
    if (!all || digits.parts.size() > 3 || digits.parts.size() < 2) { return std::nullopt; }
    return digits;
}

/// A reading of "10/05/26" as ISO, when there is such a date. Without a year: the next one.
std::optional<std::string> reading(std::string_view month_text, std::string_view day_text, std::string_view year_text,
                                   const Now& now) {
    const auto month = small_number(month_text);
    const auto day = small_number(day_text);
    if (!month || !day) { return std::nullopt; }
    const Date today = date_of(now.local);
    int year = static_cast<int>(fields_of(today).year());
    if (!year_text.empty()) {
        const auto given = small_number(year_text);
        if (!given || (year_text.size() != 2 && year_text.size() != 4)) { return std::nullopt; }
        year = year_text.size() == 2 ? 2000 + *given : *given;
    }
    auto date = make_date(year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (date && year_text.empty() && *date < today) {
        date = make_date(year + 1, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    }
    return date ? std::optional<std::string>{to_string(*date)} : std::nullopt;
}

[[noreturn]] void refuse_order(std::string_view word, const Digits& digits, const Now& now) {
    const std::string_view year = digits.parts.size() == 3 ? digits.parts[2] : std::string_view{};
    const auto month_first = reading(digits.parts[0], digits.parts[1], year, now);
    const auto day_first = reading(digits.parts[1], digits.parts[0], year, now);
    if (month_first && day_first && *month_first != *day_first) {
        throw misuse(fmt::format("{} can be read in two ways", quoted(word)),
                     fmt::format("type {} or {}", *month_first, *day_first));
    }
    const auto only = month_first ? month_first : day_first;
    throw misuse(fmt::format("{} does not say which is the day and which the month", quoted(word)),
                 only ? "type " + *only : "type dates as 2026-12-01");
}

/// Year first: ISO, or nearly so.
Date year_first(std::string_view word, const Digits& digits) {
    const auto year = small_number(digits.parts[0]);
    const auto month = small_number(digits.parts[1]);
    const auto day = small_number(digits.parts[2]);
    if (!year || !month || !day) { throw out_of_calendar(quoted(word)); }
    const Date date = checked_date(digits.mark == '-' ? std::string{word} : quoted(word), *year,
                                   static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (to_string(date) != word) {
        throw misuse(fmt::format("{} is not a date as it is written here", quoted(word)), "type " + to_string(date));
    }
    return date;
}

/// "20261201", and "2026-12" without its day.
void refuse_incomplete(std::string_view word) {
    if (const auto month = parse_month(word)) {
        throw misuse(fmt::format("{} is a month; here a day is needed", quoted(word)),
                     fmt::format("type a date such as {}-01", word));
    }
    if (word.size() != 8 || !all_digits(word)) { return; }
    const auto iso = fmt::format("{}-{}-{}", word.substr(0, 4), word.substr(4, 2), word.substr(6));
    throw misuse(fmt::format("{} is not a date as it is written here", quoted(word)),
                 "type " + (parse_iso_date(iso) ? iso : "dates as 2026-12-01"));
}

/// "tue" alone, or in front of a date, which must then be one.
std::optional<FoundDate> take_weekday(Words& words, const Now& now) {
    const auto day = parse_weekday(words.peek());
    if (!day) { return std::nullopt; }
    words.take();
    auto date = take_month_and_day(words, now);
    if (!date) { date = take_numeric_date(words, now); }
    if (date && weekday_of(*date) != *day) {
        throw misuse(
            fmt::format("{} is a {}, not a {}", to_string(*date), long_name(weekday_of(*date)), long_name(*day)),
            "leave out the weekday, or correct the date");
    }
    if (!date) {
        const Date today = date_of(now.local);
        date = today + std::chrono::days{1} + (*day - (weekday_of(today) + std::chrono::days{1}));
        if (*date > kLastDate) { throw out_of_calendar(words.shown()); }
    }
    return FoundDate{*date, std::nullopt};
}

}  // namespace

std::optional<Date> take_month_and_day(Words& words, const Now& now) {
    auto month = month_named(words.peek());
    auto day = day_number(words.peek(1));
    if (!month) {
        month = month_named(words.peek(1));
        day = day_number(words.peek());
        if (!month || !day) { return std::nullopt; }
    }
    if (!day) {
        throw misuse(fmt::format("{} has a month but no day", words.shown()),
                     fmt::format("type it as '{} 1' or 2026-12-01", words.peek()));
    }
    const auto year = words.peek(2).size() == 4 ? small_number(words.peek(2)) : std::nullopt;
    const bool with_year = year && *year >= 1900;  // "dec 1 1400" wants to be a time
    const std::string shown = quoted(fmt::format("{} {}{}{}", words.peek(), words.peek(1), with_year ? " " : "",
                                                 with_year ? words.peek(2) : std::string_view{}));
    words.take(with_year ? 3 : 2);
    return with_year ? checked_date(shown, *year, *month, *day) : coming(*month, *day, now, shown);
}

std::optional<Date> take_numeric_date(Words& words, const Now& now) {
    const std::string_view word = words.peek();
    refuse_incomplete(word);
    const auto digits = digit_groups(word);
    if (!digits) { return std::nullopt; }
    const bool like_a_time = digits->parts.size() == 2 && digits->mark == '.' && word.back() != '.';
    if (like_a_time) { return std::nullopt; }
    if (digits->parts.size() != 3 || digits->parts[0].size() <= 2) { refuse_order(word, *digits, now); }
    const Date date = year_first(word, *digits);
    words.take();
    return date;
}

std::optional<FoundDate> take_date(Words& words, const Now& now) {
    if (const auto found = take_relative(words, now)) { return found; }
    if (const auto found = take_weekday(words, now)) { return found; }
    auto date = take_month_and_day(words, now);
    if (!date) { date = take_numeric_date(words, now); }
    return date ? std::optional<FoundDate>{{*date, std::nullopt}} : std::nullopt;
}

}  // namespace practice::text
