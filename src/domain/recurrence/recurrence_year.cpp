// SPDX-License-Identifier: MIT
// Rules of years: BYMONTH, BYMONTHDAY, BYYEARDAY and BYDAY each hold a set of the year's days, and a day matches when
// all that are given do. With BYWEEKNO the year is one of whole weeks.
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

/// Where the year's week 1 begins: the first week with at least four days in the year.
std::int64_t first_day_of_week_year(std::int64_t year, unsigned week_start) {
    const auto fourth = first_day_of_month(year * 12) + 3;
    return fourth - remainder(weekday_of_day(fourth) - static_cast<std::int64_t>(week_start), 7);
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

/// The year that the week of a day belongs to: late December may be in week 1 of the next one, early January in the
/// last week of the one before.
std::int64_t RulePattern::week_year_of(std::int64_t day) const {
    const auto fourth = day - remainder(weekday_of_day(day) - static_cast<std::int64_t>(week_start_), 7) + 3;
    return civil_month(fourth).index / 12;
}

bool RulePattern::week_is_wanted(std::int64_t week, std::int64_t weeks) const {
    return (week_numbers_ >> (week - 1) & 1) != 0 || (week_numbers_back_ >> (weeks - week) & 1) != 0;
}

/// Whether the parts beside BYWEEKNO hold a day.
bool RulePattern::matches_in_week(std::int64_t day) const {
    const auto month = civil_month(day);
    if ((months_ >> (month.index % 12) & 1) == 0) { return false; }
    const auto of_month = month_days_ | month_days_back_ >> (31 - month.length);
    if (has_month_days_ && (of_month >> (day - month.first_day) & 1) == 0) { return false; }
    if (has_weekdays_ && (plain_weekdays_ >> weekday_of_day(day) & 1) == 0) { return false; }
    const auto year = month.index / 12;
    const auto number = day - first_day_of_month(year * 12) + 1;
    const auto from_end = number - (is_leap(year) ? 366 : 365) - 1;
    const auto is_this = [&](int wanted) { return wanted == number || wanted == from_end; };
    return year_days_.empty() || std::any_of(year_days_.begin(), year_days_.end(), is_this);
}

/// Numbers of weeks go with years of whole weeks (ISO 8601): for INTERVAL, and for what BYSETPOS picks from.
bool RulePattern::load_week_year(std::int64_t number, Period& period) const {
    const auto year = origin_ + number * step_;
    const auto first = first_day_of_week_year(year, week_start_);
    const auto weeks = (first_day_of_week_year(year + 1, week_start_) - first) / 7;
    period.first = date_of_day(first);
    period.words = 6;
    period.days.fill(0);
    for (std::int64_t week = 1; week <= weeks; ++week) {
        if (!week_is_wanted(week, weeks)) { continue; }
        for (auto day = 7 * (week - 1); day < 7 * week; ++day) {
            if (matches_in_week(first + day)) { add_bits(period.days, day, 1); }
        }
    }
    keep_positions(period);
    return std::any_of(period.days.begin(), period.days.end(), [](std::uint64_t days) { return days != 0; });
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
