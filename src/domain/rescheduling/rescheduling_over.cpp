// SPDX-License-Identifier: MIT
// What never took place is not invented: a change that would give a series dates before now (a later end, another
// rule for a single session, what was left out or cancelled and comes back) leaves those out.
#include <algorithm>
#include <iterator>

#include "practice/rescheduling.h"
#include "rescheduling_parts.h"
#include "rescheduling_rule.h"

namespace practice {
namespace {

/// The slots that take place before `now`, ascending.
std::vector<Date> slots_before(const Session& series, const TimeZone& zone, Instant now) {
    std::vector<Date> slots;
    const auto today = date_of(zone.to_local(now));
    const auto look_at = [&](Date slot) {
        const auto occurrence = occurrence_at(series, zone, slot);
        if (occurrence && takes_time(occurrence->status()) && occurrence->start < now) { slots.push_back(slot); }
        return true;
    };
    const auto end = today + std::chrono::days{1};
    series.recurrence->each(kFirstDate, end, look_at);
    for (auto change = series.changes.lower_bound(end); change != series.changes.end(); ++change) {
        look_at(change->first);
    }
    return slots;
}

}  // namespace

namespace rescheduling {

Session without_over(Session series, const std::set<Date>& had, const std::optional<NewEnd>& end, const TimeZone& zone,
                     Instant now, std::vector<Date>& over) {
    while (true) {
        auto found = slots_before(series, zone, now);
        std::erase_if(found, [&](Date slot) { return had.contains(slot); });
        if (found.empty()) { return series; }
        series = leaving_out(std::move(series), found);
        over.insert(over.end(), found.begin(), found.end());
        if (!series.recurrence->first()) { return series; }
        if (end) { series = with_dates_held(std::move(series), *end); }  // as many are to take place
    }
}

}  // namespace rescheduling

ChangePlan only_what_comes(const Session& before, ChangePlan plan, const TimeZones& zones, Instant now) {
    if (!before.is_series() || !plan.after || !plan.after->is_series()) { return plan; }
    auto& after = *plan.after;
    const auto& zone = rescheduling::zone_named(zones, after.time_zone);
    auto over = slots_before(after, zone, now);
    const auto had = slots_before(before, rescheduling::zone_named(zones, before.time_zone), now);
    std::erase_if(over, [&](Date slot) { return std::ranges::binary_search(had, slot); });
    if (over.empty()) { return plan; }
    // What was cancelled by itself stays so.
    after = without_clashing(before, std::move(after), over);
    if (!after.recurrence->first()) { throw rescheduling::no_date_left(before); }
    std::ranges::copy_if(over, std::back_inserter(plan.over),
                         [&](Date slot) { return !after.recurrence->occurs_on(slot); });
    return plan;
}

}  // namespace practice
