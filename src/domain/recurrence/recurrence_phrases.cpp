// SPDX-License-Identifier: MIT
// Rules told: as RRULE values and in words. All words printed here are words that can be read.
#include <algorithm>
#include <cstdlib>

#include "practice/recurrence_text.h"
#include "recurrence_names.h"

namespace practice {
namespace {

/// "a", "a and b", "a, b and c", each value told by `tell`.
template <class Value, class Tell>
std::string joined(const std::vector<Value>& values, Tell tell) {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) { text += i + 1 == values.size() ? " and " : ", "; }
        text += tell(values[i]);
    }
    return text;
}

void add_numbers(std::string& text, std::string_view part, const std::vector<int>& values) {
    if (values.empty()) { return; }
    text += part;
    for (const int value : values) { text += std::to_string(value) + ','; }
    text.pop_back();
}

void add_days(std::string& text, const std::vector<RuleDay>& days) {
    if (days.empty()) { return; }
    text += ";BYDAY=";
    for (const auto& [ordinal, day] : days) {
        if (ordinal != 0) { text += std::to_string(ordinal); }
        text += kWeekdayCodes.at(day.c_encoding());
        text += ',';
    }
    text.pop_back();
}

std::string compact(Date date) {
    auto text = to_string(date);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

/// "1st", "22nd", "last", "2nd to last".
std::string ordinal(int number) {
    if (number == -1) { return "last"; }
    const int size = std::abs(number);
    const int tens = size % 100 / 10;
    std::string text = std::to_string(size);
    if (tens == 1 || size % 10 == 0 || size % 10 > 3) {
        text += "th";
    } else {
        text += size % 10 == 1 ? "st" : size % 10 == 2 ? "nd" : "rd";
    }
    return number > 0 ? text : text + " to last";
}

std::string month_days(const std::vector<int>& days) {
    return joined(days, [](int day) { return ordinal(day) + (day < 0 ? " day" : ""); });
}

std::string numbered_weekdays(const std::vector<RuleDay>& days) {
    return joined(days,
                  [](const RuleDay& day) { return ordinal(day.ordinal) + ' ' + std::string{long_name(day.day)}; });
}

std::string weekdays(const std::vector<RuleDay>& days) {
    return joined(days, [](const RuleDay& day) { return long_name(day.day); });
}

std::string months(const std::vector<int>& numbers) {
    return joined(numbers, [](int number) { return kMonthNames.at(static_cast<std::size_t>(number - 1)); });
}

/// "the 15th", "the 2nd Tuesday", "the last weekday" of a month; nullopt where words fail.
std::optional<std::string> days_of_month(const RecurrenceRule& rule) {
    if (!rule.by_set_position.empty()) {
        const bool plain = rule.by_month_day.empty() && rule.by_day == working_days();
        const bool short_list = std::all_of(rule.by_set_position.begin(), rule.by_set_position.end(),
                                            [](int position) { return std::abs(position) <= 31; });
        if (!plain || !short_list) { return std::nullopt; }
        return "the " + joined(rule.by_set_position, ordinal) + " weekday";
    }
    if (rule.by_day.empty()) { return "the " + month_days(rule.by_month_day); }
    const bool in_words = std::all_of(rule.by_day.begin(), rule.by_day.end(), [](const RuleDay& day) {
        return day.ordinal != 0 && std::abs(day.ordinal) <= 5;
    });
    if (!in_words || !rule.by_month_day.empty()) { return std::nullopt; }
    return "the " + numbered_weekdays(rule.by_day);
}

/// What follows "every week" and the like; nullopt where words fail.
std::optional<std::string> details(const RecurrenceRule& rule) {
    const bool no_days = rule.by_day.empty() && rule.by_month_day.empty();
    const auto in_months = rule.by_month.empty() ? std::string{} : " in " + months(rule.by_month);
    if (!rule.by_year_day.empty() || !rule.by_week_number.empty()) { return std::nullopt; }
    switch (rule.frequency) {
        case Frequency::daily:
            if (!no_days || !rule.by_set_position.empty()) { return std::nullopt; }
            return in_months;
        case Frequency::weekly:
            if (!rule.by_set_position.empty()) { return std::nullopt; }
            return (no_days ? "" : " on " + weekdays(rule.by_day)) + in_months;
        case Frequency::monthly:
        case Frequency::yearly: break;
    }
    if (no_days) { return rule.by_set_position.empty() ? std::optional{in_months} : std::nullopt; }
    const auto days = days_of_month(rule);
    if (!days || (rule.frequency == Frequency::yearly && rule.by_month.empty())) { return std::nullopt; }
    if (rule.frequency == Frequency::monthly) { return " on " + *days + in_months; }
    const bool date = rule.by_day.empty() && rule.by_month.size() == 1 && rule.by_month_day.size() == 1;
    if (date && rule.by_month_day.front() > 0) {
        return " on " + months(rule.by_month) + ' ' + std::to_string(rule.by_month_day.front());
    }
    return " on " + *days + " of " + months(rule.by_month);
}

}  // namespace

