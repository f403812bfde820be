// SPDX-License-Identifier: MIT
// Random rules: all that RFC 5545 allows by day or coarser, with a bias to what people write.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <ostream>

#include "practice/recurrence_rule.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"

namespace practice {

inline void showValue(const RecurrenceRule& rule, std::ostream& out) {
    out << to_rrule(rule);
}

}  // namespace practice

namespace practice::test {

inline Weekday any_weekday() {
    return Weekday{*rc::gen::inRange(0U, 7U)};
}

inline Date any_date(int first_year, int last_year) {
    const auto from = Date{std::chrono::year{first_year} / 1 / 1}.time_since_epoch().count();
    const auto to = Date{std::chrono::year{last_year} / 12 / 31}.time_since_epoch().count();
    return Date{std::chrono::days{*rc::gen::inRange(from, to + 1)}};
}

/// True `times` out of a hundred.
inline bool chance(int times) {
    return *rc::gen::inRange(0, 100) < times;
}

inline int any_interval() {
    return chance(60) ? 1 : chance(90) ? *rc::gen::inRange(2, 14) : *rc::gen::inRange(1, kLargestInterval + 1);
}

inline std::vector<int> some_numbers(int largest, bool from_end, int most) {
    std::vector<int> numbers;
    for (int left = *rc::gen::inRange(1, most + 1); left > 0; --left) {
        const int number = *rc::gen::inRange(1, largest + 1);
        numbers.push_back(from_end && chance(35) ? -number : number);
    }
    return numbers;
}

inline std::vector<RuleDay> some_days(int largest_ordinal) {
    std::vector<RuleDay> days;
    const bool ordinals = largest_ordinal > 0 && chance(60);
    for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
        const int ordinal = ordinals && chance(85) ? *rc::gen::inRange(-largest_ordinal, largest_ordinal + 1) : 0;
        days.push_back({ordinal, any_weekday()});
    }
    return days;
}

inline void fill_yearly(RecurrenceRule& rule) {
    if (chance(20)) { rule.by_week_number = some_numbers(53, true, 4); }
    if (chance(20)) { rule.by_year_day = some_numbers(366, true, 6); }
    if (chance(40)) { rule.by_month_day = some_numbers(31, true, 5); }
    if (chance(50)) { rule.by_day = some_days(!rule.by_week_number.empty() ? 0 : rule.by_month.empty() ? 53 : 5); }
}

/// Without COUNT and UNTIL.
inline RecurrenceRule any_endless_rule() {
    RecurrenceRule rule;
    rule.frequency = static_cast<Frequency>(*rc::gen::inRange(0, 4));
    rule.interval = any_interval();
    if (chance(25)) { rule.by_month = some_numbers(12, false, 4); }
    switch (rule.frequency) {
        case Frequency::daily:
            if (chance(20)) { rule.by_month_day = some_numbers(31, true, 6); }
            if (chance(20)) { rule.by_day = some_days(0); }
            break;
        case Frequency::weekly:
            if (chance(75)) { rule.by_day = some_days(0); }
            break;
        case Frequency::monthly:
            if (chance(40)) { rule.by_month_day = some_numbers(31, true, 6); }
            if (chance(50)) { rule.by_day = some_days(5); }
            break;
        case Frequency::yearly: fill_yearly(rule); break;
    }
    const bool any_list = !rule.by_month.empty() || !rule.by_month_day.empty() || !rule.by_day.empty() ||
                          !rule.by_week_number.empty() || !rule.by_year_day.empty();
    if (any_list && chance(20)) { rule.by_set_position = some_numbers(chance(80) ? 6 : 366, true, 3); }
    rule.week_start = chance(60) ? std::chrono::Monday : any_weekday();
    return normalized(rule);
}

inline RecurrenceRule any_rule(Date anchor) {
    auto rule = any_endless_rule();
    if (chance(25)) { rule.count = *rc::gen::inRange(1, 60); }
    if (!rule.count && chance(25)) { rule.until = anchor + std::chrono::days{*rc::gen::inRange(-30, 4'000)}; }
    return rule;
}

}  // namespace practice::test
