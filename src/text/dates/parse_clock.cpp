// SPDX-License-Identifier: MIT
// Times of day.
#include <fmt/format.h>

#include <algorithm>

#include "practice/plain_text.h"
#include "text/dates/time_words.h"

namespace practice::text {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// What stands on the clock, before anybody asked whether such a time exists.
struct Face {
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::size_t parts = 1;  // hour; hour and minute; with seconds
    char half = ' ';        // 'a', 'p'
    std::string_view rest;  // behind the clock: an offset, or what does not belong
};

/// "am", "p.m.": 'a' or 'p'; anything else: ' '.
char half_of_day(std::string_view word) {
    const bool dotted = word.size() == 4 && word[1] == '.' && word[2] == 'm' && word[3] == '.';
    const bool plain = word.size() == 2 && word[1] == 'm';
    return (dotted || plain) && (word[0] == 'a' || word[0] == 'p') ? word[0] : ' ';
}

/// Up to two digits at the front of `text`, taken off it.
std::optional<int> take_two_digits(std::string_view& text, std::size_t least) {
    std::size_t size = 0;
    while (size < text.size() && size < 2 && is_digit(text[size])) { ++size; }
    if (size < least || (size < text.size() && is_digit(text[size]))) { return std::nullopt; }
    const auto number = small_number(text.substr(0, size));
    text.remove_prefix(size);
    return number;
}

std::optional<Face> read_face(std::string_view word) {
    Face face;
    const auto hour = take_two_digits(word, 1);
    if (!hour) { return std::nullopt; }
    face.hour = *hour;
    for (int* part : {&face.minute, &face.second}) {
        if (word.size() < 2 || word[0] != ':') { break; }
        word.remove_prefix(1);
        const auto number = take_two_digits(word, 2);
        if (!number) { return std::nullopt; }
        *part = *number;
        ++face.parts;
    }
    face.half = half_of_day(word);
    face.rest = face.half == ' ' ? word : std::string_view{};
    return face;
}

std::string clock_text(int hour, int minute) {
    return fmt::format("{:02}:{:02}", hour, minute);
}

/// REQUIRES: the parts are those of a face that has a half of the day.
TimeOfDay on_twelve_hours(const Face& face, std::string_view shown) {
    if (face.hour > 12 && face.hour < 24) {
        throw misuse(fmt::format("{} is not a time of day", shown),
                     fmt::format("type {} or {}pm", clock_text(face.hour, face.minute),
                                 face.minute == 0 ? std::to_string(face.hour - 12)
                                                  : fmt::format("{}:{:02}", face.hour - 12, face.minute)));
    }
    if (face.hour < 1 || face.hour > 12) {
        throw misuse(fmt::format("{} is not a time of day", shown),
                     "hours with am or pm run from 1 to 12; midnight is 00:00");
    }
    return hours{face.hour % 12 + (face.half == 'p' ? 12 : 0)} + minutes{face.minute} + seconds{face.second};
}

TimeOfDay to_time(const Face& face, std::string_view shown) {
    if (face.minute > 59 || face.second > 59) {
        throw misuse(fmt::format("{} is not a time of day", shown), "minutes and seconds run from 0 to 59");
    }
    if (face.half != ' ') { return on_twelve_hours(face, shown); }
    if (face.hour == 24 && face.minute == 0) {
        throw misuse(fmt::format("{} is not a time of day", shown), "type 00:00 of the next day");
    }
    if (face.hour > 23) { throw misuse(fmt::format("{} is not a time of day", shown), "hours run from 0 to 23"); }
    return hours{face.hour} + minutes{face.minute} + seconds{face.second};
}

/// "z", "+05:30", "-0500", "+02".
std::optional<seconds> read_offset(std::string_view text) {
    if (text == "z") { return seconds{0}; }
    if (text.empty() || (text[0] != '+' && text[0] != '-')) { return std::nullopt; }
    std::string digits;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool colon = i == 3 && text.size() == 6 && text[i] == ':';
        if (!colon) { digits += text[i]; }
    }
    if (digits.size() == 2) { digits += "00"; }
    if (digits.size() != 4 || !all_digits(digits)) { return std::nullopt; }
    const int number = *small_number(digits);
    const auto size = hours{number / 100} + minutes{number % 100};
    if (number % 100 > 59 || size > hours{14}) { return std::nullopt; }  // no zone is farther off
    return text[0] == '-' ? -size : size;
}

