// SPDX-License-Identifier: MIT
// A move of a series is a number of days, and for most rules that is all: the anchor moves, and with it the
// weekday or the day of the month that the rule takes from it or names. A rule that names several days has no
// such reading ("tue,thu" moved by a day may mean "wed,fri" or "wed,thu"), and is refused.
#include "rescheduling_rule.h"

#include <algorithm>

#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "practice/skipping.h"

namespace practice::rescheduling {
namespace {

using std::chrono::days;

Date first_of_month(Date date) {
    const auto fields = fields_of(date);
    return Date{fields.year() / fields.month() / std::chrono::day{1}};
}

bool same_month(Date a, Date b) {
    return first_of_month(a) == first_of_month(b);
}

unsigned day_of_month(Date date) {
    return static_cast<unsigned>(fields_of(date).day());
}

/// "2nd Tuesday" counted from the month's beginning, or its end when `from_end`.
int ordinal_in_month(Date date, bool from_end) {
    if (!from_end) { return (static_cast<int>(day_of_month(date)) - 1) / 7 + 1; }
    int ordinal = -1;
    while (same_month(date, date + days{7})) {
        date += days{7};
        --ordinal;
    }
    return ordinal;
}

bool names_no_day(const RecurrenceRule& rule) {
    return rule.by_day.empty() && rule.by_month_day.empty() && rule.by_year_day.empty() &&
           rule.by_week_number.empty() && rule.by_set_position.empty();
}

/// Whether the rule has nothing but one "2nd Tuesday" (in each month, or in one month of the year).
bool is_one_ordinal_day(const RecurrenceRule& rule) {
    const bool in_month = rule.frequency == Frequency::monthly
                              ? rule.by_month.empty()
                              : rule.frequency == Frequency::yearly && rule.by_month.size() == 1;
    return in_month && rule.by_day.size() == 1 && rule.by_day.front().ordinal != 0 && rule.by_month_day.empty() &&
           rule.by_year_day.empty() && rule.by_week_number.empty() && rule.by_set_position.empty();
}

/// The rule with its day carried along; nullopt when it is not clear what that would be.
std::optional<RecurrenceRule> carried(RecurrenceRule rule, Date slot, Date to, Date new_anchor) {
    const bool whole_weeks = (to - slot).count() % 7 == 0;
    const bool one_month_day = rule.by_day.empty() && rule.by_month_day.size() == 1 && rule.by_month_day.front() > 0 &&
                               rule.by_year_day.empty() && rule.by_week_number.empty() && rule.by_set_position.empty();
    const auto day_number = [](Date date) { return static_cast<int>(day_of_month(date)); };
    switch (rule.frequency) {
        case Frequency::daily:
            if (!rule.by_month.empty()) { return std::nullopt; }
            if (names_no_day(rule) || (whole_weeks && rule.by_month_day.empty() && rule.by_set_position.empty())) {
                return rule;
            }
            return std::nullopt;
        case Frequency::weekly:
            if (!rule.by_month.empty() || !rule.by_set_position.empty()) { return std::nullopt; }
            if (rule.by_day.size() == 1) { rule.by_day.front().day = weekday_of(to); }
            if (rule.by_day.size() <= 1 || whole_weeks) { return rule; }
            return std::nullopt;
        case Frequency::monthly:
            if (!rule.by_month.empty() || day_of_month(new_anchor) != day_of_month(to)) { return std::nullopt; }
            if (names_no_day(rule)) { return rule; }
            if (!one_month_day) { return std::nullopt; }
            rule.by_month_day.front() = day_number(to);
            return rule;
        case Frequency::yearly: {
            const auto month = [](Date date) { return static_cast<int>(unsigned{fields_of(date).month()}); };
            if (day_of_month(new_anchor) != day_of_month(to) || month(new_anchor) != month(to)) { return std::nullopt; }
            if (names_no_day(rule) && rule.by_month.empty()) { return rule; }
            if (!one_month_day || rule.by_month.size() != 1) { return std::nullopt; }
            rule.by_month_day.front() = day_number(to);
            rule.by_month.front() = month(to);
            return rule;
        }
    }
    return std::nullopt;
}

/// "2nd Tuesday" becomes "2nd Wednesday": each slot goes to that of its own month.
std::optional<Course> moved_ordinal(const Recurrence& old, Date first, Date slot, Date to) {
    auto rule = old.rule();
    auto& day = rule.by_day.front();
    if (!same_month(slot, to) || ordinal_in_month(to, day.ordinal < 0) != day.ordinal) { return std::nullopt; }
    day.day = weekday_of(to);
    const Recurrence from_its_month{first_of_month(first), without_end(rule)};
    auto carry = [from_its_month](Date date) {
        const auto found = from_its_month.on_or_after(first_of_month(date));
        return found && same_month(*found, date) ? found : std::nullopt;
    };
    const auto anchor = carry(first);
    if (!anchor) { return std::nullopt; }
    return Course{*anchor, std::move(rule), std::move(carry), to - slot};
}

Refusal unclear(const RecurrenceRule& rule, Date to) {
    return misuse("what '" + to_words(without_end(rule)) + "' becomes on " + to_string(to) + ", a " +
                      std::string{long_name(weekday_of(to))} + ", is not clear",
                  "say the new rule too: `repeat RULE`, such as `repeat` 'weekly on " +
                      std::string{short_name(weekday_of(to))} + "'; a time of day alone needs none");
}

/// A move changes how many dates there are only where it must: an end by date moves when it would cut one off
/// or let one more in.
void keep_number(const Recurrence& old, Course& course) {
    if (!course.rule.until) { return; }
    const auto last = Recurrence{old.anchor(), old.rule()}.last();
    const auto expected = last ? course.carry(*last) : std::nullopt;
    if (expected && Recurrence{course.anchor, course.rule}.last() != expected) { course.rule.until = expected; }
}

}  // namespace

Course same_course(const Recurrence& old) {
    return {old.anchor(), old.rule(), [](Date date) { return std::optional{date}; }};
}

Course moved_course(const Recurrence& old, Date slot, Date to) {
    if (slot == to) { return same_course(old); }
    // The anchor may be off its rule, or left out; the first date that counts is where the steps begin.
    const auto first = Recurrence{old.anchor(), without_end(old.rule())}.first().value_or(old.anchor());
    const auto shift = to - slot;
    std::optional<Course> course;
    if (is_one_ordinal_day(old.rule())) {
        course = moved_ordinal(old, first, slot, to);
    } else if (auto rule = carried(old.rule(), slot, to, first + shift)) {
        course =
            Course{first + shift, std::move(*rule), [shift](Date date) { return std::optional{date + shift}; }, shift};
    }
    if (!course) { throw unclear(old.rule(), to); }
    keep_number(old, *course);
    return std::move(*course);
}

Course exchanged_course(const Recurrence& old, const NewRule& wanted, const NewTime& time) {
    auto rule = *wanted.rule;
    if (!rule.count && !rule.until) {
        rule.count = old.rule().count;
        rule.until = old.rule().until;
    }
    const auto shift = time.date ? *time.date - time.instead_of.value_or(*time.date) : days{0};
    const auto begin = Recurrence{old.anchor(), without_end(old.rule())}.first().value_or(old.anchor()) + shift;
    const Recurrence bare{wanted.counted_from.value_or(begin), without_end(rule)};
    const auto first = bare.on_or_after(begin);
    if (!first) {
        throw misuse("'" + to_words(rule) + "' never has a date", "give another rule, such as `repeat monthly`");
    }
    if (time.date && !bare.occurs_on(*time.date)) {
        throw not_of_rule(*time.date, rule, bare.on_or_after(*time.date), time.time);
    }
    return {*first, std::move(rule), [shift](Date date) { return std::optional{date + shift}; }, shift};
}

void set_end(RecurrenceRule& rule, const NewEnd& end) {
    rule.count.reset();
    rule.until.reset();
    if (const auto* last = std::get_if<Date>(&end)) { rule.until = *last; }
    if (const auto* times = std::get_if<int>(&end)) { rule.count = *times; }
    if (const auto* held = std::get_if<HeldDates>(&end)) { rule.count = held->count; }
}

Session with_dates_held(Session series, const NewEnd& end) {
    const auto* held = std::get_if<HeldDates>(&end);
    if (held == nullptr) { return series; }
    auto found = holding(std::move(series), held->count);
    if (!found) {
        throw misuse("there are no " + std::to_string(held->count) + " dates that could take place",
                     "give fewer with `held`, or an end with `ends`");
    }
    return std::move(*found);
}

RecurrenceRule ended_before(const Recurrence& old, Date split) {
    auto rule = old.rule();
    const Recurrence bare{old.anchor(), rule};
    if (rule.count) {
        const auto before = bare.between(old.anchor(), split).size();
        if (before > 0) {
            rule.count = std::min(*rule.count, static_cast<int>(before));
            return rule;
        }
        rule.count.reset();
    }
    rule.until = rule.until ? std::min(*rule.until, split - days{1}) : split - days{1};
    if (const auto last = Recurrence{old.anchor(), rule}.last()) { rule.until = last; }
    return rule;
}

Recurrence rest_from(const Recurrence& old, Date split, std::vector<Date> excluded, std::vector<Date> added) {
    auto rule = old.rule();
    const Recurrence bare{old.anchor(), rule};
    const auto anchor = bare.on_or_after(split);
    if (!anchor) {  // only added dates are left
        rule.count.reset();
        rule.until = split - days{1};
        return Recurrence{split, std::move(rule), std::move(excluded), std::move(added)};
    }
    if (rule.count) { rule.count = *rule.count - static_cast<int>(bare.between(old.anchor(), split).size()); }
    return Recurrence{*anchor, std::move(rule), std::move(excluded), std::move(added)};
}

}  // namespace practice::rescheduling
