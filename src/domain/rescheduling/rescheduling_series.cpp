// SPDX-License-Identifier: MIT
// A whole series changed. Every slot of the series before has its place in the
// series after (Course::carry): its own change, or that it was left out, goes there. Records stay on the date
// they had; the place that their slot would have had is left out, or they would take place twice.
#include <algorithm>
#include <set>

#include "practice/client_status.h"
#include "practice/skipping.h"
#include "rescheduling_parts.h"
#include "rescheduling_rule.h"

namespace practice::rescheduling {
namespace {

using std::chrono::days;

std::vector<Date> listed(const std::set<Date>& dates) {
    return {dates.begin(), dates.end()};
}

bool has_begun(const Session& session, const TimeZones& zones, Instant now) {
    const auto first = session.recurrence->first();
    return first && first != next_slot(session, zone_named(zones, session.time_zone), now);
}

/// What a slot needs of its own to stand in `after` as it did.
SlotChange as_it_was(const Occurrence& was, const Session& after, const TimeZone& zone) {
    auto change = was.change != nullptr ? *was.change : SlotChange{};
    const auto start = zone.to_instant(change.start.value_or(*was.slot + time_of_day(after.start)));
    if (start != was.start) { change.start = zone.to_local(was.start); }
    const auto keep = [](auto& own, const auto& had, const auto& becomes) {
        if (!own && had != becomes) { own = had; }
    };
    keep(change.length, was.length(), after.length);
    keep(change.professional, was.professional(), after.professional);
    keep(change.room, was.room(), after.room);
    keep(change.clients, was.clients(), after.clients);
    keep(change.lines, was.lines(), after.lines);
    keep(change.note, was.note(), after.note);
    return change;
}

/// To be left out, and a record.
bool is_excluded_in_vain(const SessionEdit& edit, Date record) {
    return edit.excluded && std::ranges::find(*edit.excluded, record) != edit.excluded->end();
}

/// Whether the series gets an end, with another rule or without one.
bool gives_end(const SessionEdit& edit) {
    const bool with_rule = edit.rule && edit.rule->rule && (edit.rule->rule->count || edit.rule->rule->until);
    return edit.end || with_rule;
}

class SeriesEdit {
public:
    SeriesEdit(const Session& session, const SessionEdit& edit, const TimeZones& zones, Instant now,
               const std::vector<Date>& staying)
        : session_{session},
          old_{*session.recurrence},
          uncut_{*with_former_end(session).recurrence},
          all_dates_{dates_without_end(session)},
          edit_{edit},
          zone_{zone_named(zones, session.time_zone)},
          after_{with_fields(session, edit)},
          new_zone_{zone_named(zones, after_.time_zone)},
          course_{course_of(old_)} {
        for (const auto slot : records_from(session, kFirstDate, zones, now)) { records_.insert(slot); }
        records_.insert(staying.begin(), staying.end());
        to_come_ = next_slot(session, zone_, now).value_or(kLastDate);
        now_ = now;
    }

    ChangePlan run() {
        if (edit_.end) {
            set_end(course_.rule, *edit_.end);
            after_.reason.clear();  // of the end that it had
        }
        carry_former_end();
        after_.start = course_.anchor + edit_.time.time.value_or(time_of_day(session_.start));
        carry_dates();
        keep_record_slots();
        if (edit_.end) { keep_what_has_been(); }
        after_.recurrence = Recurrence{course_.anchor, course_.rule, listed(excluded_), listed(added_)};
        if (!after_.recurrence->first()) { throw without_a_date(); }
        carry_changes();
        const bool holds = edit_.end && std::holds_alternative<HeldDates>(*edit_.end);
        if (holds) { after_ = with_dates_held(std::move(after_), *edit_.end); }
        if (may_add_past()) {
            after_ = without_over(std::move(after_), places_taken(), edit_.end, new_zone_, now_, over_);
            if (!after_.recurrence->first()) { throw without_a_date(); }
        }
        if (holds || !over_.empty()) { carry_changes(); }  // it is longer, perhaps
        ChangePlan plan{std::move(after_), {}, std::move(kept_), std::move(lost_)};
        plan.nobody_comes = std::move(nobody_comes_);
        plan.over = std::move(over_);
        return plan;
    }

private:
    [[nodiscard]] Course course_of(const Recurrence& old) const {
        const auto& time = edit_.time;
        if (edit_.rule) { return exchanged_course(old, *edit_.rule, time); }
        if (time.date && time.instead_of) { return moved_course(old, *time.instead_of, *time.date); }
        return same_course(old);
    }

