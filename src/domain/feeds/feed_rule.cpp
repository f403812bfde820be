// SPDX-License-Identifier: MIT
// Which rules all calendar programs read alike: the intersection of five engines that were compared, and of
// the templates that Outlook keeps series in.
#include <algorithm>

#include "practice/feeds/feed.h"

namespace practice {
namespace {

constexpr int kLargestSharedInterval = 999;

bool only(bool by_day, bool by_month_day, bool by_month, const RecurrenceRule& rule) {
    return rule.by_day.empty() != by_day && rule.by_month_day.empty() != by_month_day &&
           rule.by_month.empty() != by_month && rule.by_year_day.empty() && rule.by_week_number.empty() &&
           rule.by_set_position.empty();
}

bool has_ordinals(const RecurrenceRule& rule) {
    return std::ranges::any_of(rule.by_day, [](const RuleDay& day) { return day.ordinal != 0; });
}

bool is_day_of_every_month(int day) {
    return 1 <= day && day <= 28;
}

bool monthly_for_everyone(const RecurrenceRule& rule) {
    if (only(false, true, false, rule)) {
        const int day = rule.by_month_day.front();
        return rule.by_month_day.size() == 1 && (is_day_of_every_month(day) || day == -1);
    }
    if (!only(true, false, false, rule) || rule.by_day.size() != 1) { return false; }
    const int ordinal = rule.by_day.front().ordinal;
    return (1 <= ordinal && ordinal <= 4) || ordinal == -1;
}

bool for_everyone(const RecurrenceRule& rule) {
    const bool known_week = rule.week_start == std::chrono::Monday || rule.week_start == std::chrono::Sunday;
    if (!known_week || rule.interval > kLargestSharedInterval) { return false; }
    switch (rule.frequency) {
        case Frequency::daily: return only(false, false, false, rule);
        case Frequency::weekly: return only(true, false, false, rule) && !has_ordinals(rule);
        case Frequency::monthly: return monthly_for_everyone(rule);
        case Frequency::yearly:
            return only(false, true, true, rule) && rule.by_month.size() == 1 && rule.by_month_day.size() == 1 &&
                   is_day_of_every_month(rule.by_month_day.front());
    }
    return false;
}

}  // namespace

std::optional<RecurrenceRule> rule_for_everyone(const RecurrenceRule& rule, Date anchor) {
    auto spelled_out = with_anchor(rule, anchor);
    spelled_out.count.reset();
    spelled_out.until.reset();
    // "Every day that is a weekday" is "every week on these weekdays".
    const bool weekdays = spelled_out.frequency == Frequency::daily && spelled_out.interval == 1 &&
                          only(true, false, false, spelled_out) && !has_ordinals(spelled_out);
    if (weekdays) { spelled_out.frequency = Frequency::weekly; }
    if (!for_everyone(spelled_out)) { return std::nullopt; }
    return spelled_out;
}

}  // namespace practice
