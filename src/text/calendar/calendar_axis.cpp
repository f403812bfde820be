// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_axis.h"

#include <algorithm>

namespace practice::text {
namespace {

using std::chrono::minutes;

/// Offsets change on multiples of it, in every zone since 1972.
constexpr minutes kGrain{5};

void add(DayAxis& day, AxisRow row, Instant from, std::chrono::seconds length) {
    if (!day.rows.empty() && day.rows.back() == row && day.spans.back().to == from) {
        day.spans.back().to = from + length;
        return;
    }
    day.rows.push_back(row);
    day.spans.push_back({from, from + length});
}

}  // namespace

DayAxis day_axis(Date date, Span<TimeOfDay> hours, minutes step, const TimeZone& zone) {
    const InstantSpan span{zone.to_instant(date), zone.to_instant(date + std::chrono::days{1})};
    DayAxis day;
    const bool plain = zone.transitions_within(span).empty() && zone.to_local(span.from) == LocalTime{date};
    if (plain) {
        const auto first = hours.from - hours.from % step;
        for (TimeOfDay from = first; from < hours.to; from += step) { add(day, {from, false}, span.from + from, step); }
        return day;
    }
    for (Instant at = span.from; at < span.to; at += kGrain) {
        const LocalTime local = zone.to_local(at);
        const TimeOfDay time = time_of_day(local);
        const TimeOfDay row = time - time % step;
        if (date_of(local) != date || row + step <= hours.from || row >= hours.to) { continue; }
        add(day, {row, zone.to_instant(local) != at}, at, kGrain);
    }
    return day;
}

std::vector<AxisRow> shared_rows(const std::vector<DayAxis>& days) {
    if (days.empty()) { return {}; }
    // The longest day has the rows of all others, but for a week with two changes of the clock.
    const auto longest = std::max_element(
        days.begin(), days.end(), [](const DayAxis& a, const DayAxis& b) { return a.rows.size() < b.rows.size(); });
    auto rows = longest->rows;
    for (const auto& day : days) {
        auto after = rows.begin();
        for (const auto& row : day.rows) {
            const auto found = std::find(rows.begin(), rows.end(), row);
            after = found != rows.end() ? found + 1 : rows.insert(after, row) + 1;
        }
    }
    return rows;
}

std::vector<std::optional<InstantSpan>> spans_on(const DayAxis& day, const std::vector<AxisRow>& rows) {
    std::vector<std::optional<InstantSpan>> spans;
    spans.reserve(rows.size());
    std::size_t next = 0;
    for (const auto& row : rows) {
        const bool has = next < day.rows.size() && day.rows[next] == row;
        spans.push_back(has ? std::optional{day.spans[next]} : std::nullopt);
        next += has ? 1 : 0;
    }
    return spans;
}

}  // namespace practice::text
