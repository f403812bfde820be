// SPDX-License-Identifier: MIT
#include "app/booking/rule_words.h"

#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "text/format_time.h"

namespace practice::app {
namespace {

void set_end(RecurrenceRule& rule, const SessionWords& words, const text::Now& now) {
    refuse_two_ends(words);
    const bool ends = words.ends && !says_never(*words.ends);
    const bool times = words.times && !says_none(*words.times);
    if ((words.ends || words.times || words.held) && (rule.count || rule.until)) {
        throw misuse("the rule has an end of its own", "leave out `ends`, `times` and `held`, or the rule's end");
    }
    if (times) {
        rule.count = of_field("times", [&] { return text::parse_number(*words.times, "`times`", 1, kLargestCount); });
    }
    if (ends) {
        rule.until = of_field("ends", [&] { return text::parse_date(*words.ends, now); });
    }
}

}  // namespace

void refuse_two_ends(const SessionWords& words) {
    const bool ends = words.ends && !says_never(*words.ends);
    const bool times = words.times && !says_none(*words.times);
    const auto both = [](std::string_view a, std::string_view b) {
        return misuse(std::string{a} + " and " + std::string{b} + " contradict each other", "give one of them");
    };
    if (ends && times) { throw both("`ends`", "`times`"); }
    if (ends && words.held) { throw both("`ends`", "`held`"); }
    if (times && words.held) { throw both("`times`", "`held`"); }
}

std::optional<int> read_held(const SessionWords& words) {
    if (!words.held || says_none(*words.held)) { return std::nullopt; }
    return of_field("held", [&] { return text::parse_number(*words.held, "`held`", 1, kLargestCount); });
}

std::optional<RecurrenceRule> read_rule(const SessionWords& words, const text::Now& now, const TimeZone& zone,
                                        std::optional<TimeOfDay> start, Weekday week_starts,
                                        const Directory& directory) {
    const bool custom_parts = words.every || words.unit || words.on;
    if (words.repeat && words.rrule) { throw misuse("`repeat` and `rrule` contradict each other", "give one of them"); }
    const bool custom = words.repeat && is_keyword(*words.repeat, "custom");
    if (custom_parts && !custom) {
        throw misuse("`every`, `unit` and `on` belong to `repeat custom`", "add `repeat custom`");
    }
    const bool single = words.rrule ? says_none(*words.rrule) : !words.repeat || says_single(*words.repeat);
    if (single) {
        if ((words.ends && !says_never(*words.ends)) || (words.times && !says_none(*words.times)) || words.held) {
            throw misuse("an end is given, but no recurrence",
                         "add `repeat weekly`, or leave out `ends`, `times` and `held`");
        }
        return std::nullopt;
    }
    RecurrenceRule rule;
    if (custom) {
        rule = parse_custom_recurrence(words.every.value_or("1"), words.unit.value_or("week"), words.on.value_or(""),
                                       week_starts);
    } else if (words.rrule || looks_like_rrule(*words.repeat)) {
        constexpr TimeOfDay end_of_day{std::chrono::hours{24} - std::chrono::seconds{1}};
        rule = resolve_until(parse_rrule(words.rrule ? *words.rrule : *words.repeat), start.value_or(end_of_day), zone);
    } else if (const auto* named = directory.recurrence_named(*words.repeat)) {
        rule = named->rule;
    } else {
        rule = parse_recurrence(*words.repeat, week_starts);
    }
    set_end(rule, words, now);
    return normalized(rule);
}

void check_rule(Date earliest, const RecurrenceRule& rule) {
    if (rule.until && *rule.until < earliest) {
        throw misuse("the series would end on " + text::weekday_date(*rule.until) + ", before it begins on " +
                         text::weekday_date(earliest) + " or later",
                     "give a later `ends`, or an earlier `at`");
    }
    if (Recurrence{earliest, rule}.first()) { return; }
    if (earliest >= kLastDate) {  // later on that day it may be the year 10000 elsewhere
        const auto last = to_string(kLastDate - std::chrono::days{1});
        throw misuse("no series begins on " + to_string(earliest) + ": " + last + " is the last day that has sessions",
                     "give an earlier time: `at '" + last + " 9:00'`, or one before that");
    }
    auto endless = rule;
    endless.until.reset();
    if (const auto first = rule.until ? Recurrence{earliest, endless}.first() : std::nullopt) {
        throw misuse("the series would end on " + text::weekday_date(*rule.until) + ", before its first date, " +
                         text::weekday_date(*first),
                     "give a later end: `ends " + to_string(*first) + "`, or an earlier `at`");
    }
    throw misuse("'" + to_words(rule) + "' never has a date", "give another rule, such as `repeat monthly`");
}

void check_start_on_rule(Date start, std::optional<TimeOfDay> time, const RecurrenceRule& rule) {
    check_rule(start, rule);
    const auto first = *Recurrence{start, rule}.first();
    if (first != start) { throw not_of_rule(start, rule, first, time); }
}

void check_not_past(LocalTime start, const TimeZone& zone, Instant now, bool allowed) {
    if (!allowed && zone.to_instant(start) < now) {
        throw misuse(text::weekday_date(date_of(start)) + " " + to_string_time(time_of_day(start)) + " is in the past",
                     "give a later time, or add `allow-past`");
    }
}

}  // namespace practice::app