    [[nodiscard]] Refusal without_a_date() const {
        const auto* end = edit_.end ? std::get_if<Date>(&*edit_.end) : nullptr;
        const auto first = Recurrence{course_.anchor, without_end(course_.rule), listed(excluded_)}.first();
        return end != nullptr && first && *end < *first ? ends_before_first(session_, *end, *first)
                                                        : no_date_left(session_);
    }

    /// A later end, or dates that were left out and come back.
    [[nodiscard]] bool may_add_past() const {
        return !edit_.adds_past && (edit_.end || (edit_.excluded && edit_.excluded->empty()));
    }

    /// Where the slots go that the series has, as far as they may have been.
    [[nodiscard]] std::set<Date> places_taken() const {
        auto places = records_;
        const auto take = [&](Date slot) {
            const auto place = old_.occurs_on(slot) ? place_of(slot) : std::nullopt;
            if (place) { places.insert(*place); }
        };
        for (const auto slot : old_.between(kFirstDate, to_come_)) {
            take(slot);
            places.insert(slot);  // beside the rule, when that ended before
        }
        for (const auto& [slot, change] : session_.changes) { take(slot); }
        return places;
    }

    /// Where a slot goes: one that was added goes as many days, whatever the rule.
    [[nodiscard]] std::optional<Date> place_of(Date slot) const {
        const auto& added = uncut_.added();
        if (std::binary_search(added.begin(), added.end(), slot)) { return slot + course_.shift; }
        return course_.carry(slot);
    }

    /// Of a series of which the rest was cancelled, the rest goes along, unless there is another end.
    void carry_former_end() {
        if (!after_.former_end) { return; }
        if (gives_end(edit_)) {
            after_.former_end.reset();
            return;
        }
        const auto whole = course_of(uncut_);
        const Recurrence bare{whole.anchor, without_end(whole.rule)};
        auto& former = *after_.former_end;
        former.count = whole.rule.count;
        former.until = whole.rule.until;
        const auto carry = [&](std::vector<Date>& dates, bool by_rule) {
            std::vector<Date> places;
            for (const auto date : dates) {
                const auto place = place_of(date);
                if (place && (!by_rule || bare.occurs_on(*place))) { places.push_back(*place); }
            }
            std::ranges::sort(places);
            dates = std::move(places);
        };
        carry(former.excluded, true);
        carry(former.added, false);
        carry(former.cancelled, false);
    }

    void carry_dates() {
        const Recurrence bare{course_.anchor, without_end(course_.rule)};
        const bool clears = edit_.excluded && edit_.excluded->empty();
        for (const auto date : (gives_end(edit_) ? uncut_ : old_).excluded()) {
            const auto place = course_.carry(date);
            if (!clears && place && bare.occurs_on(*place)) { excluded_.insert(*place); }
        }
        if (edit_.excluded) { excluded_.insert(edit_.excluded->begin(), edit_.excluded->end()); }
        for (const auto date : old_.added()) {
            if (old_.occurs_on(date) && !records_.contains(date)) { added_.insert(date + course_.shift); }
        }
        if (gives_end(edit_) && session_.former_end) { bring_back_added(*session_.former_end); }
    }

    /// Dates beside the rule that were cancelled with the rest, as far as the new end goes.
    void bring_back_added(const FormerEnd& former) {
        const auto last = Recurrence{course_.anchor, course_.rule}.last();
        for (const auto date : former.added) {
            const auto place = date + course_.shift;
            const bool ends_before = (course_.rule.count || course_.rule.until) && (!last || *last < place);
            if (!ends_before) { added_.insert(place); }
        }
    }

