// SPDX-License-Identifier: MIT
// The table of RFC 5545 section 3.3.10, written down day by day: slow, and easy to compare with the
// RFC. It shares nothing with the engine but the rule and <chrono>.
//
//  * A rule cuts the calendar into periods (days, weeks, months, years); every INTERVALth counts, the
//    anchor's being the first. A year with BYWEEKNO is one of whole weeks.
//  * A day of such a period matches when every BY part holds it, parts that the rule lacks being taken
//    from the anchor ("Information from the DTSTART").
//  * BYSETPOS then picks among the matching days of the whole period, those before the anchor included.
//  * Days before the anchor fall away, then COUNT and UNTIL cut the end off.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <vector>

#include "practice/recurrence_rule.h"

namespace practice::model {

using std::chrono::days;

inline int year_of(Date date) {
    return static_cast<int>(fields_of(date).year());
}
inline int month_of(Date date) {
    return static_cast<int>(static_cast<unsigned>(fields_of(date).month()));
}
inline int day_of_month(Date date) {
    return static_cast<int>(static_cast<unsigned>(fields_of(date).day()));
}
inline Date first_of(int year, int month) {
    return Date{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / 1};
}
inline int length_of_year(int year) {
    return static_cast<int>((first_of(year + 1, 1) - first_of(year, 1)).count());
}
inline int length_of_month(Date date) {
    const auto last = fields_of(date).year() / fields_of(date).month() / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{last}.day()));
}
inline int day_of_year(Date date) {
    return static_cast<int>((date - first_of(year_of(date), 1)).count()) + 1;
}

/// Whether the list names the `number`th of `all`, counted from either end.
inline bool names(const std::vector<int>& list, int number, int all) {
    return std::any_of(list.begin(), list.end(),
                       [&](int value) { return value == number || value == number - all - 1; });
}

/// The number of the week that `date` is in: a week belongs to the year that has at least four of its
/// days, that is, its fourth day.
inline int week_number(Date date, Weekday week_start) {
    return (day_of_year(start_of_week(date, week_start) + days{3}) - 1) / 7 + 1;
}
/// The number of the last week of the year that this week belongs to: 28 December is always in it.
inline int weeks_around(Date date, Weekday week_start) {
    const int year = year_of(start_of_week(date, week_start) + days{3});
    return week_number(Date{std::chrono::year{year} / 12 / 28}, week_start);
}

/// Week 1 is that of 4 January.
inline Date first_of_week_year(int year, Weekday week_start) {
    return start_of_week(first_of(year, 1) + days{3}, week_start);
}
inline int week_year_of(Date date, Weekday week_start) {
    return year_of(start_of_week(date, week_start) + days{3});
}

inline bool matches_by_day(const RecurrenceRule& rule, Date date) {
    const bool in_month = rule.frequency == Frequency::monthly || !rule.by_month.empty();
    const int number = in_month ? day_of_month(date) : day_of_year(date);
    const int all = in_month ? length_of_month(date) : length_of_year(year_of(date));
    return std::any_of(rule.by_day.begin(), rule.by_day.end(), [&](const RuleDay& day) {
        if (day.day != weekday_of(date)) { return false; }
        return day.ordinal == 0 || day.ordinal == (number - 1) / 7 + 1 || day.ordinal == -((all - number) / 7 + 1);
    });
}

/// What the rule leaves open is as on the anchor.
inline bool matches_anchor(const RecurrenceRule& rule, Date anchor, Date date) {
    const bool same_weekday = weekday_of(date) == weekday_of(anchor);
    const bool same_day = day_of_month(date) == day_of_month(anchor);
    const bool no_days = rule.by_day.empty() && rule.by_month_day.empty();
    switch (rule.frequency) {
        case Frequency::daily: return true;
        case Frequency::weekly: return !rule.by_day.empty() || same_weekday;
        case Frequency::monthly: return !no_days || same_day;
        case Frequency::yearly: break;
    }
    if (!no_days || !rule.by_year_day.empty()) { return true; }
    if (!rule.by_week_number.empty()) { return same_weekday; }
    return same_day && (!rule.by_month.empty() || month_of(date) == month_of(anchor));
}

