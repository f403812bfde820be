// SPDX-License-Identifier: MIT
// Can two recurrences share a date? What is certain without looking at dates: other weekdays, steps
// that never fall together, other months, other parts of the month.
#include <array>
#include <numeric>

#include "practice/recurrence.h"
#include "recurrence_calendar.h"

namespace practice {

using namespace calendar;

namespace {

using Residues = RulePattern::Residues;

/// Whether a + shift and b never fall together, whatever the multiples of their moduli.
bool always_apart(const Residues& a, const Residues& b, std::int64_t shift) {
    const auto common = std::gcd(a.modulus, b.modulus);
    if (a.modulus == 0 || b.modulus == 0) { return false; }
    for (int i = 0; i < a.count; ++i) {
        for (int j = 0; j < b.count; ++j) {
            const auto distance = a.values[static_cast<std::size_t>(i)] + shift - b.values[static_cast<std::size_t>(j)];
            if (distance % common == 0) { return false; }
        }
    }
    return true;
}

unsigned turned(unsigned weekdays, int shift) {
    const auto by = static_cast<unsigned>(remainder(shift, 7));
    return (weekdays << by | weekdays >> (7 - by)) & 0x7f;
}

}  // namespace

unsigned RulePattern::weekdays() const {
    const bool weekly = has_weekdays_ && shape_ != Shape::months;
    if (day_step_ == 0 || day_step_ % 7 != 0 || weekly) { return all_weekdays_; }
    return all_weekdays_ & 1U << weekday_of_day(anchor_);
}

std::uint32_t RulePattern::days_of_month() const {
    constexpr std::uint64_t kAll = 0x7fffffff;
    std::uint64_t days = kAll;
    if (has_month_days_) {
        days = month_days_;
        for (unsigned shorter = 0; shorter <= 3; ++shorter) { days |= month_days_back_ >> shorter; }
    }
    if (has_weekdays_ && !ordinals_in_year_ && plain_weekdays_ == 0) {
        std::uint64_t weeks = 0;
        for (unsigned n = 0; n < 5; ++n) {
            if (nth_[n] != 0) { weeks |= 0x7fULL << (7 * n); }
            for (unsigned length = 28; nth_from_end_[n] != 0 && length <= 31; ++length) {
                weeks |= 0x7fULL << length >> (7 * n + 7);
            }
        }
        days &= weeks;
    }
    return static_cast<std::uint32_t>(days & kAll);
}

Residues RulePattern::day_residues() const {
    Residues residues;
    residues.modulus = day_step_;
    if (day_step_ == 0) { return residues; }
    if (!has_weekdays_ || shape_ == Shape::months) {
        residues.values[0] = anchor_;
        residues.count = 1;
        return residues;
    }
    for (unsigned day = 0; day < 7; ++day) {
        if ((rotated(all_weekdays_, week_start_) >> day & 1) != 0) {
            residues.values[static_cast<std::size_t>(residues.count++)] = origin_ + day;
        }
    }
    return residues;
}

Residues RulePattern::month_residues() const {
    Residues residues;
    if (shape_ == Shape::months && day_step_ == 0) {
        residues.modulus = step_;
        residues.values[0] = origin_;
        residues.count = 1;
    } else if (shape_ == Shape::years) {
        residues.modulus = step_ * 12;
        for (unsigned month = 0; month < 12; ++month) {
            if ((months_ >> month & 1) != 0) {
                residues.values[static_cast<std::size_t>(residues.count++)] = origin_ * 12 + month;
            }
        }
    }
    return residues;
}

unsigned Recurrence::weekdays() const {
    const bool none = last_rule_date_ && *last_rule_date_ < anchor_;
    unsigned days = none ? 0 : pattern_.weekdays();
    for (const auto date : added_) { days |= 1U << weekday_of(date).c_encoding(); }
    return days;
}

bool Recurrence::never_meets(const Recurrence& other, int shift) const {
    const std::chrono::days by{shift};
    for (const auto date : added_) {
        if (other.occurs_on(date + by)) { return false; }
    }
    for (const auto date : other.added_) {
        if (occurs_on(date - by)) { return false; }
    }
    const auto first = std::max(anchor_ + by, other.anchor_);
    if (first > last_rule_date_.value_or(kLastDate) + by || first > other.last_rule_date_.value_or(kLastDate)) {
        return true;
    }
    const auto& a = pattern_;
    const auto& b = other.pattern_;
    if ((turned(a.weekdays(), shift) & b.weekdays()) == 0) { return true; }
    if (always_apart(a.day_residues(), b.day_residues(), shift)) { return true; }
    if (shift != 0) { return false; }
    return (a.months() & b.months()) == 0 || (a.days_of_month() & b.days_of_month()) == 0 ||
           always_apart(a.month_residues(), b.month_residues(), 0);
}

}  // namespace practice