    void keep_record_slots() {
        const Recurrence bare{course_.anchor, course_.rule};
        for (const auto slot : records_) {
            const auto place = place_of(slot);
            if (place && *place != slot && !records_.contains(*place) && bare.occurs_on(*place)) {
                excluded_.insert(*place);
            }
        }
        for (const auto slot : records_) {
            excluded_.erase(slot);
            if (!bare.occurs_on(slot)) { added_.insert(slot); }
        }
    }

    /// An end in the past takes nothing away that has been. What stood beside the rule for an earlier end, and is given
    /// by it again, stands beside it no more.
    void keep_what_has_been() {
        const Recurrence bare{course_.anchor, course_.rule};
        for (const auto slot : old_.between(kFirstDate, to_come_)) {
            if (!bare.occurs_on(slot)) { added_.insert(slot); }
        }
        for (const auto& [slot, change] : session_.changes) {  // moved there
            const auto occurrence = occurrence_at(session_, zone_, slot);
            if (occurrence && occurrence->start < now_ && !bare.occurs_on(slot)) { added_.insert(slot); }
        }
        std::erase_if(added_, [&](Date slot) { return bare.occurs_on(slot); });
    }

    void carry_changes() {
        after_.changes.clear();
        kept_.clear();
        lost_.clear();
        nobody_comes_.clear();
        const auto all_dates_after = dates_without_end(after_);
        for (const auto slot : records_) { keep_record(slot); }
        for (const auto& [slot, change] : session_.changes) {
            if (change == SlotChange{} || records_.contains(slot) || !all_dates_.occurs_on(slot)) { continue; }
            const auto place = place_of(slot);
            const bool goes_along = place && !records_.contains(*place) && all_dates_after.occurs_on(*place);
            if (goes_along) {
                auto& carried = after_.changes[*place] = change;
                if (const auto own = edit_.own_lengths.find(slot);
                    own != edit_.own_lengths.end() && own->second != after_.length) {
                    carried.length = own->second;
                }
                const auto& clients = carried.clients ? *carried.clients : after_.clients;
                if (settle_attendance(carried.status, carried.reason, carried.attendance, clients)) {
                    nobody_comes_.push_back(*place);
                }
                drop_if_empty(after_, *place);
            }
            const bool is_gone = old_.occurs_on(slot) && (!goes_along || !after_.recurrence->occurs_on(*place));
            if (!goes_along || is_gone) { lost_.push_back(slot); }
        }
    }

    /// What the change would have altered becomes the slot's own.
    void keep_record(Date slot) {
        const auto occurrence = *occurrence_at(session_, zone_, slot);
        auto change = as_it_was(occurrence, after_, new_zone_);
        const bool was_added = std::ranges::binary_search(old_.added(), slot);
        const bool is_added = std::ranges::binary_search(after_.recurrence->added(), slot);
        if (change != session_.changes.at(slot) || was_added != is_added || is_excluded_in_vain(edit_, slot)) {
            kept_.push_back(slot);
        }
        after_.changes[slot] = std::move(change);
    }

