// SPDX-License-Identifier: MIT
// Recurrences: which dates a series has. Everything here is integer arithmetic on day numbers, counted
// from the anchor and never from the previous occurrence, so that the 31st does not wander and any
// window costs time in proportion to the window. The time of day and the zone come later (session.h):
// a series has at most one occurrence a day, and its date, the *slot*, names it for good.
//
// The rules are those of RFC 5545 section 3.3.10 with steps of a day or more. Where other engines
// disagree with the RFC's table, the table decides (tests/domain/recurrence_model.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "practice/civil_time.h"

namespace practice {

enum class Frequency { daily, weekly, monthly, yearly };

/// One BYDAY element: "TU" (ordinal 0), "2TU", "-1FR".
struct RuleDay {
    /// 0 for every one, 1 the first, -1 the last; -53 .. 53.
    int ordinal = 0;
    Weekday day;
    bool operator==(const RuleDay&) const = default;
};

/// A rule is a value. BY lists are sorted and free of duplicates (see normalized()).
struct RecurrenceRule {
    Frequency frequency = Frequency::weekly;
    /// 1 .. kLargestInterval.
    int interval = 1;
    std::vector<RuleDay> by_day;
    std::vector<int> by_month_day;  // 1..31, -31..-1
    std::vector<int> by_month;      // 1..12
    std::vector<int> by_year_day;   // 1..366, -366..-1
    std::vector<int> by_week_number;  // 1..53, -53..-1; yearly only
    std::vector<int> by_set_position;  // 1..366, -366..-1; only beside another BY list
    Weekday week_start = std::chrono::Monday;
    /// 1 .. kLargestCount; never together with `until`.
    std::optional<int> count;
    /// The last date that may have an occurrence, inclusive.
    std::optional<Date> until;

    bool operator==(const RecurrenceRule&) const = default;
};

inline constexpr int kLargestInterval = 99'999;
inline constexpr int kLargestCount = 99'999;

/// The same rule with BY lists sorted and without duplicates.
/// Throws Refusal(misuse) for a value out of range and for combinations the RFC forbids (BYWEEKNO
/// outside yearly, ordinals in a weekly rule, COUNT with UNTIL, BYSETPOS alone ...).
[[nodiscard]] RecurrenceRule normalized(RecurrenceRule rule);

/// A rule set loose on the calendar: slots, ascending, at most one a date.
///
/// An excluded date takes its slot away but still counts for COUNT. An added date gives a slot that the
/// rule does not; it is not bound by COUNT or UNTIL. An anchor off its rule is no slot.
class Recurrence {
public:
    /// REQUIRES: `rule` is normalized. `excluded` and `added` may come in any order. COUNT is resolved
    /// here, once, to the last slot; a rule that never matches ends at once.
    Recurrence(Date anchor, RecurrenceRule rule, std::vector<Date> excluded = {}, std::vector<Date> added = {});

    [[nodiscard]] Date anchor() const { return anchor_; }
    [[nodiscard]] const RecurrenceRule& rule() const { return rule_; }
    [[nodiscard]] const std::vector<Date>& excluded() const { return excluded_; }
    [[nodiscard]] const std::vector<Date>& added() const { return added_; }

    /// Nullopt when there is no slot at all.
    [[nodiscard]] std::optional<Date> first() const { return on_or_after(kFirstDate); }
    [[nodiscard]] bool never_ends() const { return !last_rule_date_; }
    /// The last slot; nullopt when it never ends or has no slot.
    [[nodiscard]] std::optional<Date> last() const;
    [[nodiscard]] bool occurs_on(Date date) const;
    /// The first slot that is not before `date`.
    [[nodiscard]] std::optional<Date> on_or_after(Date date) const;
    /// The slots of [from, to), ascending.
    [[nodiscard]] std::vector<Date> between(Date from, Date to) const;
    /// The first `most` slots from `from` on.
    [[nodiscard]] std::vector<Date> next(Date from, std::size_t most) const;

    /// Calls `visit(Date)` for each slot of [from, to), ascending, until it returns false.
    template <class Visit>
    void each(Date from, Date to, Visit&& visit) const;

    /// Bit n is set when a slot may fall on the weekday with c_encoding() n (0 is Sunday). A clear bit is
    /// certain: no slot, added ones included, ever falls there.
    [[nodiscard]] unsigned weekdays() const;

    /// Whether the two surely share no date when `other` is moved by `shift` days (a slot of this on
    /// d, a slot of the other on d + shift). Answers by arithmetic alone; false means "look".
    [[nodiscard]] bool never_meets(const Recurrence& other, int shift) const;

    bool operator==(const Recurrence&) const = default;

private:
    friend class SlotCursor;
    Date anchor_;
    RecurrenceRule rule_;
    std::vector<Date> excluded_;
    std::vector<Date> added_;
    /// The last date the rule itself gives (COUNT and UNTIL resolved); nullopt: it never ends. Before
    /// the anchor when the rule gives none.
    std::optional<Date> last_rule_date_;
};

/// Walks the slots of one recurrence. The recurrence must outlive it.
class SlotCursor {
public:
    /// Stands before the first slot that is not before `from`.
    SlotCursor(const Recurrence& recurrence, Date from);
    /// The next slot, or nullopt at the end (then always).
    [[nodiscard]] std::optional<Date> next();

private:
    [[nodiscard]] std::optional<Date> next_of_rule();
    void fill();

    const Recurrence* recurrence_;
    Date from_;
    /// The number of the period (day, week, month, year) to look at next, counted from the anchor's in
    /// steps of the interval.
    std::int64_t period_ = 0;
    std::vector<Date> batch_;
    std::size_t batch_at_ = 0;
    std::size_t added_at_ = 0;
    std::optional<Date> pending_;
    bool ended_ = false;
};

template <class Visit>
void Recurrence::each(Date from, Date to, Visit&& visit) const {
    SlotCursor cursor{*this, from};
    while (const auto slot = cursor.next()) {
        if (*slot >= to || !visit(*slot)) { return; }
    }
}

/// The fields a rule says nothing about, filled in from the anchor (RFC 5545 3.3.10: "Information from
/// the DTSTART"): FREQ=WEEKLY at a Tuesday is BYDAY=TU. The slots are the same.
[[nodiscard]] RecurrenceRule with_anchor(RecurrenceRule rule, Date anchor);

}  // namespace practice
