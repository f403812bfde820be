// SPDX-License-Identifier: MIT
#include "practice/recurrence.h"

#include <algorithm>

namespace practice {
namespace {

using std::chrono::days;

/// The last slot is the day before kLastDate: on no clock, and in no time zone, does it lie in the year 10000.
constexpr Date kLastSlot = kLastDate - days{1};
constexpr Date kAfterLastSlot = kLastSlot + days{1};

void sort_dates(std::vector<Date>& dates) {
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
}

bool holds(const std::vector<Date>& sorted, Date date) {
    return std::binary_search(sorted.begin(), sorted.end(), date);
}

/// The bits of a word whose bit 0 is `base` that lie in [from, to).
std::uint64_t cut(std::uint64_t word, Date base, Date from, Date to) {
    if (base < from) {
        const auto before = (from - base).count();
        word = before >= 64 ? 0 : word & ~0ULL << before;
    }
    const auto left = (to - base).count();
    if (left < 64) { word = left <= 0 ? 0 : word & ((1ULL << left) - 1); }
    return word;
}

}  // namespace

Recurrence::Recurrence(Date anchor, RecurrenceRule rule, std::vector<Date> excluded, std::vector<Date> added)
    : anchor_{anchor},
      rule_{without_idle_week_start(std::move(rule), anchor)},
      excluded_{std::move(excluded)},
      added_{std::move(added)},
      pattern_{rule_, anchor_} {
    sort_dates(excluded_);
    sort_dates(added_);
    const Date none = anchor_ - days{1};
    if (!rule_has_any()) {
        last_rule_date_ = none;
    } else if (rule_.count) {
        last_rule_date_ = date_of_count(*rule_.count);
    } else if (rule_.until) {
        last_rule_date_ = last_of_rule_by(*rule_.until).value_or(none);
    }
}

/// Whether the rule, its end aside, gives any date. What has not matched in one cycle never will.
bool Recurrence::rule_has_any() const {
    if (pattern_.weekdays() == 0) { return false; }
    RulePattern::Period period;
    std::int64_t number = 0;
    const auto last = std::min(pattern_.period_at(kLastDate), pattern_.periods_in_cycle());
    for (; pattern_.seek(number, last, period); ++number) {
        for (int w = 0; w < period.words; ++w) {
            const auto word = period.days[static_cast<std::size_t>(w)];
            if (cut(word, period.first + days{64 * w}, anchor_, kAfterLastSlot) != 0) { return true; }
        }
    }
    return false;
}

/// The date of the last of `count` dates; of fewer, where the calendar ends before.
std::optional<Date> Recurrence::date_of_count(int count) const {
    RulePattern::Period period;
    std::int64_t number = 0;
    const auto last = pattern_.period_at(kLastDate);
    for (; pattern_.seek(number, last, period); ++number) {
        for (int w = 0; w < period.words; ++w) {
            const auto base = period.first + days{64 * w};
            auto word = cut(period.days[static_cast<std::size_t>(w)], base, anchor_, kAfterLastSlot);
            const auto here = std::popcount(word);
            if (here < count) {
                count -= here;
                continue;
            }
            for (; count > 1; --count) { word &= word - 1; }
            return base + days{std::countr_zero(word)};
        }
    }
    return last_of_rule_by(kLastSlot);
}

/// The last date of the rule, its end aside, that is not after `date`.
std::optional<Date> Recurrence::last_of_rule_by(Date date) const {
    RulePattern::Period period;
    const auto end = std::min(date, kLastSlot) + days{1};
    auto number = pattern_.period_at(end - days{1});
    for (; pattern_.seek_back(number, period); --number) {
        for (int w = period.words; w-- > 0;) {
            const auto base = period.first + days{64 * w};
            const auto word = cut(period.days[static_cast<std::size_t>(w)], base, anchor_, end);
            if (word != 0) { return base + days{63 - std::countl_zero(word)}; }
        }
    }
    return std::nullopt;
}

bool Recurrence::is_excluded(Date date) const {
    return holds(excluded_, date) || holds(away_, date);
}

void Recurrence::set_away(std::vector<Date> dates) {
    away_ = std::move(dates);
    sort_dates(away_);
}

Recurrence Recurrence::booked() const {
    auto all = *this;
    all.away_.clear();
    return all;
}

std::optional<Date> Recurrence::last() const {
    if (never_ends()) { return std::nullopt; }
    std::optional<Date> last;
    if (*last_rule_date_ >= anchor_) { last = last_rule_date_; }
    while (last && is_excluded(*last)) { last = last_of_rule_by(*last - days{1}); }
    const auto added = std::find_if(added_.rbegin(), added_.rend(), [this](Date date) { return !is_excluded(date); });
    if (added != added_.rend() && (!last || *last < *added)) { last = *added; }
    return last;
}

bool Recurrence::occurs_on(Date date) const {
    return SlotCursor{*this, date, date + days{1}}.next().has_value();
}

std::optional<Date> Recurrence::on_or_after(Date date) const {
    return SlotCursor{*this, date}.next();
}

std::vector<Date> Recurrence::between(Date from, Date to) const {
    std::vector<Date> slots;
    each(from, to, [&slots](Date slot) {
        slots.push_back(slot);
        return true;
    });
    return slots;
}

std::vector<Date> Recurrence::next(Date from, std::size_t most) const {
    std::vector<Date> slots;
    SlotCursor cursor{*this, from};
    while (slots.size() < most) {
        const auto slot = cursor.next();
        if (!slot) { break; }
        slots.push_back(*slot);
    }
    return slots;
}

SlotCursor::SlotCursor(const Recurrence& recurrence, Date from, Date to)
    : recurrence_{&recurrence},
      from_{std::max(from, recurrence.anchor_)},
      rule_end_{std::min(to, kAfterLastSlot)},
      added_end_{rule_end_},
      edited_{!recurrence.excluded_.empty() || !recurrence.added_.empty() || !recurrence.away_.empty()} {
    if (recurrence.last_rule_date_) { rule_end_ = std::min(rule_end_, *recurrence.last_rule_date_ + days{1}); }
    number_ = 0;
    last_number_ = -1;
    if (from_ < rule_end_) {
        number_ = recurrence.pattern_.period_at(from_);
        last_number_ = recurrence.pattern_.period_at(rule_end_ - days{1});
    }
    const auto& added = recurrence.added_;
    added_at_ = static_cast<std::size_t>(std::lower_bound(added.begin(), added.end(), from) - added.begin());
}

bool SlotCursor::load() {
    if (++word_ >= period_.words) {
        if (!recurrence_->pattern_.seek(number_, last_number_, period_)) {
            period_.words = 0;
            return false;
        }
        ++number_;
        word_ = 0;
    }
    base_ = period_.first + days{64 * word_};
    days_ = cut(period_.days[static_cast<std::size_t>(word_)], base_, from_, rule_end_);
    return true;
}

std::optional<Date> SlotCursor::next_added() {
    const auto& added = recurrence_->added_;
    while (added_at_ < added.size() && recurrence_->is_excluded(added[added_at_])) { ++added_at_; }
    if (added_at_ == added.size() || added[added_at_] >= added_end_) { return std::nullopt; }
    return added[added_at_];
}

std::optional<Date> SlotCursor::next_of_both() {
    while (!pending_ && !rule_ended_) {
        pending_ = next_of_rule();
        rule_ended_ = !pending_;
        if (pending_ && recurrence_->is_excluded(*pending_)) { pending_.reset(); }
    }
    auto slot = next_added();
    if (slot && (!pending_ || *slot <= *pending_)) {
        ++added_at_;
        if (pending_ == slot) { pending_.reset(); }
        return slot;
    }
    slot.swap(pending_);
    pending_.reset();
    return slot;
}

}  // namespace practice