inline bool matches(const RecurrenceRule& rule, Date anchor, Date date) {
    const auto given_but_wrong = [](const auto& list, bool right) { return !list.empty() && !right; };
    const int year_length = length_of_year(year_of(date));
    if (given_but_wrong(rule.by_month, names(rule.by_month, month_of(date), 12))) { return false; }
    if (given_but_wrong(rule.by_week_number, names(rule.by_week_number, week_number(date, rule.week_start),
                                                   weeks_around(date, rule.week_start)))) {
        return false;
    }
    if (given_but_wrong(rule.by_year_day, names(rule.by_year_day, day_of_year(date), year_length))) { return false; }
    if (given_but_wrong(rule.by_month_day, names(rule.by_month_day, day_of_month(date), length_of_month(date)))) {
        return false;
    }
    if (given_but_wrong(rule.by_day, matches_by_day(rule, date))) { return false; }
    return matches_anchor(rule, anchor, date);
}

/// The first day of the period that `date` is in.
inline Date start_of_period(const RecurrenceRule& rule, Date date) {
    switch (rule.frequency) {
        case Frequency::daily: return date;
        case Frequency::weekly: return start_of_week(date, rule.week_start);
        case Frequency::monthly: return first_of(year_of(date), month_of(date));
        case Frequency::yearly: break;
    }
    if (!rule.by_week_number.empty()) {
        return first_of_week_year(week_year_of(date, rule.week_start), rule.week_start);
    }
    return first_of(year_of(date), 1);
}

/// The first day of the period `interval` periods later.
inline Date next_period(const RecurrenceRule& rule, Date start, int interval) {
    switch (rule.frequency) {
        case Frequency::daily: return start + days{interval};
        case Frequency::weekly: return start + days{7 * interval};
        case Frequency::monthly: {
            const int months = year_of(start) * 12 + month_of(start) - 1 + interval;
            return first_of(months / 12, months % 12 + 1);
        }
        case Frequency::yearly: break;
    }
    if (!rule.by_week_number.empty()) {
        return first_of_week_year(week_year_of(start, rule.week_start) + interval, rule.week_start);
    }
    return first_of(year_of(start) + interval, 1);
}

inline std::vector<Date> picked(const RecurrenceRule& rule, const std::vector<Date>& of_period) {
    if (rule.by_set_position.empty()) { return of_period; }
    std::vector<Date> chosen;
    for (std::size_t i = 0; i < of_period.size(); ++i) {
        if (names(rule.by_set_position, static_cast<int>(i) + 1, static_cast<int>(of_period.size()))) {
            chosen.push_back(of_period[i]);
        }
    }
    return chosen;
}

/// The dates of the rule up to `last`, at most `most`.
inline std::vector<Date> dates(const RecurrenceRule& rule, Date anchor, Date last,
                               std::size_t most = static_cast<std::size_t>(-1)) {
    std::vector<Date> found;
    const auto count = rule.count ? static_cast<std::size_t>(*rule.count) : most;
    last = std::min({last, kLastDate, rule.until.value_or(kLastDate)});
    for (auto period = start_of_period(rule, anchor); period <= last;
         period = next_period(rule, period, rule.interval)) {
        std::vector<Date> of_period;
        for (auto date = period; date < next_period(rule, period, 1); date += days{1}) {
            if (matches(rule, anchor, date)) { of_period.push_back(date); }
        }
        for (const auto date : picked(rule, of_period)) {
            if (date < anchor || date > last) { continue; }
            if (found.size() == std::min(most, count)) { return found; }
            found.push_back(date);
        }
    }
    return found;
}

}  // namespace practice::model
