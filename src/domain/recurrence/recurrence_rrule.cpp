// SPDX-License-Identifier: MIT
// RRULE values, read: each part by its name, all that is wrong told at once. What parts may stand
// together is normalized()'s affair.
#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "recurrence_names.h"

namespace practice {
namespace {

using Problems = std::vector<Problem>;

/// Longer texts are no rules: the longest legal lists together stay below.
constexpr std::size_t kLongestRule = 8'000;

/// Digits as a number; what is too large for any field stays too large for all.
std::optional<int> number(std::string_view text) {
    constexpr int kTooLarge = 1'000'000;
    if (!all_digits(text)) { return std::nullopt; }
    int value = 0;
    for (const char c : text) { value = std::min(kTooLarge, value * 10 + (c - '0')); }
    return value;
}

std::optional<int> signed_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) { text.remove_prefix(1); }
    const auto value = number(text);
    return value && negative ? -*value : value;
}

struct Part {
    std::string name;   // capitals
    std::string value;  // capitals
    [[nodiscard]] std::string text() const { return quoted(name + "=" + value); }
};

/// One part of a rule being read.
struct Reading {
    ParsedRule parsed;
    Problems problems;
    bool has_frequency = false;
};

void read_frequency(const Part& part, Reading& reading) {
    constexpr std::string_view hint = "use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY";
    if (const auto frequency = frequency_named(part.value)) {
        reading.parsed.rule.frequency = *frequency;
    } else if (part.value == "HOURLY" || part.value == "MINUTELY" || part.value == "SECONDLY") {
        add_problem(reading.problems, "FREQ=" + part.value + " is finer than a day: sessions repeat by day at most",
                    std::string{hint});
    } else {
        add_problem(reading.problems, part.text() + " is no frequency", std::string{hint});
    }
}

void read_limit(const Part& part, int largest, std::string_view hint, Reading& reading, int& target) {
    const auto value = number(part.value);
    if (!value || *value < 1 || *value > largest) {
        const auto wrong = value ? " is out of range" : " is not a number";
        add_problem(reading.problems, part.text() + wrong, "use 1 to " + std::to_string(largest) + std::string{hint});
    } else {
        target = *value;
    }
}

void read_numbers(const Part& part, int largest, bool from_end, Reading& reading, std::vector<int>& target) {
    for (const auto element : split(part.value, ',')) {
        const auto value = signed_number(element);
        if (value && *value != 0 && *value <= largest && *value >= (from_end ? -largest : 1)) {
            target.push_back(*value);
            continue;
        }
        std::string hint = "use 1 to " + std::to_string(largest);
        if (from_end) { hint += " or -1 (the last) to -" + std::to_string(largest); }
        add_problem(reading.problems,
                    quoted(element) + " in " + part.name + (value ? " is out of range" : " is not a number"),
                    hint + ", separated by commas");
    }
}

std::optional<RuleDay> read_day(std::string_view text) {
    if (text.size() < 2) { return std::nullopt; }
    const auto day = weekday_of_code(text.substr(text.size() - 2));
    const auto digits = text.substr(0, text.size() - 2);
    if (!day) { return std::nullopt; }
    if (digits.empty()) { return RuleDay{0, *day}; }
    const auto ordinal = signed_number(digits);
    if (!ordinal || *ordinal == 0 || *ordinal < -53 || *ordinal > 53) { return std::nullopt; }
    return RuleDay{*ordinal, *day};
}

void read_days(const Part& part, Reading& reading) {
    for (const auto element : split(part.value, ',')) {
        if (const auto day = read_day(element)) {
            reading.parsed.rule.by_day.push_back(*day);
        } else {
            add_problem(reading.problems, quoted(element) + " in BYDAY is no weekday",
                        "use MO, TU, WE, TH, FR, SA, SU, by month or year also numbered: 2TU, -1FR (the last Friday)");
        }
    }
}

void read_week_start(const Part& part, Reading& reading) {
    if (const auto day = weekday_of_code(part.value)) {
        reading.parsed.rule.week_start = *day;
    } else {
        add_problem(reading.problems, part.text() + " is no weekday",
                    "use one of MO, TU, WE, TH, FR, SA, SU, as in WKST=SU");
    }
}

/// "20270630", alone or with "T235959" or "T235959Z".
void read_until(const Part& part, Reading& reading) {
    const auto refuse = [&] {
        add_problem(reading.problems, part.text() + " is not a date",
                    "use UNTIL=20270630 (that day included), or with a time UNTIL=20270630T140000Z");
    };
    const std::string_view text = part.value;
    const bool utc = text.ends_with('Z');
    const auto time = text.size() == 8 ? std::string_view{} : text.substr(0, text.size() - (utc ? 1 : 0));
    if (text.size() < 8 || !all_digits(text.substr(0, 8))) { return refuse(); }
    const auto field = [&](std::size_t at, std::size_t size) { return number(text.substr(at, size)).value_or(0); };
    const auto date = make_date(field(0, 4), static_cast<unsigned>(field(4, 2)), static_cast<unsigned>(field(6, 2)));
    if (!date) { return refuse(); }
    if (text.size() == 8) {
        reading.parsed.rule.until = *date;
        return;
    }
    if (time.size() != 15 || time[8] != 'T' || !all_digits(time.substr(9))) { return refuse(); }
    const int hour = field(9, 2), minute = field(11, 2), second = field(13, 2);
    if (hour > 23 || minute > 59 || second > 60) { return refuse(); }
    const LocalTime local =
        *date + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
    if (utc) {
        reading.parsed.until_time = Instant{local.time_since_epoch()};
    } else {
        reading.parsed.until_time = local;
    }
}