/// "9:00-9:45": refused with the length.
void refuse_span(std::string_view word) {
    const auto dash = word.find('-');
    if (dash == std::string_view::npos) { return; }
    const auto from = read_face(word.substr(0, dash));
    const auto to = read_face(word.substr(dash + 1));
    const bool is_span = from && to && from->rest.empty() && to->rest.empty() && from->parts < 3;
    if (!is_span) { return; }
    const int length = (to->hour - from->hour) * 60 + to->minute - from->minute;
    throw misuse(fmt::format("{} is a span of time, or a time with an offset", quoted(word)),
                 fmt::format("type the start alone{}; an offset is read in the form 2026-12-01T14:00-05:00",
                             length > 0 && from->half == to->half ? fmt::format(", and --length {}", length) : ""));
}

/// What somebody who wrote this may have meant; empty when it is anybody's guess.
std::string likely_time(std::string_view word) {
    const auto number = small_number(word);
    if (number && word.size() <= 2 && *number < 24) {
        if (*number >= 1 && *number < 12) {
            return fmt::format("{} or {}", clock_text(*number, 0), clock_text(*number + 12, 0));
        }
        return clock_text(*number, 0);
    }
    const bool joined = number && (word.size() == 3 || word.size() == 4);
    if (joined && *number / 100 < 24 && *number % 100 < 60) { return clock_text(*number / 100, *number % 100); }
    if (word.size() >= 3 && word.size() <= 4 && word[word.size() - 2] == ':' && is_digit(word.back())) {  // "9:5"
        const auto hour = word.substr(0, word.size() - 2);
        return word.back() < '6' ? fmt::format("{}:0{} or {}:{}0", hour, word.back(), hour, word.back())
                                 : std::string{};
    }
    const auto mark = word.find_first_of(".h,");
    if (mark == std::string_view::npos) { return {}; }
    auto tail = word.substr(mark + 1);
    const auto letters = std::find_if_not(tail.begin(), tail.end(), is_digit);
    const auto half = tail.substr(static_cast<std::size_t>(letters - tail.begin()));
    tail.remove_suffix(half.size());
    const auto hour = small_number(word.substr(0, mark));
    const auto minute = tail.empty() ? std::optional<int>{0} : small_number(tail);
    const bool fits = hour && minute && *hour < 24 && *minute < 60 && (tail.empty() || tail.size() == 2);
    if (!fits || (!half.empty() && half_of_day(half) == ' ')) { return {}; }
    return half.empty() ? clock_text(*hour, *minute) : fmt::format("{}:{:02}{}m", *hour, *minute, half[0]);
}

[[noreturn]] void refuse_clock(std::string_view word) {
    const auto likely = likely_time(word);
    throw misuse(fmt::format("{} is not a time of day", quoted(word)),
                 likely.empty() ? "type it as 14:00 or 2pm" : "type " + likely);
}

std::optional<ClockTime> take_named(Words& words) {
    if (words.take_if("noon") || words.take_if("midday")) { return ClockTime{hours{12}, std::nullopt}; }
    if (words.take_if("midnight")) { return ClockTime{hours{0}, std::nullopt}; }
    return std::nullopt;
}

}  // namespace

std::optional<ClockTime> take_clock(Words& words, bool beside_date) {
    if (const auto named = take_named(words)) { return named; }
    const std::string_view word = words.peek();
    if (word.empty() || !is_digit(word[0])) { return std::nullopt; }
    auto face = read_face(word);
    if (!face) { refuse_clock(word); }
    const bool half_apart = face->half == ' ' && face->rest.empty() && half_of_day(words.peek(1)) != ' ';
    if (half_apart) { face->half = half_of_day(words.peek(1)); }
    if (!beside_date && face->parts < 3) { refuse_span(word); }
    if (face->parts == 1 && face->half == ' ') { refuse_clock(word); }
    ClockTime clock{to_time(*face, quoted(word)), std::nullopt};
    if (!face->rest.empty()) {
        clock.offset = read_offset(face->rest);
        if (!clock.offset) {
            const bool meant = face->rest[0] == '+' || face->rest[0] == '-';
            if (!meant) { refuse_clock(word); }
            throw misuse(fmt::format("{} has no offset that any zone has", quoted(word)), "type it as 14:00-05:00");
        }
    }
    words.take(half_apart ? 2 : 1);
    return clock;
}

TimeOfDay parse_time_of_day(std::string_view text) {
    Words words{text, "the time of day"};
    const auto clock = take_clock(words);
    if (!clock || !words.done() || clock->offset) {
        throw misuse(fmt::format("{} is not a time of day", words.shown()), "type it as 14:00 or 2pm");
    }
    return clock->time;
}

}  // namespace practice::text