    const Session& session_;
    const Recurrence& old_;
    /// With the end that it had before the rest was cancelled.
    const Recurrence uncut_;
    /// What its own changes may be of.
    const Recurrence all_dates_;
    const SessionEdit& edit_;
    const TimeZone& zone_;
    Session after_;
    const TimeZone& new_zone_;
    Course course_;
    Date to_come_;
    Instant now_;
    std::set<Date> records_;
    std::set<Date> excluded_;
    std::set<Date> added_;
    std::vector<Date> kept_;
    std::vector<Date> lost_;
    std::vector<Date> nobody_comes_;
    std::vector<Date> over_;
};

/// An end that counts from the series' first date, as an end of what is to come.
void count_to_come(SessionEdit& edit, const Session& session, const Session& been, Date next) {
    if (!edit.end) { return; }
    int left = 1;
    if (auto* times = std::get_if<int>(&*edit.end)) {
        const Recurrence bare{session.recurrence->anchor(), session.recurrence->rule()};
        left = *times -= static_cast<int>(bare.between(bare.anchor(), next).size());
    } else if (auto* held = std::get_if<HeldDates>(&*edit.end)) {
        left = held->count -= static_cast<int>(dates_held(been));
    }
    if (left < 1) {
        throw misuse(number_of(session) + " has had as many dates already",
                     "to end it: practice session cancel " + number_of(session) + " `all`");
    }
}

/// Another rule is for what is to come: what has begun stays on the date it had, beside the rule, as it was.
ChangePlan edit_to_come(const Session& session, const SessionEdit& edit, const TimeZones& zones, Instant now) {
    const auto& zone = zone_named(zones, session.time_zone);
    const auto next = next_slot(session, zone, now);
    if (!next) {
        throw misuse("all dates of " + number_of(session) + " have been already",
                     "correct them one by one: " +
                         to_string(OccurrenceId{session.number(), session.recurrence->last().value_or(Date{})}));
    }
    auto staying = records_from(session, *next, zones, now);
    for (auto change = session.changes.lower_bound(*next); change != session.changes.end(); ++change) {
        const auto occurrence = occurrence_at(session, zone, change->first);
        if (occurrence && occurrence->start < now) { staying.push_back(change->first); }
    }
    std::ranges::sort(staying);
    staying.erase(std::unique(staying.begin(), staying.end()), staying.end());
    auto parts = split_before(session, *next, staying);
    parts.rest.id = session.id;
    auto wanted = edit;
    count_to_come(wanted, session, parts.first, *next);
    auto plan = SeriesEdit{parts.rest, wanted, zones, now, {}}.run();
    if (plan.after == parts.rest) { return {session, {}, {}, {}}; }
    auto& after = *plan.after;
    after.uid = session.uid;
    after.sequence = session.sequence;
    if (!edit.ref) { after.ref = session.ref; }
    auto added = after.recurrence->added();
    auto excluded = after.recurrence->excluded();
    const Recurrence bare{after.recurrence->anchor(), after.recurrence->rule()};
    parts.first.recurrence->each(kFirstDate, kLastDate, [&](Date slot) {
        std::erase(excluded, slot);  // where the new rule gives it, too
        if (!bare.occurs_on(slot)) { added.push_back(slot); }
        after.changes[slot] = as_it_was(*occurrence_at(session, zone, slot), after, zone_named(zones, after.time_zone));
        drop_if_empty(after, slot);
        return true;
    });
    after.recurrence = with_dates(*after.recurrence, std::move(excluded), std::move(added));
    plan.kept.insert(plan.kept.end(), staying.begin(), staying.end());
    return plan;
}

}  // namespace

std::optional<Date> next_slot(const Session& session, const TimeZone& zone, Instant now) {
    const auto local = zone.to_local(now);
    const auto today = date_of(local);
    const bool is_over = today + time_of_day(session.start) < local;
    return session.recurrence->on_or_after(is_over ? today + days{1} : today);
}

std::vector<Date> records_from(const Session& session, Date from, const TimeZones& zones, Instant now) {
    std::vector<Date> records;
    const auto& zone = zone_named(zones, session.time_zone);
    for (auto change = session.changes.lower_bound(from); change != session.changes.end(); ++change) {
        const auto occurrence = occurrence_at(session, zone, change->first);
        if (occurrence && is_kept_record(*occurrence, now)) { records.push_back(change->first); }
    }
    return records;
}

ChangePlan edit_series(const Session& session, const SessionEdit& edit, const TimeZones& zones, Instant now,
                       const std::vector<Date>& staying) {
    if (edit.rule && !edit.rule->rule) { return to_single(session, edit, zones, now, staying); }
    if (edit.rule && has_begun(session, zones, now)) { return edit_to_come(session, edit, zones, now); }
    return SeriesEdit{session, edit, zones, now, staying}.run();
}

}  // namespace practice::rescheduling
