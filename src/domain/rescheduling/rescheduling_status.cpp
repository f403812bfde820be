// SPDX-License-Identifier: MIT
// Cancelling, restoring, marking.
#include <algorithm>
#include <utility>

#include "practice/client_status.h"
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
    return to_string(OccurrenceId{session.number(), one != nullptr ? std::optional{one->slot} : std::nullopt});
}

void drop_slot_if_empty(Session& session, const ChangeScope& scope) {
    if (const auto* one = std::get_if<OneSlot>(&scope)) { drop_if_empty(session, one->slot); }
}

/// The first date on which a slot, unless it was moved, has not begun by now.
Date first_to_come(const Session& session, const TimeZone& zone, Instant now) {
    const auto local = zone.to_local(now);
    const auto today = date_of(local);
    return today + time_of_day(session.start) < local ? today + std::chrono::days{1} : today;
}

std::vector<Date> from_on(const std::vector<Date>& dates, Date split) {
    return {std::ranges::lower_bound(dates, split), dates.end()};
}

/// The end that the series has, and what goes with it; one that was kept already is the one to go back to.
FormerEnd former_end_of(const Session& session, Date split) {
    const auto& old = *session.recurrence;
    auto former = session.former_end.value_or(FormerEnd{old.rule().count, old.rule().until, {}, {}, {}});
    for (const auto date : from_on(old.excluded(), split)) { former.excluded.push_back(date); }
    for (const auto date : from_on(old.added(), split)) { former.added.push_back(date); }
    std::ranges::sort(former.excluded);
    std::ranges::sort(former.added);
    return former;
}

ChangePlan end_before(const Session& session, Date split, const std::vector<Date>& staying, const std::string& reason) {
    Session after = rescheduling::split_before(session, split, staying).first;
    if (*after.recurrence == *session.recurrence) {
        after = session;
    } else {
        after.former_end = former_end_of(session, split);
        // They are nothing now, and wait for the rest to be restored.
        for (auto change = session.changes.lower_bound(split); change != session.changes.end(); ++change) {
            after.changes.insert(*change);
        }
    }
    after.reason = reason;
    auto lost = rescheduling::own_changes_lost(session, after);
    return {std::move(after), {}, staying, std::move(lost)};
}

/// What is behind the border is cancelled: the slots from `split` on, and earlier ones that were moved behind it.
ChangePlan end_at(const Session& session, const rescheduling::Border& border, Date split, const std::string& reason) {
    auto plan = border.split ? end_before(session, split, border.staying, reason) : ChangePlan{session, {}, {}, {}};
    for (const auto slot : border.moved_on) {
        plan.after->changes[slot].status = Status::cancelled;
        plan.after->changes[slot].reason = reason;
        if (!plan.after->former_end) { plan.after->former_end = former_end_of(session, kLastDate); }
        plan.after->former_end->cancelled.push_back(slot);
    }
    plan.from = border.split;
    plan.moved_on = border.moved_on;
    plan.been = border.been;
    return plan;
}

ChangePlan end_from(const Session& session, const FromDate& from, const std::string& reason, const TimeZones& zones,
                    Instant now) {
    const auto border = rescheduling::border_of(session, from, zones, now);
    if (!border.split && border.moved_on.empty()) { throw rescheduling::nothing_behind(session, from); }
    return end_at(session, border, border.split.value_or(from.date), reason);
}

