// SPDX-License-Identifier: MIT
// Recurrences: which dates a series has. Everything here is integer arithmetic on day numbers, counted
// from the anchor and never from the previous occurrence, so that the 31st does not wander and any
// window costs time in proportion to the window. The time of day and the zone come later (session.h):
// a series has at most one occurrence a day, and its date, the *slot*, names it for good.
//
// The rules are those of RFC 5545 section 3.3.10 with steps of a day or more. Where other engines
// disagree with the RFC's table, the table decides (tests/domain/recurrence_model.h).
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "practice/civil_time.h"
#include "practice/recurrence_pattern.h"
#include "practice/recurrence_rule.h"

namespace practice {

/// A rule set loose on the calendar: slots, ascending, at most one a date, none on kLastDate or after.
///
/// An excluded date takes its slot away (an added one too) but still counts for COUNT. An added date
/// gives a slot that the rule does not; it is not bound by COUNT or UNTIL. An anchor off its rule is no
/// slot. A date away is no slot as long as it is away; unlike an excluded one it is no part of what was booked.
class Recurrence {
public:
    /// REQUIRES: `rule` is normalized. `excluded` and `added` may come in any order. COUNT is resolved
    /// here, once, to the last slot; a rule that never matches ends at once.
    Recurrence(Date anchor, RecurrenceRule rule, std::vector<Date> excluded = {}, std::vector<Date> added = {});

    [[nodiscard]] Date anchor() const { return anchor_; }
    [[nodiscard]] const RecurrenceRule& rule() const { return rule_; }
    [[nodiscard]] const std::vector<Date>& excluded() const { return excluded_; }
    [[nodiscard]] const std::vector<Date>& added() const { return added_; }
    /// Ascending.
    [[nodiscard]] const std::vector<Date>& away() const { return away_; }
    void set_away(std::vector<Date> dates);
    /// As it was booked, whoever is away.
    [[nodiscard]] Recurrence booked() const;

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

    /// Whether the same was booked.
    bool operator==(const Recurrence& other) const {
        return anchor_ == other.anchor_ && rule_ == other.rule_ && excluded_ == other.excluded_ &&
               added_ == other.added_;
    }

private:
    friend class SlotCursor;
    [[nodiscard]] std::optional<Date> last_of_rule_by(Date date) const;
    [[nodiscard]] std::optional<Date> date_of_count(int count) const;
    [[nodiscard]] bool is_excluded(Date date) const;
    [[nodiscard]] bool rule_has_any() const;

    Date anchor_;
    RecurrenceRule rule_;
    std::vector<Date> excluded_;
    std::vector<Date> added_;
    std::vector<Date> away_;
    /// The last date the rule itself gives (COUNT and UNTIL resolved); nullopt: it never ends. Before
    /// the anchor when the rule gives none.
    std::optional<Date> last_rule_date_;
    RulePattern pattern_;
};

/// Walks the slots of one recurrence. The recurrence must outlive it.
class SlotCursor {
public:
    /// Stands before the first slot that is not before `from`; gives slots before `to` only. (A rule that
    /// matches rarely is not searched beyond it.)
    SlotCursor(const Recurrence& recurrence, Date from, Date to = kLastDate + std::chrono::days{1});

    /// The next slot, or nullopt at the end (then always).
    [[nodiscard]] std::optional<Date> next() { return edited_ ? next_of_both() : next_of_rule(); }

private:
    [[nodiscard]] std::optional<Date> next_of_rule() {
        while (days_ == 0) {
            if (!load()) { return std::nullopt; }
        }
        const int day = std::countr_zero(days_);
        days_ &= days_ - 1;
        return base_ + std::chrono::days{day};
    }
    [[nodiscard]] std::optional<Date> next_of_both();
    [[nodiscard]] std::optional<Date> next_added();
    /// Fetches the next word of days; false at the end.
    bool load();

    const Recurrence* recurrence_;
    Date from_;      // of the rule's dates: not before the anchor
    Date rule_end_;  // exclusive
    Date added_end_;
    /// What is left of the current word: bit n is base_ + n.
    std::uint64_t days_ = 0;
    Date base_{};
    int word_ = 0;
    RulePattern::Period period_;
    std::int64_t number_;
    std::int64_t last_number_;
    bool edited_;
    std::size_t added_at_ = 0;
    std::optional<Date> pending_;
    bool rule_ended_ = false;
};

template <class Visit>
void Recurrence::each(Date from, Date to, Visit&& visit) const {
    SlotCursor cursor{*this, from, to};
    while (const auto slot = cursor.next()) {
        if (!visit(*slot)) { return; }
    }
}

}  // namespace practice