void refuse_part(const Part& part, Reading& reading) {
    std::string hint =
        "known parts: FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, BYYEARDAY, "
        "BYWEEKNO, WKST";
    if (part.name == "BYHOUR" || part.name == "BYMINUTE" || part.name == "BYSECOND") {
        add_problem(reading.problems, part.name + " is finer than a day: a series has one time of day",
                    "leave " + part.name + " out and give the time of day with the start");
    } else if (part.name == "RSCALE" || part.name == "SKIP") {
        add_problem(reading.problems,
                    part.name + " is not supported: dates are Gregorian, those that do not exist are left out",
                    "leave " + part.name + " out");
    } else if (part.name.starts_with("X-")) {
        add_problem(reading.problems, quoted(part.name) + " is a private extension, its meaning is unknown",
                    "leave it out if the rule is right without it");
    } else {
        add_problem(reading.problems, quoted(part.name) + " is no part of a recurrence rule", std::move(hint));
    }
}

void read_part(const Part& part, Reading& reading) {
    auto& rule = reading.parsed.rule;
    if (part.name == "FREQ") {
        read_frequency(part, reading);
    } else if (part.name == "INTERVAL") {
        read_limit(part, kLargestInterval, "; INTERVAL=2 is every other one", reading, rule.interval);
    } else if (part.name == "COUNT") {
        rule.count = 1;
        read_limit(part, kLargestCount, ", or leave COUNT out: the rule then never ends", reading, *rule.count);
    } else if (part.name == "UNTIL") {
        read_until(part, reading);
    } else if (part.name == "BYDAY") {
        read_days(part, reading);
    } else if (part.name == "BYMONTHDAY") {
        read_numbers(part, 31, true, reading, rule.by_month_day);
    } else if (part.name == "BYMONTH") {
        read_numbers(part, 12, false, reading, rule.by_month);
    } else if (part.name == "BYYEARDAY") {
        read_numbers(part, 366, true, reading, rule.by_year_day);
    } else if (part.name == "BYWEEKNO") {
        read_numbers(part, 53, true, reading, rule.by_week_number);
    } else if (part.name == "BYSETPOS") {
        read_numbers(part, 366, true, reading, rule.by_set_position);
    } else if (part.name == "WKST") {
        read_week_start(part, reading);
    } else {
        refuse_part(part, reading);
    }
}

void read_parts(std::string_view text, Reading& reading) {
    std::vector<std::string> seen;
    for (const auto piece : split(text, ';')) {
        const auto equals = piece.find('=');
        if (equals == std::string_view::npos || equals == 0) {
            add_problem(reading.problems, quoted(piece) + " is not a part of the form NAME=VALUE",
                        "a rule reads FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH");
            continue;
        }
        const Part part{capital_letters(trimmed(piece.substr(0, equals))),
                        capital_letters(trimmed(piece.substr(equals + 1)))};
        if (std::find(seen.begin(), seen.end(), part.name) != seen.end()) {
            add_problem(reading.problems, quoted(part.name) + " stands twice in the rule",
                        "keep the one that is meant");
            continue;
        }
        seen.push_back(part.name);
        read_part(part, reading);
    }
    const auto has = [&seen](std::string_view name) { return std::find(seen.begin(), seen.end(), name) != seen.end(); };
    if (!has("FREQ")) {
        add_problem(reading.problems, "the rule has no FREQ", "begin with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
    }
    if (has("COUNT") && reading.parsed.until_time) {
        add_problem(reading.problems, "COUNT and UNTIL exclude each other", "keep the one that is meant");
    }
}

}  // namespace

bool looks_like_rrule(std::string_view text) {
    return capital_letters(text.substr(0, kLongestRule)).find("FREQ=") != std::string::npos;
}

ParsedRule parse_rrule(std::string_view text) {
    constexpr std::string_view prefix = "RRULE:";
    text = trimmed(text);
    if (capital_letters(text.substr(0, prefix.size())) == prefix) { text.remove_prefix(prefix.size()); }
    if (text.size() > kLongestRule) {
        throw misuse("the rule is too long", "a rule reads FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH");
    }
    if (text.ends_with(';')) { text.remove_suffix(1); }  // harmless, and some calendars write it
    Reading reading;
    read_parts(text, reading);
    if (!reading.problems.empty()) { throw Refusal{RefusalKind::misuse, std::move(reading.problems)}; }
    reading.parsed.rule = normalized(std::move(reading.parsed.rule));
    return reading.parsed;
}

RecurrenceRule resolve_until(const ParsedRule& parsed, TimeOfDay start, const TimeZone& zone) {
    auto rule = parsed.rule;
    if (!parsed.until_time) { return rule; }
    const auto* instant = std::get_if<Instant>(&*parsed.until_time);
    const auto local = instant ? zone.to_local(*instant) : std::get<LocalTime>(*parsed.until_time);
    const auto in_time = [&](Date date) {
        const LocalTime begin = date + start;
        return instant ? zone.to_instant(begin) <= *instant : begin <= local;
    };
    // A day that the zone skips puts the start up to a day away from where the wall clock has it.
    auto date = date_of(local) + std::chrono::days{2};
    while (!in_time(date)) { date -= std::chrono::days{1}; }
    rule.until = std::clamp(date, kFirstDate, kLastDate);
    return rule;
}

}  // namespace practice