/// What is still to come is cancelled: the series ends as of now.
ChangePlan end_now(const Session& session, const std::string& reason, const TimeZones& zones, Instant now) {
    const auto border = rescheduling::border_of(session, FromDate{kFirstDate}, zones, now);
    return end_at(session, border, first_to_come(session, rescheduling::zone_named(zones, session.time_zone), now),
                  reason);
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

std::string name_of(const Happened& of, ClientId client) {
    const auto found = std::ranges::find(*of.clients, client, &ClientName::id);
    return found == of.clients->end() ? std::string{} : found->name;
}

void mark_all(const Happened& of, Status status) {
    *of.status = status;
    if (takes_time(status)) { of.reason->clear(); }
    // What the whole is says nothing about who had cancelled alone; "attended" neither about who was known not to have
    // come.
    std::erase_if(*of.attendance, [&](const Attendance& entry) {
        const bool stays = status == Status::attended || !takes_time(entry.status);
        return !stays || entry.status == status;
    });
}

Status own_status(const Happened& of, ClientId client) {
    const auto own = std::ranges::find(*of.attendance, client, &Attendance::client);
    return own == of.attendance->end() ? *of.status : own->status;
}

/// Each client's own, `clients` aside; what the whole is follows from them.
void mark_clients(const Happened& of, Status status, const std::vector<ClientId>& clients) {
    std::vector<Attendance> each;
    for (const auto& client : *of.clients) {
        const bool meant = std::ranges::find(clients, client.id) != clients.end();
        each.push_back({client.id, meant ? status : own_status(of, client.id)});
    }
    *of.status = whole_of(each, *of.status);
    if (takes_time(*of.status)) { of.reason->clear(); }
    std::erase_if(each, [&](const Attendance& one) { return one.status == *of.status; });
    *of.attendance = std::move(each);
}

/// A client came, or was missed: that is taken back first, or corrected.
void refuse_if_marked(const Happened& of, const std::string& name) {
    for (const auto& own : *of.attendance) {
        if (!is_record(own.status) || !takes_time(own.status)) { continue; }
        const auto client = " `client` " + std::to_string(own.client.value);
        throw misuse(name_of(of, own.client) + " is marked " + std::string{to_string(own.status)} + " in " + name,
                     "to take that back: practice session mark " + name + " scheduled" + client +
                         "; who does not come is cancelled alone, with `client`");
    }
}

ChangePlan cancel_for_clients(const Session& session, const ChangeScope& scope, const Cancellation& cancellation) {
    Session after = session;
    const auto of = happened(after, scope);
    const auto name = named(session, scope);
    for (const auto client : cancellation.clients) {
        const auto present = own_status(of, client);
        if (is_record(present) && takes_time(present)) {
            throw misuse(name_of(of, client) + " is marked " + std::string{to_string(present)} + " in " + name,
                         "to correct that: practice session mark " + name + " late-cancelled `client` " +
                             std::to_string(client.value));
        }
        const bool late = cancellation.late || present == Status::late_cancelled;
        mark_clients(of, late ? Status::late_cancelled : Status::cancelled, {client});
    }
    if (!takes_time(*of.status) && !cancellation.reason.empty()) { *of.reason = cancellation.reason; }
    if (takes_time(*of.status) && !cancellation.reason.empty()) {
        throw misuse("a reason is for a session that is cancelled, and " + name + " takes place for the others",
                     "leave out `reason`");
    }
    drop_slot_if_empty(after, scope);
    return {std::move(after), {}, {}, {}};
}

ChangePlan restore_for_clients(const Session& session, const ChangeScope& scope, const std::vector<ClientId>& clients) {
    Session after = session;
    const auto of = happened(after, scope);
    const auto name = named(session, scope);
    for (const auto client : clients) {
        const auto present = own_status(of, client);
        if (present == Status::scheduled) { continue; }
        if (takes_time(present)) {
            throw misuse(
                name_of(of, client) + " has not cancelled " + name + ": marked " + std::string{to_string(present)},
                "to take that back: practice session mark " + name + " scheduled `client` " +
                    std::to_string(client.value));
        }
        mark_clients(of, Status::scheduled, {client});
    }
    drop_slot_if_empty(after, scope);
    return {std::move(after), {}, {}, {}};
}

/// A series, or all of it from a date on.
class SeriesRestoration {
public:
    SeriesRestoration(const Session& session, const ChangeScope& scope, const Restoration& restoration)
        : session_{session}, after_{session}, restoration_{restoration} {
        if (const auto* from = std::get_if<FromDate>(&scope)) { from_ = from->date; }
    }

    ChangePlan run() {
        if (session_.former_end) { bring_back_the_rest(*session_.former_end); }
        look_at_singles();
        ChangePlan plan{std::move(after_), {}, {}, {}};
        plan.singles = std::move(singles_);
        return plan;
    }

private:
    void bring_back_the_rest(const FormerEnd& former) {
        const auto& cut = *session_.recurrence;
        const auto last = Recurrence{cut.anchor(), cut.rule()}.last();
        after_ = with_former_end(std::move(after_));
        FormerEnd still{former.count, former.until, {}, {}, {}};
        for (const auto slot : former.cancelled) {
            if (slot >= from_ || date_of(rescheduling::wall_start(session_, slot)) >= from_) {
                restore(slot);
            } else {
                still.cancelled.push_back(slot);
            }
        }
        // What lies between the new end and the date from which on it is restored is cancelled, and waits.
        const auto begin = last && *last >= cut.anchor() ? *last + std::chrono::days{1} : cut.anchor();
        if (from_ > begin && !cut.never_ends()) {
            for (const auto date : after_.recurrence->booked().between(begin, from_)) {
                const bool is_record = std::ranges::binary_search(cut.added(), date);
                if (!is_record && cancel(date)) { still.cancelled.push_back(date); }
            }
        }
        after_.reason.clear();
        if (still.cancelled.empty()) { return; }
        std::ranges::sort(still.cancelled);
        after_.former_end = std::move(still);
    }

    /// With the rest; false where it was cancelled alone.
    bool cancel(Date slot) {
        auto& change = after_.changes[slot];
        if (!takes_time(change.status)) { return false; }
        change.status = Status::cancelled;
        change.reason = session_.reason;
        return true;
    }

    void restore(Date slot) {
        const auto change = after_.changes.find(slot);
        if (change == after_.changes.end() || takes_time(change->second.status)) { return; }
        restore_one(change->second.status, change->second.reason, "");
        drop_if_empty(after_, slot);
    }

    [[nodiscard]] bool in_scope(Date slot) const {
        return slot >= from_ && (!restoration_.not_before || slot >= *restoration_.not_before);
    }

    /// What was cancelled, left out or deleted one by one.
    void look_at_singles() {
        for (const auto& [slot, change] : after_.changes) {
            const bool cancelled = !takes_time(change.status) && after_.recurrence->occurs_on(slot);
            if (cancelled && in_scope(slot)) { singles_.push_back(slot); }
        }
        const Recurrence bare{after_.recurrence->anchor(), after_.recurrence->rule()};
        for (const auto slot : after_.recurrence->excluded()) {
            if (in_scope(slot) && bare.occurs_on(slot)) { singles_.push_back(slot); }
        }
        std::ranges::sort(singles_);
        if (!restoration_.singles) { return; }
        auto excluded = after_.recurrence->excluded();
        std::erase_if(excluded, [&](Date slot) { return std::ranges::binary_search(singles_, slot); });
        after_.recurrence =
            rescheduling::with_dates(*after_.recurrence, std::move(excluded), after_.recurrence->added());
        for (const auto slot : std::exchange(singles_, {})) { restore(slot); }
    }

    const Session& session_;
    Session after_;
    const Restoration& restoration_;
    Date from_ = kFirstDate;
    std::vector<Date> singles_;
};

}  // namespace

