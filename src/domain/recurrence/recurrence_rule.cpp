// SPDX-License-Identifier: MIT
#include "practice/recurrence_rule.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "practice/refusal.h"

namespace practice {
namespace {

using Problems = std::vector<Problem>;

/// In the calendar's order: 1, 15, -2, -1.
bool before(int a, int b) {
    return (a < 0) != (b < 0) ? b < 0 : a < b;
}

bool day_before(const RuleDay& a, const RuleDay& b) {
    if (a.ordinal != b.ordinal) { return before(a.ordinal, b.ordinal); }
    return a.day.iso_encoding() < b.day.iso_encoding();
}

template <class Value, class Before>
void sort_out(std::vector<Value>& values, Before less) {
    std::sort(values.begin(), values.end(), less);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

struct Range {
    std::string_view part;
    int largest;
    bool from_end;  // negative values count from the end
};

void check_range(Problems& problems, const std::vector<int>& values, const Range& range) {
    for (const int value : values) {
        const bool fits = value != 0 && std::abs(value) <= range.largest && (value > 0 || range.from_end);
        if (fits) { continue; }
        const auto largest = std::to_string(range.largest);
        std::string hint = "use 1 to " + largest;
        if (range.from_end) { hint += ", or -1 (the last) to -" + largest; }
        add_problem(problems, std::string{range.part} + "=" + std::to_string(value) + " is out of range",
                    std::move(hint));
    }
}

void check_values(Problems& problems, const RecurrenceRule& rule) {
    if (rule.interval < 1 || rule.interval > kLargestInterval) {
        add_problem(problems, "INTERVAL=" + std::to_string(rule.interval) + " is out of range",
                    "use 1 to " + std::to_string(kLargestInterval) + "; INTERVAL=2 is every other one");
    }
    if (rule.count && (*rule.count < 1 || *rule.count > kLargestCount)) {
        add_problem(problems, "COUNT=" + std::to_string(*rule.count) + " is out of range",
                    "use 1 to " + std::to_string(kLargestCount) + ", or leave COUNT out: the rule then never ends");
    }
    if (rule.until && (*rule.until < kFirstDate || *rule.until > kLastDate)) {
        add_problem(problems, "UNTIL is out of range", "use a date of the years 1900 to 9999, as in UNTIL=20270630");
    }
    for (const auto& [ordinal, day] : rule.by_day) {
        if (!day.ok() || std::abs(ordinal) > 53) {
            add_problem(problems, "BYDAY with the number " + std::to_string(ordinal) + " is out of range",
                        "use 1 to 53, or -1 (the last) to -53, as in BYDAY=2TU or BYDAY=-1FR");
        }
    }
    check_range(problems, rule.by_month_day, {"BYMONTHDAY", 31, true});
    check_range(problems, rule.by_month, {"BYMONTH", 12, false});
    check_range(problems, rule.by_year_day, {"BYYEARDAY", 366, true});
    check_range(problems, rule.by_week_number, {"BYWEEKNO", 53, true});
    check_range(problems, rule.by_set_position, {"BYSETPOS", 366, true});
}

/// The "MUST NOT"s of RFC 5545 section 3.3.10.
void check_combinations(Problems& problems, const RecurrenceRule& rule) {
    const bool yearly = rule.frequency == Frequency::yearly;
    const bool ordinals =
        std::any_of(rule.by_day.begin(), rule.by_day.end(), [](const RuleDay& day) { return day.ordinal != 0; });
    if (!rule.by_week_number.empty() && !yearly) {
        add_problem(problems, "BYWEEKNO goes with FREQ=YEARLY only", "use FREQ=YEARLY, or leave BYWEEKNO out");
    }
    if (!rule.by_year_day.empty() && !yearly) {
        add_problem(problems, "BYYEARDAY goes with FREQ=YEARLY only", "use FREQ=YEARLY, or BYMONTH with BYMONTHDAY");
    }
    if (!rule.by_month_day.empty() && rule.frequency == Frequency::weekly) {
        add_problem(problems, "BYMONTHDAY does not go with FREQ=WEEKLY", "use FREQ=MONTHLY, or BYDAY instead");
    }
    if (ordinals && !yearly && rule.frequency != Frequency::monthly) {
        add_problem(problems, "a numbered weekday (as in BYDAY=2TU) goes with FREQ=MONTHLY or FREQ=YEARLY only",
                    "use FREQ=MONTHLY, or the weekday alone, as in BYDAY=TU");
    }
    if (ordinals && !rule.by_week_number.empty()) {
        add_problem(problems, "a numbered weekday (as in BYDAY=2TU) does not go with BYWEEKNO",
                    "use the weekday alone, as in BYDAY=TU");
    }
    const bool other_list = !rule.by_day.empty() || !rule.by_month_day.empty() || !rule.by_month.empty() ||
                            !rule.by_year_day.empty() || !rule.by_week_number.empty();
    if (!rule.by_set_position.empty() && !other_list) {
        add_problem(problems, "BYSETPOS picks from another BY part, and there is none",
                    "add one, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1, or leave BYSETPOS out");
    }
    if (rule.count && rule.until) {
        add_problem(problems, "COUNT and UNTIL exclude each other", "keep the one that is meant");
    }
}

bool week_start_matters(const RecurrenceRule& rule) {
    if (rule.frequency == Frequency::weekly) {
        return !rule.by_day.empty() && (rule.interval > 1 || !rule.by_set_position.empty());
    }
    return !rule.by_week_number.empty();
}

}  // namespace

RecurrenceRule normalized(RecurrenceRule rule) {
    Problems problems;
    check_values(problems, rule);
    check_combinations(problems, rule);
    if (!problems.empty()) { throw Refusal{RefusalKind::misuse, std::move(problems)}; }
    sort_out(rule.by_day, day_before);
    for (auto* list :
         {&rule.by_month_day, &rule.by_month, &rule.by_year_day, &rule.by_week_number, &rule.by_set_position}) {
        sort_out(*list, before);
    }
    if (!week_start_matters(rule)) { rule.week_start = std::chrono::Monday; }
    return rule;
}

RecurrenceRule with_anchor(RecurrenceRule rule, Date anchor) {
    const auto fields = fields_of(anchor);
    const bool no_days = rule.by_day.empty() && rule.by_month_day.empty();
    const auto take_weekday = [&] { rule.by_day = {RuleDay{0, weekday_of(anchor)}}; };
    const auto take_month_day = [&] { rule.by_month_day = {static_cast<int>(static_cast<unsigned>(fields.day()))}; };
    switch (rule.frequency) {
        case Frequency::daily: break;
        case Frequency::weekly:
            if (rule.by_day.empty()) { take_weekday(); }
            break;
        case Frequency::monthly:
            if (no_days) { take_month_day(); }
            break;
        case Frequency::yearly:
            if (!no_days || !rule.by_year_day.empty()) { break; }
            if (!rule.by_week_number.empty()) {
                take_weekday();
                break;
            }
            if (rule.by_month.empty()) { rule.by_month = {static_cast<int>(static_cast<unsigned>(fields.month()))}; }
            take_month_day();
            break;
    }
    return without_idle_week_start(std::move(rule), anchor);
}

RecurrenceRule without_idle_week_start(RecurrenceRule rule, Date anchor) {
    const bool own_weekday_only = rule.by_day.size() == 1 && rule.by_day.front() == RuleDay{0, weekday_of(anchor)};
    if (rule.frequency == Frequency::weekly && own_weekday_only) { rule.week_start = std::chrono::Monday; }
    return rule;
}

}  // namespace practice
