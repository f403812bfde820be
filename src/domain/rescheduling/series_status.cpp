// SPDX-License-Identifier: MIT
// A series of several parts cancelled, restored or deleted: each part for itself, as far as it is concerned.
#include <algorithm>

#include "practice/series.h"
#include "rescheduling_parts.h"

namespace practice {
namespace {

using rescheduling::Border;

ChangeScope scope_from(std::optional<Date> from) {
    return from ? ChangeScope{FromDate{*from}} : ChangeScope{Whole{}};
}

void append(std::vector<Date>& all, const std::vector<Date>& some) {
    all.insert(all.end(), some.begin(), some.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

void take(SeriesPlan& plan, std::size_t of, ChangePlan of_part) {
    append(plan.kept, of_part.kept);
    append(plan.lost, of_part.lost);
    append(plan.moved_on, of_part.moved_on);
    append(plan.been, of_part.been);
    append(plan.over, of_part.over);
    append(plan.singles, of_part.singles);
    append(plan.nobody_comes, of_part.nobody_comes);
    if (of_part.from && (!plan.from || *of_part.from < *plan.from)) { plan.from = of_part.from; }
    if (of_part.after) { plan.parts.push_back({std::move(*of_part.after), of, false}); }
}

ChangePlan unchanged(const Session& part) {
    return {part, {}, {}, {}};
}

/// It has a date from then on, by where its dates take place.
bool takes_place_from(const Session& part, Date date) {
    if (part.recurrence->booked().on_or_after(date)) { return true; }
    return std::ranges::any_of(part.changes, [&](const auto& entry) {
        return part.recurrence->occurs_on(entry.first) &&
               rescheduling::wall_start(part, entry.first) >= LocalTime{date};
    });
}

/// What is left of a series whose first part has no date any more: that part gives the number, and stays.
Session without_dates(const Session& part) {
    return leaving_out(part, part.recurrence->between(kFirstDate, kLastDate));
}

}  // namespace

SeriesPlan plan_series_cancel(const Parts& parts, std::optional<Date> from, const Cancellation& cancellation,
                              const TimeZones& zones, Instant now) {
    SeriesPlan plan;
    bool any = false;
    for (std::size_t of = 0; of < parts.size(); ++of) {
        const auto& part = parts[of];
        const auto border =
            rescheduling::border_of(rescheduling::as_booked(part), FromDate{from.value_or(kFirstDate)}, zones, now);
        const bool concerned = border.split || !border.moved_on.empty();
        any = any || concerned;
        take(plan, of, concerned ? plan_cancel(part, scope_from(from), cancellation, zones, now) : unchanged(part));
        append(plan.been, border.been);
    }
    if (!any && from) { throw rescheduling::nothing_behind(parts.back(), FromDate{*from}); }
    return plan;
}

SeriesPlan plan_series_restore(const Parts& parts, std::optional<Date> from, const Restoration& restoration) {
    SeriesPlan plan;
    for (std::size_t of = 0; of < parts.size(); ++of) {
        const bool is_next = of + 1 < parts.size();
        // What was cancelled of a part lies before the next one begins.
        const bool is_ahead = from && is_next && date_of(parts[of + 1].start) <= *from;
        take(plan, of, is_ahead ? unchanged(parts[of]) : plan_restore(parts[of], scope_from(from), restoration));
    }
    return plan;
}

SeriesPlan plan_series_delete(const Parts& parts, std::optional<Date> from) {
    SeriesPlan plan;
    bool any = false;
    for (std::size_t of = 0; of < parts.size(); ++of) {
        const bool concerned = !from || takes_place_from(parts[of], *from);
        any = any || concerned;
        take(plan, of, concerned ? plan_delete(parts[of], scope_from(from)) : unchanged(parts[of]));
    }
    if (!any) { throw rescheduling::no_date_from(parts.back(), *from); }
    const bool first_is_gone = !plan.parts.empty() && plan.parts.front().of != 0;
    if (first_is_gone) { plan.parts.insert(plan.parts.begin(), {without_dates(parts.front()), 0, false}); }
    return plan;
}

}  // namespace practice
