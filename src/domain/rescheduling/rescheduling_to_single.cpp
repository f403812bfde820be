// SPDX-License-Identifier: MIT
// A series becomes a single session.
#include <algorithm>

#include "rescheduling_parts.h"

namespace practice::rescheduling {
namespace {

/// All that has been beside the slot that stays.
void refuse_to_lose_what_has_been(const Session& session, Date first, const TimeZones& zones, Instant now) {
    const auto& zone = zone_named(zones, session.time_zone);
    const auto next = next_slot(session, zone, now);
    const auto has_been = [&](Date slot) {
        const auto occurrence = occurrence_at(session, zone, slot);
        return slot != first && occurrence && takes_time(occurrence->status()) && occurrence->start < now;
    };
    const auto begun = session.recurrence->between(first, std::max(first, next.value_or(kLastDate)));
    const bool any_moved =
        std::ranges::any_of(session.changes, [&](const auto& entry) { return has_been(entry.first); });
    const bool first_is_over = next && first < *next;
    if (!first_is_over && !any_moved && std::ranges::none_of(begun, has_been)) { return; }
    const auto number = number_of(session);
    if (!next) {
        throw misuse("all dates of " + number + " have been already, and would be gone",
                     "a date is changed by its own number, such as " +
                         to_string(OccurrenceId{session.number(), session.recurrence->last()}));
    }
    throw misuse(number + " has begun, and its dates that have been would be gone",
                 "what comes becomes a single session with: practice session edit " + number +
                     " `repeat none` `from` " + to_string(*next));
}

/// The first slot that takes place, else the first of all.
std::optional<Date> slot_that_stays(const Session& session) {
    auto stays = session.recurrence->first();
    session.recurrence->each(kFirstDate, kLastDate, [&](Date slot) {
        const auto change = session.changes.find(slot);
        const bool stands = change == session.changes.end() || takes_time(change->second.status);
        if (stands) { stays = slot; }
        return !stands;
    });
    return stays;
}

}  // namespace

ChangePlan to_single(const Session& session, const SessionEdit& edit, const TimeZones& zones, Instant now,
                     const std::vector<Date>& staying) {
    const auto first = slot_that_stays(session);
    if (!first) { throw no_date_left(session); }
    refuse_to_lose_what_has_been(session, *first, zones, now);
    auto records = staying.empty() ? records_from(session, *session.recurrence->first(), zones, now) : staying;
    std::erase(records, *first);
    if (!records.empty()) {
        const bool one = records.size() == 1;
        throw misuse(number_of(session) + " has " +
                         (one ? "a date that has" : std::to_string(records.size()) + " dates that have") +
                         " been attended, missed or cancelled, which would be gone",
                     "end it and go on with a single session: " + number_of(session) + " `repeat none` `from DATE`");
    }
    Session after = session;
    after.recurrence.reset();
    after.changes.clear();
    after.former_end.reset();
    after.start = wall_start(session, *first);
    std::vector<Date> lost;
    const auto all_dates = dates_without_end(session);
    for (const auto& [slot, change] : session.changes) {
        if (slot != *first) {
            if (change != SlotChange{} && all_dates.occurs_on(slot)) { lost.push_back(slot); }
            continue;
        }
        SessionEdit own;
        own.professional = change.professional;
        own.room = change.room;
        own.clients = change.clients;
        own.lines = change.lines;
        own.length = change.length;
        own.note = change.note;
        after = with_fields(std::move(after), own);
        after.status = change.status;
        after.reason = change.reason;
        after.attendance = change.attendance;
    }
    auto rest = edit;
    rest.rule.reset();
    auto plan = plan_edit(after, Whole{}, rest, zones, now);
    plan.lost = std::move(lost);
    return plan;
}

}  // namespace practice::rescheduling
