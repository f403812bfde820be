// SPDX-License-Identifier: MIT
// Deleting what was entered by mistake, and what goes with it.
#include <algorithm>
#include <utility>

#include "practice/rescheduling.h"
#include "rescheduling_parts.h"

namespace practice {
namespace rescheduling {

std::vector<Date> own_changes_lost(const Session& before, const std::optional<Session>& after) {
    std::vector<Date> lost;
    for (const auto& [slot, change] : before.changes) {
        const bool was = change != SlotChange{} && before.recurrence->occurs_on(slot);
        if (was && !(after && after->recurrence->occurs_on(slot))) { lost.push_back(slot); }
    }
    return lost;
}

}  // namespace rescheduling

namespace {

using rescheduling::no_such_slot;
using rescheduling::number_of;
using rescheduling::own_changes_lost;

/// Slots before the split that were moved to `date` or later: they take place all the same.
std::vector<Date> moved_behind(const Session& session, Date split, Date date) {
    std::vector<Date> moved;
    for (const auto& [slot, change] : session.changes) {
        const bool later = slot < split && change.start && date_of(*change.start) >= date;
        if (later && takes_time(change.status) && session.recurrence->occurs_on(slot)) { moved.push_back(slot); }
    }
    return moved;
}

}  // namespace

ChangePlan plan_delete(const Session& session, const ChangeScope& scope) {
    if (std::holds_alternative<Whole>(scope)) {
        return {std::nullopt, {}, {}, session.is_series() ? own_changes_lost(session, {}) : std::vector<Date>{}};
    }
    if (!session.is_series()) { throw misuse(number_of(session) + " is a single session", "leave out the date"); }
    const auto& old = *session.recurrence;
    Session after = session;
    std::vector<Date> staying;
    if (const auto* one = std::get_if<OneSlot>(&scope)) {
        if (!old.occurs_on(one->slot)) { throw no_such_slot(session, one->slot); }
        after.recurrence = rescheduling::with_dates(old, old.excluded(), rescheduling::without(old.added(), one->slot));
        after = leaving_out(std::move(after), {one->slot});
    } else {
        const auto date = std::get<FromDate>(scope).date;
        const auto booked = rescheduling::as_booked(session);
        const auto split = booked.recurrence->on_or_after(date);
        if (!split) { throw rescheduling::no_date_from(session, date); }
        after = rescheduling::split_before(booked, *split, {}).first;
        staying = moved_behind(session, *split, date);
    }
    if (!after.recurrence->first()) { return {std::nullopt, {}, {}, own_changes_lost(session, {})}; }
    auto lost = own_changes_lost(session, after);
    return {std::move(after), {}, std::move(staying), std::move(lost)};
}

}  // namespace practice
