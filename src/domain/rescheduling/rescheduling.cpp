// SPDX-License-Identifier: MIT
// One slot, and single sessions. Series are in rescheduling_series.cpp.
#include "practice/rescheduling.h"

#include <algorithm>

#include "practice/client_status.h"
#include "practice/marks_to_come.h"
#include "practice/recurrence_text.h"
#include "practice/time_off.h"
#include "practice/zone_lookup.h"
#include "rescheduling_parts.h"
#include "rescheduling_rule.h"

namespace practice {
namespace rescheduling {

const TimeZone& zone_named(const TimeZones& zones, const std::string& name) {
    return stored_zone(zones, name);
}

std::string number_of(const Session& session) {
    return to_string(OccurrenceId{session.number(), {}});
}

Refusal no_such_slot(const Session& session, Date slot) {
    const auto near = session.recurrence ? session.recurrence->on_or_after(slot) : std::nullopt;
    if (auto away = is_away(session, slot)) { return std::move(*away); }
    if (auto cut = is_cut_off(session, slot)) { return std::move(*cut); }
    return Refusal{RefusalKind::not_found, number_of(session) + " has no date " + to_string(slot),
                   near ? "the next one is " + to_string(OccurrenceId{session.number(), near})
                        : "'practice session show " + number_of(session) + "' shows its dates"};
}

LocalTime wall_start(const Session& session, Date slot) {
    const auto change = session.changes.find(slot);
    if (change != session.changes.end() && change->second.start) { return *change->second.start; }
    return slot + time_of_day(session.start);
}

LocalTime at_new_time(LocalTime time, const NewTime& wanted, const TimeZone& zone) {
    if (!wanted.date && !wanted.time) { return time; }
    const LocalTime local = wanted.date.value_or(date_of(time)) + wanted.time.value_or(time_of_day(time));
    const auto lookup = zone.lookup(local);
    return lookup.kind == TimeZone::Kind::skipped ? zone.to_local(lookup.instant) : local;
}

Session with_fields(Session session, const SessionEdit& edit) {
    if (edit.professional) { session.professional = *edit.professional; }
    if (edit.room) { session.room = *edit.room; }
    if (edit.clients) { session.clients = *edit.clients; }
    if (edit.lines) { session.lines = *edit.lines; }
    if (edit.length) { session.length = *edit.length; }
    if (edit.length_said) { session.length_said = *edit.length_said; }
    if (edit.note) { session.note = *edit.note; }
    if (edit.ref) { session.ref = *edit.ref; }
    if (edit.time_zone) { session.time_zone = *edit.time_zone; }
    return session;
}

void drop_if_empty(Session& session, Date slot) {
    const auto found = session.changes.find(slot);
    if (found != session.changes.end() && found->second == SlotChange{}) { session.changes.erase(found); }
}

Recurrence with_dates(const Recurrence& recurrence, std::vector<Date> excluded, std::vector<Date> added) {
    Recurrence other{recurrence.anchor(), recurrence.rule(), std::move(excluded), std::move(added)};
    other.set_away(recurrence.away());
    return other;
}

Session as_booked(Session session) {
    if (session.recurrence) { session.recurrence->set_away({}); }
    return session;
}

std::vector<Date> without(std::vector<Date> dates, Date date) {
    std::erase(dates, date);
    return dates;
}

std::vector<Date> with(std::vector<Date> dates, Date date) {
    dates.push_back(date);
    return dates;
}

namespace {

ChangePlan edit_slot(const Session& session, Date slot, const SessionEdit& edit, const TimeZones& zones) {
    if (!session.is_series() || !session.recurrence->occurs_on(slot)) { throw no_such_slot(session, slot); }
    if (edit.rule || edit.end || edit.excluded || edit.time_zone || edit.ref) {
        const auto number = number_of(session);
        throw misuse(
            "a recurrence, its end, left-out dates, a zone and a ref belong to a series, not to one date of it",
            "name the series instead: " + number + " `from` " + to_string(slot) + ", or " + number + " `all`");
    }
    Session after = session;
    auto& change = after.changes[slot];
    const auto& zone = zone_named(zones, session.time_zone);
    // What is given the value that the series has is as the series says again.
    const auto set = [](auto& own, const auto& wanted, const auto& usual) {
        if (!wanted) { return; }
        own = wanted;
        if (*wanted == usual) { own.reset(); }
    };
    std::optional<LocalTime> start;
    if (edit.time.date || edit.time.time) { start = at_new_time(wall_start(session, slot), edit.time, zone); }
    set(change.start, start, slot + time_of_day(session.start));
    set(change.length, edit.length, session.length);
    set(change.professional, edit.professional, session.professional);
    set(change.room, edit.room, session.room);
    set(change.lines, edit.lines, session.lines);
    set(change.note, edit.note, session.note);
    set(change.clients, edit.clients, session.clients);
    if (edit.clients) { settle_attendance(change.status, change.reason, change.attendance, *edit.clients); }
    drop_if_empty(after, slot);
    return {std::move(after), {}, {}, {}};
}

/// A single session becomes the first slot of a series; what has been of it belongs to that slot.
Session to_series(Session session, const RecurrenceRule& rule, const SessionEdit& edit) {
    const auto date = date_of(session.start);
    auto whole = rule;
    if (edit.end) { rescheduling::set_end(whole, *edit.end); }
    if (const auto first = Recurrence{date, without_end(whole)}.first();
        whole.until && first && *whole.until < *first) {
        throw ends_before_first(session, *whole.until, *first);
    }
    Recurrence recurrence{date, std::move(whole), edit.excluded.value_or(std::vector<Date>{})};
    if (Recurrence{date, recurrence.rule()}.first() != date) {
        throw not_of_rule(date, recurrence.rule(), Recurrence{date, recurrence.rule()}.first(), edit.time.time);
    }
    const bool has_been = session.status != Status::scheduled || !session.attendance.empty();
    if (!recurrence.first() || (has_been && !recurrence.occurs_on(date))) {
        throw misuse("the dates left out are all there are", "leave out fewer");
    }
    if (has_been) {
        auto& change = session.changes[date];
        change.status = session.status;
        change.reason = session.reason;
        change.attendance = session.attendance;
    }
    session.recurrence = std::move(recurrence);
    session.status = Status::scheduled;
    session.reason.clear();
    session.attendance.clear();
    return edit.end ? rescheduling::with_dates_held(std::move(session), *edit.end) : session;
}

ChangePlan edit_single(const Session& session, const SessionEdit& edit, const TimeZones& zones, Instant now) {
    std::vector<Date> over;
    Session after = with_fields(session, edit);
    after.start = at_new_time(session.start, edit.time, zone_named(zones, after.time_zone));
    if (edit.clients) { settle_attendance(after.status, after.reason, after.attendance, after.clients); }
    if (edit.rule && edit.rule->rule) {
        after = to_series(std::move(after), *edit.rule->rule, edit);
        if (!edit.adds_past) {
            const std::set<Date> had{date_of(after.start)};
            after = without_over(std::move(after), had, edit.end, zone_named(zones, after.time_zone), now, over);
        }
    } else if ((edit.end && !std::holds_alternative<NeverEnds>(*edit.end)) ||
               (edit.excluded && !edit.excluded->empty())) {
        throw misuse(number_of(session) + " is a single session: it has no end and no dates to leave out",
                     "make it a series with `repeat weekly`");
    }
    ChangePlan plan{std::move(after), {}, {}, {}};
    plan.over = std::move(over);
    return plan;
}

}  // namespace
}  // namespace rescheduling

bool is_kept_record(const Occurrence& occurrence, Instant now) {
    const auto status = occurrence.status();
    if (is_of_the_past(status) || status == Status::late_cancelled) { return true; }
    return occurrence.start < now && (is_record(status) || !occurrence.attendance().empty());
}

std::optional<Date> slot_to_move(const Session& session, const ChangeScope& scope, Date date, Date today) {
    if (!session.is_series()) { return std::nullopt; }
    const auto& recurrence = *session.recurrence;
    if (const auto* one = std::get_if<OneSlot>(&scope)) { return one->slot; }
    if (const auto* from = std::get_if<FromDate>(&scope)) { return recurrence.on_or_after(from->date); }
    const auto first = recurrence.first();
    if (!first || *first >= today) { return first; }
    const auto after = recurrence.on_or_after(date);
    // Backwards from the date, twice as far each time: a rule of many years is not walked through.
    std::optional<Date> before;
    for (auto reach = std::chrono::days{32}; !before && date > *first; reach *= 2) {
        const auto near = recurrence.between(std::max(*first, date - reach), date);
        if (!near.empty()) { before = near.back(); }
        if (date - reach <= *first) { break; }
    }
    if (!after || !before) { return after ? after : before; }
    return *after - date <= date - *before ? after : before;
}

namespace {

ChangePlan edited(const Session& session, const ChangeScope& scope, const SessionEdit& edit, const TimeZones& zones,
                  Instant now) {
    if (const auto* one = std::get_if<OneSlot>(&scope)) {
        return rescheduling::edit_slot(session, one->slot, edit, zones);
    }
    // What is changed is the series that was booked, whoever is away.
    if (const auto* from = std::get_if<FromDate>(&scope)) {
        const auto booked = rescheduling::as_booked(session);
        if (!booked.is_series()) {
            throw misuse(rescheduling::number_of(session) + " is a single session", "leave out `from`");
        }
        const auto border = rescheduling::border_of(booked, *from, zones, now);
        if (!border.split && border.moved_on.empty()) { throw rescheduling::nothing_behind(booked, *from); }
        auto wanted = edit;
        wanted.adds_past = edit.adds_past || from->past_too;
        return rescheduling::edit_behind(booked, border, wanted, zones, now);
    }
    if (session.is_series()) { return rescheduling::edit_series(rescheduling::as_booked(session), edit, zones, now); }
    return rescheduling::edit_single(session, edit, zones, now);
}

/// The dates that a later end gives, and that do not take place all the same: cancelled or left out one by one.
std::vector<Date> still_out(const Session& before, const Session& after) {
    std::vector<Date> out;
    if (!before.is_series() || !after.is_series()) { return out; }
    const auto bare = [](const Session& series) {
        return Recurrence{series.recurrence->anchor(), series.recurrence->rule()};
    };
    const auto given_before = bare(before);
    const auto given_after = bare(after);
    const auto is_new = [&](Date slot) { return given_after.occurs_on(slot) && !given_before.occurs_on(slot); };
    for (const auto& [slot, change] : after.changes) {
        if (!takes_time(change.status) && is_new(slot) && !before.recurrence->occurs_on(slot)) { out.push_back(slot); }
    }
    for (const auto slot : after.recurrence->excluded()) {
        if (is_new(slot)) { out.push_back(slot); }
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace

ChangePlan plan_edit(const Session& session, const ChangeScope& scope, const SessionEdit& edit, const TimeZones& zones,
                     Instant now) {
    auto plan = edited(session, scope, edit, zones, now);
    for (const auto* changed : {&plan.after, &plan.continuation}) {
        if (*changed) { require_end_in_calendar(**changed); }
    }
    if (edit.time.date && !std::holds_alternative<OneSlot>(scope)) { plan.named = edit.time.date; }
    const bool only_longer = edit.end && !edit.rule && !edit.time.date && !edit.excluded;
    const auto& becomes = plan.continuation ? plan.continuation : plan.after;
    if (only_longer && becomes) { plan.singles = still_out(session, *becomes); }
    if (const auto* held = edit.end ? std::get_if<HeldDates>(&*edit.end) : nullptr) { plan.held = held->count; }
    return plan;
}

Session as_next_version(const Session& before, Session after, Instant now) {
    if (after == before) { return after; }
    after.sequence = before.sequence + 1;
    after.changed = std::max(before.changed, now);  // a calendar must not see it go back
    return after;
}

}  // namespace practice