ChangePlan plan_cancel(const Session& session, const ChangeScope& scope, const Cancellation& cancellation,
                       const TimeZones& zones, Instant now) {
    const bool one = !session.is_series() || std::holds_alternative<OneSlot>(scope);
    if (!cancellation.clients.empty()) { return cancel_for_clients(session, scope, cancellation); }
    if (!one) {
        if (cancellation.late) {
            throw misuse("`late` is for one date, and this ends the series",
                         "cancel the date late first: practice session cancel " + number_of(session) + "@DATE `late`");
        }
        const auto* from = std::get_if<FromDate>(&scope);
        const auto booked = rescheduling::as_booked(session);
        return from != nullptr ? end_from(booked, *from, cancellation.reason, zones, now)
                               : end_now(booked, cancellation.reason, zones, now);
    }
    Session after = session;
    const auto of = happened(after, scope);
    if (is_record(*of.status) && takes_time(*of.status)) {
        throw misuse(named(session, scope) + " is marked " + std::string{to_string(*of.status)},
                     "to correct that: practice session mark " + named(session, scope) + " late-cancelled");
    }
    if (takes_time(*of.status)) { refuse_if_marked(of, named(session, scope)); }
    const bool again = !takes_time(*of.status);
    *of.status = cancellation.late || *of.status == Status::late_cancelled ? Status::late_cancelled : Status::cancelled;
    if (!again || !cancellation.reason.empty()) { *of.reason = cancellation.reason; }
    return {std::move(after), {}, {}, {}};
}

ChangePlan plan_restore(const Session& session, const ChangeScope& scope, const Restoration& restoration) {
    if (!restoration.clients.empty()) { return restore_for_clients(session, scope, restoration.clients); }
    const auto* one = std::get_if<OneSlot>(&scope);
    if (session.is_series() && one == nullptr) { return SeriesRestoration{session, scope, restoration}.run(); }
    Session after = session;
    if (one != nullptr && session.is_series() && !session.recurrence->occurs_on(one->slot)) {
        const auto& old = *session.recurrence;
        if (std::ranges::binary_search(old.away(), one->slot)) { return {std::move(after), {}, {}, {}}; }
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

}  // namespace practice
