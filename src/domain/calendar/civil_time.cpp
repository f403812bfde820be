// SPDX-License-Identifier: MIT
#include "practice/civil_time.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace practice {
namespace {

constexpr std::array<std::string_view, 7> kShortDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 7> kLongDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kShortMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

void put_digits(std::string& text, unsigned value, int width) {
    const auto at = text.size();
    text.append(static_cast<std::size_t>(width), '0');
    for (int i = width; i-- > 0; value /= 10) {
        text[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    }
}

std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') { return std::nullopt; }
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day fields{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!fields.ok()) { return std::nullopt; }
    const Date date{fields};
    if (date < kFirstDate || date > kLastDate) { return std::nullopt; }
    return date;
}

std::string to_string(Date date) {
    const auto fields = fields_of(date);
    std::string text;
    const auto year = static_cast<unsigned>(static_cast<int>(fields.year()));
    put_digits(text, year, year > 9999 ? 5 : 4);  // what begins on the last day may end after it
    text += '-';
    put_digits(text, static_cast<unsigned>(fields.month()), 2);
    text += '-';
    put_digits(text, static_cast<unsigned>(fields.day()), 2);
    return text;
}

std::string to_string(LocalTime time) {
    const auto seconds = static_cast<unsigned>(time_of_day(time).count());
    std::string text = to_string(date_of(time));
    text += 'T';
    put_digits(text, seconds / 3600, 2);
    text += ':';
    put_digits(text, seconds / 60 % 60, 2);
    text += ':';
    put_digits(text, seconds % 60, 2);
    return text;
}

std::string to_string_time(TimeOfDay time) {
    const auto seconds = static_cast<unsigned>(time.count());
    std::string text;
    put_digits(text, seconds / 3600, 2);
    text += ':';
    put_digits(text, seconds / 60 % 60, 2);
    if (seconds % 60 != 0) {
        text += ':';
        put_digits(text, seconds % 60, 2);
    }
    return text;
}

std::string to_string(Instant instant) {
    return to_string(LocalTime{instant.time_since_epoch()}) + 'Z';
}

std::string_view short_name(Weekday day) {
    return kShortDays.at(day.c_encoding());
}
std::string_view long_name(Weekday day) {
    return kLongDays.at(day.c_encoding());
}
std::string_view short_name(std::chrono::month month) {
    return kShortMonths.at(static_cast<unsigned>(month) - 1);
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') { return std::nullopt; }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) { return std::nullopt; }
    return make_date(static_cast<int>(*year), *month, *day);
}

}  // namespace practice
