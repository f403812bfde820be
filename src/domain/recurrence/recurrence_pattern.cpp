// SPDX-License-Identifier: MIT
// The table of RFC 5545 section 3.3.10 read by periods: a day belongs to the period (day, week, month,
// year; with BYWEEKNO, the year of weeks) it lies in, it matches when every BY part that is given holds it, and
// BYSETPOS picks among the days of one period. Years are in recurrence_year.cpp.
#include "practice/recurrence_pattern.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "recurrence_calendar.h"

namespace practice {

using namespace calendar;

RulePattern::RulePattern(const RecurrenceRule& rule, Date anchor) : anchor_{day_number(anchor)} {
    set_days(with_anchor(rule, anchor));
    set_shape(rule);
}

void RulePattern::set_days(const RecurrenceRule& rule) {
    if (!rule.by_month.empty()) {
        has_months_ = true;
        months_ = 0;
        for (const int month : rule.by_month) { months_ |= 1U << (month - 1); }
    }
    has_month_days_ = !rule.by_month_day.empty();
    for (const int day : rule.by_month_day) {
        if (day > 0) {
            month_days_ |= 1U << (day - 1);
        } else {
            month_days_back_ |= 1U << (31 + day);
        }
    }
    has_weekdays_ = !rule.by_day.empty();
    if (has_weekdays_) { all_weekdays_ = 0; }
    ordinals_in_year_ = rule.frequency == Frequency::yearly && rule.by_month.empty();
    for (const auto& [ordinal, weekday] : rule.by_day) {
        const auto bit = static_cast<std::uint8_t>(1U << weekday.c_encoding());
        all_weekdays_ |= bit;
        has_ordinals_ |= ordinal != 0;
        if (ordinal == 0) {
            plain_weekdays_ |= bit;
        } else if (ordinals_in_year_) {
            ordinals_.push_back({ordinal, weekday});
        } else if (1 <= ordinal && ordinal <= 5) {
            nth_[static_cast<std::size_t>(ordinal - 1)] |= bit;
        } else if (-5 <= ordinal && ordinal <= -1) {
            nth_from_end_[static_cast<std::size_t>(-ordinal - 1)] |= bit;
        }
    }
    week_start_ = rule.week_start.c_encoding();
    for (const int week : rule.by_week_number) {
        if (week > 0) {
            week_numbers_ |= 1ULL << (week - 1);
        } else {
            week_numbers_back_ |= 1ULL << (-week - 1);
        }
    }
    year_days_ = rule.by_year_day;
    positions_ = rule.by_set_position;
}

void RulePattern::set_shape(const RecurrenceRule& rule) {
    const auto anchor = civil_month(anchor_);
    const auto month = anchor.index;
    step_ = rule.interval;
    switch (rule.frequency) {
        case Frequency::daily:
            day_step_ = step_;
            if (has_months_ || has_month_days_ || has_weekdays_ || !positions_.empty()) {
                shape_ = Shape::months;  // every month, thinned to the steps
                origin_ = month;
                step_ = 1;
                const auto only = [](int position) { return position == 1 || position == -1; };
                if (!positions_.empty() && std::none_of(positions_.begin(), positions_.end(), only)) { months_ = 0; }
                positions_.clear();  // a day is the first and the last of its own
            } else {
                origin_ = anchor_;
                make_blocks(day_step_, 1);
            }
            break;
        case Frequency::weekly: {
            day_step_ = step_ * 7;
            origin_ = anchor_ - remainder(weekday_of_day(anchor_) - static_cast<std::int64_t>(week_start_), 7);
            block_ = rotated(plain_weekdays_, week_start_);
            if (has_months_) {
                shape_ = Shape::weeks;
                step_ = day_step_;
            } else {
                Period week{{}, 1, {block_}};
                keep_positions(week);
                make_blocks(day_step_, week.days[0]);
            }
            break;
        }
        case Frequency::monthly:
            shape_ = Shape::months;
            origin_ = month;
            break;
        case Frequency::yearly:
            if (!rule.by_week_number.empty()) {
                shape_ = Shape::week_years;
                origin_ = week_year_of(anchor_);
            } else {
                shape_ = Shape::years;
                origin_ = month / 12;
            }
            break;
    }
}

/// As many steps as a word holds become one block, so that most slots cost a few instructions.
void RulePattern::make_blocks(std::int64_t cycle_days, std::uint64_t bits) {
    shape_ = Shape::blocks;
    const auto cycles = std::max<std::int64_t>(1, 64 / cycle_days);
    block_ = 0;
    for (std::int64_t i = 0; i < cycles; ++i) { block_ |= bits << (i * cycle_days); }
    step_ = cycles * cycle_days;
}

std::int64_t RulePattern::period_at(Date date) const {
    const auto day = day_number(date);
    switch (shape_) {
        case Shape::blocks:
        case Shape::weeks: return quotient(day - origin_, step_);
        case Shape::months: return quotient(civil_month(day).index - origin_, step_);
        case Shape::week_years: return quotient(week_year_of(day) - origin_, step_);
        case Shape::years: break;
    }
    return quotient(civil_month(day).index / 12 - origin_, step_);
}

bool RulePattern::seek(std::int64_t& number, std::int64_t last, Period& period) const {
    while (number <= last) {
        if (load(number, period)) { return true; }
        number = past_idle(number);
    }
    return false;
}

bool RulePattern::seek_back(std::int64_t& number, Period& period) const {
    for (; number >= 0; --number) {
        if (load(number, period)) { return true; }
    }
    return false;
}

bool RulePattern::load(std::int64_t number, Period& period) const {
    switch (shape_) {
        case Shape::blocks:
            period.first = date_of_day(origin_ + number * step_);
            period.words = 1;
            period.days[0] = block_;
            return block_ != 0;
        case Shape::weeks: return load_week(number, period);
        case Shape::months: return load_month(number, period);
        case Shape::week_years: return load_week_year(number, period);
        case Shape::years: break;
    }
    return load_year(number, period);
}

bool RulePattern::load_week(std::int64_t number, Period& period) const {
    const auto first = origin_ + number * step_;
    const auto month = civil_month(first);
    const auto left = static_cast<int>(std::min<std::int64_t>(7, month.first_day + month.length - first));
    const std::uint64_t this_month = (1ULL << left) - 1;
    std::uint64_t days = 0;
    if ((months_ >> (month.index % 12) & 1) != 0) { days |= this_month; }
    if ((months_ >> ((month.index + 1) % 12) & 1) != 0) { days |= ~this_month; }
    period.first = date_of_day(first);
    period.words = 1;
    period.days[0] = block_ & days;
    keep_positions(period);
    return period.days[0] != 0;
}

bool RulePattern::load_month(std::int64_t number, Period& period) const {
    const auto index = origin_ + number * step_;
    if ((months_ >> (index % 12) & 1) == 0) { return false; }
    const auto first_day = first_day_of_month(index);
    const Month month{first_day, static_cast<unsigned>(weekday_of_day(first_day)), length_of_month(index)};
    period.first = date_of_day(first_day);
    period.words = 1;
    period.days[0] = matching_days(month);
    if (day_step_ != 0) { period.days[0] &= daily_steps(month); }
    keep_positions(period);
    return period.days[0] != 0;
}

/// The next period worth a look after `number`, which had no day.
std::int64_t RulePattern::past_idle(std::int64_t number) const {
    if (shape_ == Shape::weeks) {
        const auto month = civil_month(origin_ + number * step_ + 6);
        if ((months_ >> (month.index % 12) & 1) != 0) { return number + 1; }
        auto index = month.index + 1;
        while ((months_ >> (index % 12) & 1) == 0) { ++index; }
        return std::max(number + 1, quotient(first_day_of_month(index) - origin_, step_));
    }
    if (shape_ == Shape::months && day_step_ > 31) {
        const auto month_end = first_day_of_month(origin_ + number + 1);
        const auto next = month_end + remainder(anchor_ - month_end, day_step_);
        return civil_month(next).index - origin_;
    }
    return number + 1;
}

std::uint64_t RulePattern::matching_days(const Month& month) const {
    std::uint64_t days = (1ULL << month.length) - 1;
    if (has_month_days_) { days &= month_days_ | month_days_back_ >> (31 - month.length); }
    if (has_weekdays_ && !ordinals_in_year_) { days &= matching_weekdays(month); }
    return days;
}

std::uint64_t RulePattern::matching_weekdays(const Month& month) const {
    constexpr std::uint64_t kWeekly = 0x10204081;  // bits 0, 7, 14, 21, 28
    std::uint64_t days = rotated(plain_weekdays_, month.weekday) * kWeekly;
    if (!has_ordinals_) { return days; }
    const auto after_last = (month.weekday + month.length) % 7;  // also the weekday 7 days before the end
    for (unsigned n = 0; n < 5; ++n) {
        days |= rotated(nth_[n], month.weekday) << (7 * n);
        const auto week = rotated(nth_from_end_[n], after_last) << month.length;
        days |= week >> (7 * n + 7);  // the fifth last may begin before the month: those bits fall off
    }
    return days;
}

std::uint64_t RulePattern::daily_steps(const Month& month) const {
    if (day_step_ == 1) { return ~0ULL; }
    std::uint64_t days = 0;
    for (auto day = remainder(anchor_ - month.first_day, day_step_); day < month.length; day += day_step_) {
        days |= 1ULL << day;
    }
    return days;
}

void RulePattern::keep_positions(Period& period) const {
    if (positions_.empty()) { return; }
    const auto words = static_cast<std::size_t>(period.words);
    int count = 0;
    for (std::size_t w = 0; w < words; ++w) { count += std::popcount(period.days[w]); }
    std::array<std::uint64_t, 6> kept{};
    for (const int position : positions_) {
        int skip = position > 0 ? position - 1 : count + position;
        if (skip < 0 || skip >= count) { continue; }
        std::size_t w = 0;
        for (; skip >= std::popcount(period.days[w]); ++w) { skip -= std::popcount(period.days[w]); }
        auto rest = period.days[w];
        for (; skip > 0; --skip) { rest &= rest - 1; }
        kept[w] |= rest & (~rest + 1);
    }
    std::copy_n(kept.begin(), words, period.days.begin());
}

std::int64_t RulePattern::periods_in_cycle() const {
    constexpr std::int64_t kWeeks = 20'871;
    const auto in = [this](std::int64_t all) { return all / std::gcd(all, step_); };
    switch (shape_) {
        case Shape::blocks: return 1;
        case Shape::weeks: return kWeeks / std::gcd(kWeeks, step_ / 7);
        case Shape::months: return day_step_ > 1 ? std::int64_t{12} * 10'000 : in(4'800);
        case Shape::week_years:  // 400 years are whole weeks
        case Shape::years: break;
    }
    return in(400);
}

}  // namespace practice
