// SPDX-License-Identifier: MIT
// Cancelling, restoring, marking, deleting.
#include <algorithm>

#include "practice/rescheduling.h"
#include "rescheduling_parts.h"

namespace practice {
namespace {

using rescheduling::drop_if_empty;
using rescheduling::no_such_slot;
using rescheduling::number_of;

/// What has happened, of a single session or of one slot.
struct Happened {
    Status* status;
    std::string* reason;
    std::vector<Attendance>* attendance;
    const std::vector<ClientName>* clients;
};

/// The slot gets a change of its own when it had none; drop_if_empty() takes it away again.
Happened happened(Session& session, const ChangeScope& scope) {
    if (!session.is_series()) {
        if (!std::holds_alternative<Whole>(scope)) {
            throw misuse(number_of(session) + " is a single session", "leave out the date");
        }
        return {&session.status, &session.reason, &session.attendance, &session.clients};
    }
    const auto* one = std::get_if<OneSlot>(&scope);
    if (one == nullptr) {
        throw misuse("a series as a whole has no status", "name one date of it: " + number_of(session) + "@DATE");
    }
    if (!session.recurrence->occurs_on(one->slot)) { throw no_such_slot(session, one->slot); }
    auto& change = session.changes[one->slot];
    return {&change.status, &change.reason, &change.attendance, change.clients ? &*change.clients : &session.clients};
}

std::string named(const Session& session, const ChangeScope& scope) {
    const auto* one = std::get_if<OneSlot>(&scope);
    return to_string(OccurrenceId{session.id, one != nullptr ? std::optional{one->slot} : std::nullopt});
}

void drop_slot_if_empty(Session& session, const ChangeScope& scope) {
    if (const auto* one = std::get_if<OneSlot>(&scope)) { drop_if_empty(session, one->slot); }
}

std::vector<Date> own_changes_lost(const Session& before, const Session& after) {
    std::vector<Date> lost;
    for (const auto& [slot, change] : before.changes) {
        const bool was = change != SlotChange{} && before.recurrence->occurs_on(slot);
        if (was && !after.recurrence->occurs_on(slot)) { lost.push_back(slot); }
    }
    return lost;
}

/// The first date on which a slot, unless it was moved, has not begun by now.
Date first_to_come(const Session& session, const TimeZone& zone, Instant now) {
    const auto local = zone.to_local(now);
    const auto today = date_of(local);
    return today + time_of_day(session.start) < local ? today + std::chrono::days{1} : today;
}

ChangePlan end_before(const Session& session, Date split, const std::vector<Date>& staying, const std::string& reason) {
    Session after = rescheduling::split_before(session, split, staying).first;
    if (*after.recurrence == *session.recurrence) { after = session; }
    after.reason = reason;
    auto lost = own_changes_lost(session, after);
    return {std::move(after), {}, staying, std::move(lost)};
}

ChangePlan end_from(const Session& session, Date date, const std::string& reason, const TimeZones& zones, Instant now) {
    const auto split = session.recurrence->on_or_after(date);
    if (!split) {
        const auto last = session.recurrence->last();
        throw misuse(number_of(session) + " has no date on or after " + to_string(date),
                     last ? "its last one is " + to_string(*last) : "it has no dates");
    }
    return end_before(session, *split, rescheduling::records_from(session, *split, zones, now), reason);
}

/// What is still to come is cancelled: the slots from now on, and earlier ones that were moved to later.
ChangePlan end_now(const Session& session, const std::string& reason, const TimeZones& zones, Instant now) {
    const auto& zone = rescheduling::zone_named(zones, session.time_zone);
    const auto split = first_to_come(session, zone, now);
    std::vector<Date> staying;
    std::vector<Date> moved_on;
    for (const auto& [slot, change] : session.changes) {
        const auto occurrence = occurrence_at(session, zone, slot);
        if (!occurrence) { continue; }
        const bool been = is_kept_record(*occurrence, now) || occurrence->start < now;
        if (slot >= split && been) { staying.push_back(slot); }
        if (slot < split && !been && takes_time(occurrence->status())) { moved_on.push_back(slot); }
    }
    auto plan = session.recurrence->on_or_after(split) ? end_before(session, split, staying, reason)
                                                       : ChangePlan{session, {}, {}, {}};
    for (const auto slot : moved_on) {
        plan.after->changes[slot].status = Status::cancelled;
        plan.after->changes[slot].reason = reason;
    }
    return plan;
}

/// False when there was nothing to restore.
bool restore_one(Status& status, std::string& reason, const std::string& name) {
    if (status == Status::scheduled) { return false; }
    if (takes_time(status)) {
        throw misuse(name + " is not cancelled: it is marked " + std::string{to_string(status)},
                     "to take that back: practice session mark " + name + " scheduled");
    }
    status = Status::scheduled;
    reason.clear();
    return true;
}

void mark_all(const Happened& of, Status status) {
    *of.status = status;
    if (takes_time(status)) { of.reason->clear(); }
    // "Attended" says nothing about who was already known not to have come.
    if (status != Status::attended) { of.attendance->clear(); }
    std::erase_if(*of.attendance, [&](const Attendance& entry) { return entry.status == status; });
}

void mark_clients(const Happened& of, Status status, const std::vector<ClientId>& clients) {
    auto& attendance = *of.attendance;
    for (const auto client : clients) {
        const auto found = std::ranges::find(attendance, client, &Attendance::client);
        if (found != attendance.end()) {
            found->status = status;
        } else {
            attendance.push_back({client, status});
        }
    }
    // Once all are known, so is the whole: attended when anybody came, and who did not is the exception.
    if (attendance.size() == of.clients->size()) {
        const auto came = std::ranges::find(attendance, Status::attended, &Attendance::status);
        const bool alike = std::ranges::all_of(
            attendance, [&](const Attendance& entry) { return entry.status == attendance.front().status; });
        if (alike || came != attendance.end()) { *of.status = alike ? attendance.front().status : Status::attended; }
    }
    const auto whole = *of.status;
    std::erase_if(attendance, [whole](const Attendance& entry) { return entry.status == whole; });
}

}  // namespace

ChangePlan plan_cancel(const Session& session, const ChangeScope& scope, const Cancellation& cancellation,
                       const TimeZones& zones, Instant now) {
    const bool one = !session.is_series() || std::holds_alternative<OneSlot>(scope);
    if (!one) {
        if (cancellation.late) {
            throw misuse("--late is for one date, and this ends the series",
                         "cancel the date late first: practice session cancel " + number_of(session) + "@DATE --late");
        }
        const auto* from = std::get_if<FromDate>(&scope);
        return from != nullptr ? end_from(session, from->date, cancellation.reason, zones, now)
                               : end_now(session, cancellation.reason, zones, now);
    }
    Session after = session;
    const auto of = happened(after, scope);
    if (is_record(*of.status) && takes_time(*of.status)) {
        throw misuse(named(session, scope) + " is marked " + std::string{to_string(*of.status)},
                     "to correct that: practice session mark " + named(session, scope) + " late-cancelled");
    }
    const bool again = !takes_time(*of.status);
    *of.status = cancellation.late || *of.status == Status::late_cancelled ? Status::late_cancelled : Status::cancelled;
    if (!again || !cancellation.reason.empty()) { *of.reason = cancellation.reason; }
    return {std::move(after), {}, {}, {}};
}

ChangePlan plan_restore(const Session& session, const ChangeScope& scope) {
    Session after = session;
    const auto* one = std::get_if<OneSlot>(&scope);
    if (session.is_series() && one == nullptr) {
        const auto* from = std::get_if<FromDate>(&scope);
        std::vector<Date> slots;
        for (auto& [slot, change] : after.changes) {
            if ((from != nullptr && slot < from->date) || takes_time(change.status)) { continue; }
            restore_one(change.status, change.reason, "");
            slots.push_back(slot);
        }
        for (const auto slot : slots) { drop_if_empty(after, slot); }
        return {std::move(after), {}, {}, {}};
    }
    if (one != nullptr && session.is_series() && !session.recurrence->occurs_on(one->slot)) {
        const auto& old = *session.recurrence;
        after.recurrence = rescheduling::with_dates(old, rescheduling::without(old.excluded(), one->slot), old.added());
        if (!after.recurrence->occurs_on(one->slot)) { throw no_such_slot(session, one->slot); }
        return {std::move(after), {}, {}, {}};
    }
    const auto of = happened(after, scope);
    restore_one(*of.status, *of.reason, named(session, scope));
    drop_slot_if_empty(after, scope);
    return {std::move(after), {}, {}, {}};
}

ChangePlan plan_mark(const Session& session, const ChangeScope& scope, Status status,
                     const std::vector<ClientId>& clients) {
    Session after = session;
    const auto of = happened(after, scope);
    if (clients.empty()) {
        mark_all(of, status);
    } else {
        mark_clients(of, status, clients);
    }
    drop_slot_if_empty(after, scope);
    return {std::move(after), {}, {}, {}};
}

ChangePlan plan_delete(const Session& session, const ChangeScope& scope) {
    if (std::holds_alternative<Whole>(scope)) { return {std::nullopt, {}, {}, {}}; }
    if (!session.is_series()) { throw misuse(number_of(session) + " is a single session", "leave out the date"); }
    const auto& old = *session.recurrence;
    Session after = session;
    if (const auto* one = std::get_if<OneSlot>(&scope)) {
        if (!old.occurs_on(one->slot)) { throw no_such_slot(session, one->slot); }
        after.recurrence = rescheduling::with_dates(old, old.excluded(), rescheduling::without(old.added(), one->slot));
        after = leaving_out(std::move(after), {one->slot});
    } else {
        const auto date = std::get<FromDate>(scope).date;
        const auto split = old.on_or_after(date);
        if (!split) {
            throw misuse(number_of(session) + " has no date on or after " + to_string(date),
                         "'practice session show " + number_of(session) + "' shows its dates");
        }
        after = rescheduling::split_before(session, *split, {}).first;
    }
    if (!after.recurrence->first()) { return {std::nullopt, {}, {}, {}}; }
    return {std::move(after), {}, {}, {}};
}

}  // namespace practice
