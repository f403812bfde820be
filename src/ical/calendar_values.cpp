// SPDX-License-Identifier: MIT
#include "ical/calendar_values.h"

#include "practice/plain_text.h"

namespace practice::ical {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Digits as a number, as far as they go; the caller has seen to it that they are few.
int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) { value = value * 10 + (c - '0'); }
    return value;
}

/// "140000".
std::optional<seconds> parse_clock(std::string_view text, int most_seconds) {
    if (text.size() != 6 || !all_digits(text)) { return std::nullopt; }
    const int hour = number(text.substr(0, 2));
    const int minute = number(text.substr(2, 2));
    const int second = number(text.substr(4, 2));
    if (hour > 23 || minute > 59 || second > most_seconds) { return std::nullopt; }
    return hours{hour} + minutes{minute} + seconds{second};
}

struct Unit {
    char letter;
    seconds length;
};
constexpr Unit kDateUnits[] = {{'W', std::chrono::weeks{1}}, {'D', std::chrono::days{1}}};
constexpr Unit kTimeUnits[] = {{'H', hours{1}}, {'M', minutes{1}}, {'S', seconds{1}}};

/// Takes "12H" off the front of `text`: a number of at most six digits and one of the units.
template <std::size_t size>
std::optional<seconds> take_part(std::string_view& text, const Unit (&units)[size]) {
    constexpr std::size_t most_digits = 6;
    const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
    if (digits.empty() || digits.size() > most_digits || digits.size() == text.size()) { return std::nullopt; }
    for (const auto& unit : units) {
        if (text[digits.size()] != unit.letter) { continue; }
        text.remove_prefix(digits.size() + 1);
        return number(digits) * unit.length;
    }
    return std::nullopt;
}

}  // namespace

std::optional<TimeValue> parse_time_value(std::string_view text) {
    if (text.size() < 8 || !all_digits(text.substr(0, 8))) { return std::nullopt; }
    const auto date = make_date(number(text.substr(0, 4)), static_cast<unsigned>(number(text.substr(4, 2))),
                                static_cast<unsigned>(number(text.substr(6, 2))));
    if (!date) { return std::nullopt; }
    if (text.size() == 8) { return TimeValue{*date, true, false}; }
    const bool utc = text.ends_with('Z');
    if (text[8] != 'T' || text.size() != (utc ? 16U : 15U)) { return std::nullopt; }
    const auto clock = parse_clock(text.substr(9, 6), 60);
    if (!clock) { return std::nullopt; }
    return TimeValue{*date + *clock, false, utc};
}

std::optional<seconds> parse_duration_value(std::string_view text) {
    constexpr seconds longest = std::chrono::years{10};
    if (text.starts_with('+')) { text.remove_prefix(1); }
    if (!text.starts_with('P') || text.size() < 3) { return std::nullopt; }
    text.remove_prefix(1);
    seconds sum{0};
    while (!text.empty() && text.front() != 'T') {
        const auto part = take_part(text, kDateUnits);
        if (!part) { return std::nullopt; }
        sum += *part;
    }
    if (text == "T") { return std::nullopt; }
    if (!text.empty()) { text.remove_prefix(1); }
    while (!text.empty()) {
        const auto part = take_part(text, kTimeUnits);
        if (!part) { return std::nullopt; }
        sum += *part;
    }
    return sum > longest ? std::nullopt : std::optional{sum};
}

std::optional<seconds> parse_offset_value(std::string_view text) {
    if (text.empty() || (text.front() != '+' && text.front() != '-')) { return std::nullopt; }
    std::string digits{text.substr(1)};
    if (digits.size() == 4) { digits += "00"; }
    const auto size = parse_clock(digits, 59);
    if (!size) { return std::nullopt; }
    return text.front() == '-' ? -*size : *size;
}

}  // namespace practice::ical