std::string to_rrule(const RecurrenceRule& rule) {
    std::string text = "FREQ=" + std::string{names_of(rule.frequency).code};
    if (rule.interval != 1) { text += ";INTERVAL=" + std::to_string(rule.interval); }
    add_numbers(text, ";BYMONTH=", rule.by_month);
    add_numbers(text, ";BYWEEKNO=", rule.by_week_number);
    add_numbers(text, ";BYYEARDAY=", rule.by_year_day);
    add_numbers(text, ";BYMONTHDAY=", rule.by_month_day);
    add_days(text, rule.by_day);
    add_numbers(text, ";BYSETPOS=", rule.by_set_position);
    if (rule.week_start != std::chrono::Monday) {
        text += ";WKST=";
        text += kWeekdayCodes.at(rule.week_start.c_encoding());
    }
    if (rule.count) { text += ";COUNT=" + std::to_string(*rule.count); }
    if (rule.until) { text += ";UNTIL=" + compact(*rule.until); }
    return text;
}

std::string to_words(const RecurrenceRule& rule) {
    const auto rest = details(rule);
    if (!rest) { return to_rrule(without_end(rule)); }
    const bool weekdays_only = rule.frequency == Frequency::weekly && rule.interval == 1 && rule.by_month.empty();
    if (weekdays_only && rule.by_day == working_days()) { return "every weekday"; }
    const std::string unit{names_of(rule.frequency).unit};
    std::string text =
        rule.interval == 1 ? "every " + unit : "every " + std::to_string(rule.interval) + ' ' + unit + 's';
    text += *rest;
    if (rule.week_start != std::chrono::Monday) {
        text += ", weeks starting ";
        text += long_name(rule.week_start);
    }
    return text;
}

std::string to_words(const RecurrenceRule& rule, Date anchor) {
    return to_words(with_anchor(rule, anchor));
}

std::string end_in_words(const RecurrenceRule& rule) {
    if (rule.count) { return std::to_string(*rule.count) + (*rule.count == 1 ? " time" : " times"); }
    if (rule.until) { return "ends " + to_string(*rule.until); }
    return "never ends";
}

Refusal not_of_rule(Date date, const RecurrenceRule& rule, std::optional<Date> next, std::optional<TimeOfDay> time) {
    const auto named = [](Date one) { return std::string{short_name(weekday_of(one))} + " " + to_string(one); };
    const auto instead = next ? "begin on " + named(*next) + ": `at` '" + to_string(*next) +
                                    (time ? " " + to_string_time(*time) : std::string{}) + "', or change the rule"
                              : std::string{"give another rule, or a later end"};
    return misuse(named(date) + " is not a date of '" + to_words(rule) + "'", instead);
}

}  // namespace practice
