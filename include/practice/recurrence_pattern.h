// SPDX-License-Identifier: MIT
// How a rule lies on the calendar, one bit a day. Only Recurrence and SlotCursor use it; what slots are
// is said in recurrence.h.
//
// The calendar is cut into periods, numbered from the anchor's (0): blocks of days for rules of days
// and weeks that repeat without looking at the calendar, else weeks, months or years. Any period can be
// asked for by number, so nothing is ever counted up from the anchor.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "practice/civil_time.h"
#include "practice/recurrence_rule.h"

namespace practice {

class RulePattern {
public:
    /// The days of one period that match: bit n of word w is the day first + 64 w + n.
    struct Period {
        Date first{};
        int words = 0;  // the others mean nothing
        std::array<std::uint64_t, 6> days;
    };

    /// REQUIRES: `rule` is normalized.
    RulePattern(const RecurrenceRule& rule, Date anchor);

    /// The number of the last period that begins by `date`; negative before the anchor's.
    [[nodiscard]] std::int64_t period_at(Date date) const;
    /// Fills in the first period with any day, from `number` to `last` and sets `number` to it; false
    /// when there is none.
    bool seek(std::int64_t& number, std::int64_t last, Period& period) const;
    /// The same, downwards from `number` to 0.
    bool seek_back(std::int64_t& number, Period& period) const;

    /// After so many periods the pattern repeats: the Gregorian calendar does after 400 years.
    [[nodiscard]] std::int64_t periods_in_cycle() const;

    /// Bit n: days with c_encoding() n may match; a clear bit is certain. So in the other three.
    [[nodiscard]] unsigned weekdays() const;
    [[nodiscard]] unsigned months() const { return months_; }
    [[nodiscard]] std::uint32_t days_of_month() const;
    /// Whether all dates fall into certain residues, by day or by month: each is residue + k * modulus.
    struct Residues {
        std::int64_t modulus = 0;  // 0: no such bound
        int count = 0;
        std::array<std::int64_t, 12> values{};
    };
    [[nodiscard]] Residues day_residues() const;
    [[nodiscard]] Residues month_residues() const;

    bool operator==(const RulePattern&) const = default;

private:
    enum class Shape { blocks, weeks, months, years, week_years };
    struct Month {
        std::int64_t first_day;  // days since 1970-01-01
        unsigned weekday;        // of the first day
        unsigned length;
    };
    struct Year;

    void set_days(const RecurrenceRule& rule);
    void set_shape(const RecurrenceRule& rule);
    void make_blocks(std::int64_t cycle_days, std::uint64_t bits);

    bool load_week(std::int64_t number, Period& period) const;
    bool load_month(std::int64_t number, Period& period) const;
    bool load_year(std::int64_t number, Period& period) const;
    bool load_week_year(std::int64_t number, Period& period) const;
    bool load(std::int64_t number, Period& period) const;

    [[nodiscard]] std::int64_t past_idle(std::int64_t number) const;
    [[nodiscard]] std::uint64_t matching_days(const Month& month) const;
    [[nodiscard]] std::uint64_t matching_weekdays(const Month& month) const;
    [[nodiscard]] std::uint64_t daily_steps(const Month& month) const;
    void add_months(const Year& year, Period& period) const;
    [[nodiscard]] std::int64_t week_year_of(std::int64_t day) const;
    [[nodiscard]] bool week_is_wanted(std::int64_t week, std::int64_t weeks) const;
    [[nodiscard]] bool matches_in_week(std::int64_t day) const;
    void keep_year_days(const Year& year, Period& period) const;
    void keep_weekdays_of_year(const Year& year, Period& period) const;
    void keep_positions(Period& period) const;

    Shape shape_ = Shape::blocks;
    /// Where period 0 begins and how far the next is: in days, months since year 0, or years.
    std::int64_t origin_ = 0;
    std::int64_t step_ = 1;
    std::int64_t anchor_ = 0;  // days since 1970-01-01
    /// Of the rule itself; in days for a rule of days, 7 times the weeks for one of weeks, else 0.
    std::int64_t day_step_ = 0;
    std::uint64_t block_ = 0;  // the days of each block, or of each week

    unsigned months_ = 0xfff;  // bit 0: January
    bool has_months_ = false;
    bool has_month_days_ = false;
    std::uint32_t month_days_ = 0;       // bit 0: the first
    std::uint32_t month_days_back_ = 0;  // bit 30: the last
    bool has_weekdays_ = false;
    bool has_ordinals_ = false;
    bool ordinals_in_year_ = false;
    unsigned plain_weekdays_ = 0;                 // bit n: c_encoding() n
    std::array<std::uint8_t, 5> nth_{};           // the same, first to fifth of the month
    std::array<std::uint8_t, 5> nth_from_end_{};  // last to fifth last
    unsigned all_weekdays_ = 0x7f;                // of any ordinal
    unsigned week_start_ = 1;
    std::uint64_t week_numbers_ = 0;       // bit 0: week 1
    std::uint64_t week_numbers_back_ = 0;  // bit 0: the last week
    std::vector<int> year_days_;
    std::vector<int> positions_;
    std::vector<RuleDay> ordinals_;  // only where they count within the year
};

}  // namespace practice
