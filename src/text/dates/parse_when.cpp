// SPDX-License-Identifier: MIT
// Whole answers to "when": a date, a time, or both in either order.
#include <fmt/format.h>

#include <algorithm>

#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "text/dates/time_words.h"
#include "text/format_time.h"

namespace practice::text {
namespace {

constexpr std::string_view kHint =
    "type it as '2026-12-01 14:00', 'dec 1 2pm', 'tue 14:00', 'tomorrow 9am' or '+2w 14:00'";

[[noreturn]] void refuse_word(const Words& words) {
    static const std::vector<std::string> known{
        "today",    "tomorrow",  "yesterday", "next",     "monday",   "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",    "january",   "february", "march",    "april",   "may",       "june",     "july",
        "august",   "september", "october",   "november", "december", "noon",    "midnight"};
    const std::string word{words.peek()};
    const auto near = word.size() > 2 ? nearest(word, known, 1) : std::vector<std::string>{};
    const auto message = quoted(word) == words.shown()
                             ? fmt::format("{} is not a date or time", words.shown())
                             : fmt::format("{} in {} is not a date or time", quoted(word), words.shown());
    throw misuse(message, near.empty() ? std::string{kHint} : fmt::format("did you mean '{}'?", near[0]));
}

/// "next", and what else asks for the first free slot.
bool wants_first_free(Words& words) {
    const bool alone = words.left() == 1 && words.peek() == "next";
    const bool said =
        words.left() == 2 && (words.peek() == "next" || words.peek() == "first") && words.peek(1) == "free";
    return alone || said;
}

void add_time(When& when, const ClockTime& clock, const Words& words) {
    if (when.time) { throw misuse(fmt::format("{} has two times of day", words.shown()), std::string{kHint}); }
    when.time = clock.time;
    if (!clock.offset) { return; }
    if (!when.date) {
        throw misuse(fmt::format("{} has an offset but no date", words.shown()), "type it as 2026-12-01T14:00-05:00");
    }
    when.instant = Instant{(LocalTime{*when.date} + clock.time - *clock.offset).time_since_epoch()};
}

/// "2026-12-01 14:00", or with a T, when there is such a time: what files have in each of many rows, read at little
/// cost. Everything else is read word by word.
std::optional<When> plain_date_and_time(std::string_view text) {
    constexpr std::size_t seam = 10;
    if (text.size() != seam + 6 || (text[seam] != ' ' && text[seam] != 'T') || text[seam + 3] != ':') {
        return std::nullopt;
    }
    const auto date = parse_iso_date(text.substr(0, seam));
    const auto hour = small_number(text.substr(seam + 1, 2));
    const auto minute = small_number(text.substr(seam + 4));
    if (!date || !hour || !minute || *hour > 23 || *minute > 59) { return std::nullopt; }
    When when;
    when.date = date;
    when.time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
    return when;
}

}  // namespace

When parse_when(std::string_view text, const Now& now) {
    if (const auto when = plain_date_and_time(text)) { return *when; }
    Words words{text, "the time"};
    When when;
    if (wants_first_free(words)) {
        when.first_free = true;
        return when;
    }
    while (!words.done()) {
        const bool beside_date = words.part_date_and_time();
        const auto date = when.date ? std::nullopt : take_date(words, now);
        if (date) {
            if (date->time && when.time) { add_time(when, {*date->time, std::nullopt}, words); }
            when.date = date->date;
            if (date->time) { when.time = date->time; }
        }
        if (when.date) { words.take_if("at"); }
        const auto clock = take_clock(words, beside_date);
        if (clock) { add_time(when, *clock, words); }
        if (!date && !clock) { refuse_word(words); }
    }
    return when;
}

Date parse_date(std::string_view text, const Now& now) {
    const When when = parse_when(text, now);
    if (!when.date || when.time) {
        throw misuse(fmt::format("{} is not a date alone", quoted(trimmed(text))),
                     "type it as 2026-12-01, 'dec 1', tue, tomorrow or +2w");
    }
    return *when.date;
}

std::vector<Date> parse_dates(std::string_view text, const Now& now) {
    constexpr std::size_t longest = 50'000;
    if (text.size() > longest) {
        throw misuse("the list of dates is too long", fmt::format("at most {} characters are read", longest));
    }
    std::vector<Date> dates;
    for (const auto part : split(text, ',')) {
        if (part.empty()) {
            throw misuse(fmt::format("{} has an empty place in its list of dates", quoted(text)),
                         "type them as 2026-12-24,2026-12-31");
        }
        dates.push_back(parse_date(part, now));
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

LocalTime on_clock(Instant instant, const TimeZone& zone) {
    const auto local = zone.to_local(instant);
    const auto first = zone.to_instant(local);
    if (first == instant) { return local; }
    throw misuse(
        rfc3339(local, zone.offset_at(instant)) + " is the second " + to_string_time(time_of_day(local)) +
            " of that day in " + zone.name() + ", and a session would be at the first",
        "the first is " + rfc3339(local, zone.offset_at(first)) + "; or give a time after the hour that comes twice");
}

}  // namespace practice::text
