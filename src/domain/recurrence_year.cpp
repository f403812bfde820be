// SPDX-License-Identifier: MIT
// Rules of years: BYMONTH, BYMONTHDAY, BYWEEKNO, BYYEARDAY and BYDAY each hold a set of the year's days,
// and a day matches when all that are given do.
#include <algorithm>
#include <cstdlib>

#include "practice/recurrence_pattern.h"
#include "recurrence_calendar.h"

namespace practice {

using namespace calendar;

struct RulePattern::Year {
    std::int64_t number;
    std::int64_t first_day;
    std::int64_t weekday;  // of the first day
    std::int64_t length;
};

namespace {

using Days = std::array<std::uint64_t, 6>;

void add_bits(Days& days, std::int64_t at, std::uint64_t bits) {
    const auto word = static_cast<std::size_t>(at / 64);
    const auto shift = static_cast<unsigned>(at % 64);
    days[word] |= bits << shift;
    if (shift > 32 && word + 1 < days.size()) { days[word + 1] |= bits >> (64 - shift); }
}

void keep(Days& days, const Days& allowed) {
    for (std::size_t word = 0; word < days.size(); ++word) { days[word] &= allowed[word]; }
}

/// Where week 1 begins, counted from 1 January: the first week with at least four days in the year.
std::int64_t start_of_week_one(std::int64_t weekday, unsigned week_start) {
    const auto into_week = remainder(weekday - week_start, 7);
    return into_week <= 3 ? -into_week : 7 - into_week;
}

/// The number of weeks of the year whose 1 January is `weekday`.
std::int64_t weeks_of_year(std::int64_t weekday, std::int64_t length, unsigned week_start) {
    const auto next = length + start_of_week_one((weekday + length) % 7, week_start);
    return (next - start_of_week_one(weekday, week_start)) / 7;
}

}  // namespace

bool RulePattern::load_year(std::int64_t number, Period& period) const {
    const auto year_number = origin_ + number * step_;
    const auto first_day = first_day_of_month(year_number * 12);
    const Year year{year_number, first_day, weekday_of_day(first_day), is_leap(year_number) ? 366 : 365};
    period.first = date_of_day(first_day);
    period.words = 6;
    if (has_months_ || has_month_days_) {
        period.days.fill(0);
        add_months(year, period);
    } else {
        period.days.fill(~0ULL);
        period.days.back() = (1ULL << (year.length - 320)) - 1;
    }
    if (week_numbers_ != 0 || week_numbers_back_ != 0) { keep_weeks(year, period); }
    if (!year_days_.empty()) { keep_year_days(year, period); }
    if (has_weekdays_ && ordinals_in_year_) { keep_weekdays_of_year(year, period); }
    keep_positions(period);
    return std::any_of(period.days.begin(), period.days.end(), [](std::uint64_t days) { return days != 0; });
}

void RulePattern::add_months(const Year& year, Period& period) const {
    std::int64_t before = 0;
    for (unsigned month = 0; month < 12; ++month) {
        const auto length = length_of_month(year.number * 12 + month);
        if ((months_ >> month & 1) != 0) {
            const auto weekday = static_cast<unsigned>((year.weekday + before) % 7);
            add_bits(period.days, before, matching_days({year.first_day + before, weekday, length}));
        }
        before += length;
    }
}

/// A day has the number of its own week: late December may be in week 1 of the next year, early January
/// in the last week of the year before. Counted from the end, that year's number of weeks counts.
void RulePattern::keep_weeks(const Year& year, Period& period) const {
    const auto wanted = [this](std::int64_t week, std::int64_t weeks) {
        return (week_numbers_ >> (week - 1) & 1) != 0 || (week_numbers_back_ >> (weeks - week) & 1) != 0;
    };
    Days allowed{};
    const auto add_week = [&](std::int64_t from) {
        const auto begin = std::max<std::int64_t>(from, 0);
        const auto end = std::min(from + 7, year.length);
        if (begin < end) { add_bits(allowed, begin, (1ULL << (end - begin)) - 1); }
    };
    const auto first = start_of_week_one(year.weekday, week_start_);
    const auto weeks = weeks_of_year(year.weekday, year.length, week_start_);
    const std::int64_t length_before = is_leap(year.number - 1) ? 366 : 365;
    const auto weeks_before = weeks_of_year(remainder(year.weekday - length_before, 7), length_before, week_start_);
    const std::int64_t length_after = is_leap(year.number + 1) ? 366 : 365;
    const auto weeks_after = weeks_of_year((year.weekday + year.length) % 7, length_after, week_start_);
    if (first > 0 && wanted(weeks_before, weeks_before)) { add_week(first - 7); }
    for (std::int64_t week = 1; week <= weeks; ++week) {
        if (wanted(week, weeks)) { add_week(first + 7 * (week - 1)); }
    }
    if (wanted(1, weeks_after)) { add_week(first + 7 * weeks); }
    keep(period.days, allowed);
}

void RulePattern::keep_year_days(const Year& year, Period& period) const {
    Days allowed{};
    for (const int day : year_days_) {
        if (std::abs(day) <= year.length) { add_bits(allowed, day > 0 ? day - 1 : year.length + day, 1); }
    }
    keep(period.days, allowed);
}

void RulePattern::keep_weekdays_of_year(const Year& year, Period& period) const {
    Days allowed{};
    const auto plain = rotated(plain_weekdays_, static_cast<unsigned>(year.weekday));
    for (std::int64_t day = 0; plain != 0 && day < year.length; day += 7) {
        add_bits(allowed, day, plain & ((1ULL << std::min<std::int64_t>(7, year.length - day)) - 1));
    }
    for (const auto& [ordinal, weekday] : ordinals_) {
        const auto first = remainder(static_cast<std::int64_t>(weekday.c_encoding()) - year.weekday, 7);
        const auto last = first + (year.length - 1 - first) / 7 * 7;
        const std::int64_t number = ordinal;
        const auto day = number > 0 ? first + 7 * (number - 1) : last + 7 * (number + 1);
        if (0 <= day && day < year.length) { add_bits(allowed, day, 1); }
    }
    keep(period.days, allowed);
}

}  // namespace practice
