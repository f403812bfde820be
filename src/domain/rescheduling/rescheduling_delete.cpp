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

/// What counts is when a date takes place: those from `split` on that do so before `date`, and those before `split`
/// that do so on it or later.
struct Moved {
    std::vector<Date> ahead;
    std::vector<Date> behind;
};
Moved moved_across(const Session& session, Date split, Date date) {
    Moved moved;
    for (const auto& [slot, change] : session.changes) {
        if (!change.start || !session.recurrence->occurs_on(slot)) { continue; }
        const bool is_before = date_of(*change.start) < date;
        if (slot >= split && is_before) { moved.ahead.push_back(slot); }
        if (slot < split && !is_before) { moved.behind.push_back(slot); }
    }
    return moved;
}

/// From a date on; `staying` is told.
Session ended_before_date(const Session& session, Date date, std::vector<Date>& staying) {
    const auto booked = rescheduling::as_booked(session);
    const auto split = booked.recurrence->on_or_after(date);
    const auto moved = moved_across(booked, split.value_or(kLastDate), date);
    if (!split && moved.behind.empty()) { throw rescheduling::no_date_from(session, date); }
    staying = moved.ahead;
    auto after = split ? rescheduling::split_before(booked, *split, staying).first : booked;
    auto added = after.recurrence->added();
    for (const auto slot : moved.behind) { std::erase(added, slot); }
    after.recurrence = rescheduling::with_dates(*after.recurrence, after.recurrence->excluded(), std::move(added));
    return leaving_out(std::move(after), moved.behind);
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
        after = ended_before_date(session, std::get<FromDate>(scope).date, staying);
    }
    if (!after.recurrence->first()) { return {std::nullopt, {}, {}, own_changes_lost(session, {})}; }
    auto lost = own_changes_lost(session, after);
    return {std::move(after), {}, std::move(staying), std::move(lost)};
}

}  // namespace practice
