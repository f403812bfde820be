// SPDX-License-Identifier: MIT
#include "app/import/as_file.h"

#include <algorithm>

namespace practice::app {
namespace {

bool is_among(const std::vector<Date>& dates, Date date) {
    return std::ranges::find(dates, date) != dates.end();
}

LocalTime as_series_says(const Session& series, Date slot) {
    return slot + time_of_day(series.start);
}

/// The first date whose time, as the series has it, has not begun.
Date first_to_come(const Session& series, const TimeZone& zone, Instant now) {
    const auto today = date_of(zone.to_local(now));
    return zone.to_instant(as_series_says(series, today)) > now ? today : today + std::chrono::days{1};
}

/// What a date has of its own that the series would say otherwise; what it says nothing of stays.
void forget_own(SlotChange& change) {
    SlotChange rest;
    rest.note = std::move(change.note);
    if (!change.attendance.empty()) { rest.clients = std::move(change.clients); }
    rest.attendance = std::move(change.attendance);
    rest.status = change.status;
    rest.reason = std::move(change.reason);
    change = std::move(rest);
}

}  // namespace

Session as_new_series(Session series, const std::vector<Date>& of_rows, const TimeZone& zone, Instant now) {
    const auto before = series;
    const auto from = first_to_come(series, zone, now);
    series = std::move(*plan_restore(before, FromDate{from}, {{}, true, {}}).after);
    for (const auto& [slot, change] : before.changes) {
        const bool stays = change.status == Status::late_cancelled || is_among(of_rows, slot);
        if (stays) { series.changes.insert_or_assign(slot, change); }
    }
    for (auto& [slot, change] : series.changes) {
        const bool begun = change.start && zone.to_instant(*change.start) <= now;
        const bool stays = slot < from || begun || change.status != Status::scheduled || is_among(of_rows, slot);
        if (!stays) { forget_own(change); }
    }
    std::erase_if(series.changes, [](const auto& entry) { return entry.second == SlotChange{}; });
    return series;
}

void mean_as_new(SessionWords& words, Status present) {
    if (!words.status && present == Status::cancelled) { words.status = std::string{to_string(Status::scheduled)}; }
}

void mean_as_new(SessionEdit& edit) {
    if (!edit.rule || !edit.rule->rule || edit.end) { return; }
    if (!edit.rule->rule->count && !edit.rule->rule->until) { edit.end = NeverEnds{}; }
}

bool is_other_beside_dates(Session before, Session after) {
    for (auto* session : {&before, &after}) {
        session->changes.clear();
        if (session->recurrence) {
            session->recurrence = Recurrence{session->recurrence->anchor(), session->recurrence->rule()};
        }
    }
    return before != after;
}

std::vector<Date> dates_put_back(const Session& before, const Session& after, const std::vector<Date>& of_rows) {
    std::vector<Date> dates;
    if (!before.is_series() || !after.is_series()) { return dates; }
    for (const auto& [slot, change] : before.changes) { dates.push_back(slot); }
    const auto& excluded = before.recurrence->excluded();
    dates.insert(dates.end(), excluded.begin(), excluded.end());
    std::ranges::sort(dates);
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    const auto own = [](const Session& session, Date slot) {
        const auto found = session.changes.find(slot);
        return found == session.changes.end() ? SlotChange{} : found->second;
    };
    std::erase_if(dates, [&](Date slot) {
        if (!after.recurrence->occurs_on(slot) || is_among(of_rows, slot)) { return true; }
        return before.recurrence->occurs_on(slot) ? own(before, slot) == own(after, slot)
                                                  : !std::ranges::binary_search(excluded, slot);
    });
    return dates;
}

}  // namespace practice::app
