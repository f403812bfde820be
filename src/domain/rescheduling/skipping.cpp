// SPDX-License-Identifier: MIT
#include "practice/skipping.h"

#include <algorithm>

#include "practice/rescheduling.h"

namespace practice {
namespace {

/// The days of the week of the slots that clash in the second half of the horizon.
unsigned weekdays_for_ever(const Session& series, const Conflicts& conflicts) {
    const auto first = series.recurrence->first();
    if (!first) { return 0; }
    const auto half = LocalTime{*first} + kConflictHorizon / 2;
    unsigned days = 0;
    for (const auto slot : conflicts.slots) {
        if (LocalTime{slot} >= half) { days |= 1U << weekday_of(slot).c_encoding(); }
    }
    return days;
}

bool told_by_weekdays(const RecurrenceRule& rule) {
    const bool plain = rule.by_month_day.empty() && rule.by_month.empty() && rule.by_year_day.empty() &&
                       rule.by_week_number.empty() && rule.by_set_position.empty();
    return plain && (rule.frequency == Frequency::weekly || (rule.frequency == Frequency::daily && rule.interval == 1));
}

}  // namespace

std::optional<NoSkip> why_no_skip(const Session& series, const Conflicts& conflicts, std::optional<Date> named) {
    if (!series.is_series()) { return NoSkip::all; }
    const auto rest = leaving_out(series, conflicts.slots);
    const auto first = rest.recurrence->first();
    // What is beyond the horizon was not looked at.
    if (!first || LocalTime{*first} >= series.start + kConflictHorizon) { return NoSkip::all; }
    if (conflicts.endless) { return NoSkip::endless; }
    if (named && std::ranges::binary_search(conflicts.slots, *named)) { return NoSkip::is_named; }
    return std::nullopt;
}

std::optional<RecurrenceRule> rule_beside(const Session& series, const Conflicts& conflicts) {
    if (!series.is_series() || !conflicts.endless) { return std::nullopt; }
    auto rule = with_anchor(series.recurrence->rule(), series.recurrence->anchor());
    if (!told_by_weekdays(rule)) { return std::nullopt; }
    const auto taken = weekdays_for_ever(series, conflicts);
    const auto is_taken = [taken](const RuleDay& day) { return ((taken >> day.day.c_encoding()) & 1U) != 0; };
    if (rule.frequency == Frequency::daily && rule.by_day.empty()) {
        for (unsigned day = 0; day < 7; ++day) { rule.by_day.push_back({0, Weekday{day}}); }
    }
    rule.frequency = Frequency::weekly;
    const auto all = rule.by_day.size();
    std::erase_if(rule.by_day, is_taken);
    if (rule.by_day.empty() || rule.by_day.size() == all) { return std::nullopt; }
    return normalized(std::move(rule));
}

std::vector<Date> no_dates_of(const Recurrence& series, std::vector<Date> dates) {
    const Recurrence given{series.anchor(), series.rule(), {}, series.added()};
    std::erase_if(dates, [&](Date date) { return given.occurs_on(date); });
    return dates;
}

std::optional<Date> nearest_date(const Recurrence& series, Date date) {
    constexpr std::chrono::days far{366 * 8};  // two leap days are no further from each other
    const auto after = series.on_or_after(date);
    const auto before = series.between(std::max(kFirstDate, date - far), date);
    if (before.empty()) { return after; }
    return after && *after - date <= date - before.back() ? after : before.back();
}

std::int64_t dates_held(const Session& series) {
    const auto& recurrence = *series.recurrence;
    const auto first = recurrence.first();
    if (!first) { return 0; }
    std::int64_t held = 0;
    recurrence.each(*first, kLastDate + std::chrono::days{1}, [&](Date) {
        ++held;
        return true;
    });
    for (const auto& [slot, change] : series.changes) {
        if (!takes_time(change.status) && recurrence.occurs_on(slot)) { --held; }
    }
    return held;
}

std::optional<Session> holding(Session series, int held) {
    const auto given = *series.recurrence;
    auto rule = given.rule();
    rule.until.reset();
    rule.count = held;
    std::optional<Date> last;
    while (*rule.count <= kLargestCount) {
        const auto last_now = Recurrence{given.anchor(), rule}.last();
        if (last_now == last) { return std::nullopt; }  // the calendar has no more of them
        last = last_now;
        series.recurrence = Recurrence{given.anchor(), rule, given.excluded(), given.added()};
        series.recurrence->set_away(given.away());
        const auto missing = held - dates_held(series);
        if (missing <= 0) { return series; }
        *rule.count += static_cast<int>(missing);
    }
    return std::nullopt;
}

}  // namespace practice
