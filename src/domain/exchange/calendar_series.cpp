// SPDX-License-Identifier: MIT
// What others allow and we do not have is taken apart here, with a note: a DTSTART off its rule becomes a session of
// its own, "this and following" a second series, an instance of a slot that the series does not have a single session.
#include "calendar_series.h"

#include <algorithm>

#include "domain/rescheduling/rescheduling_rule.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"

namespace practice::calendars {
namespace {

using std::chrono::days;

std::string date_text(Date date) {
    return std::string{short_name(weekday_of(date))} + ' ' + to_string(date);
}

/// The same refusal, with the line that it is about.
[[noreturn]] void refuse_at(std::size_t line, const Refusal& refusal) {
    auto problems = refusal.problems();
    for (auto& problem : problems) { problem.place = Place{{}, static_cast<int>(line), 0, {}}; }
    throw Refusal{refusal.kind(), std::move(problems)};
}

RecurrenceRule one_date() {
    RecurrenceRule rule;
    rule.frequency = Frequency::daily;
    rule.count = 1;
    return rule;
}

RecurrenceRule rule_of(const ForeignEvent& master, LocalTime start, const TimeZone& zone) {
    if (master.rule.empty()) { return one_date(); }  // RDATE alone: one date, and the added ones
    return resolve_until(read_rule(master), time_of_day(start), zone);
}

class CourseMaker {
public:
    CourseMaker(const ForeignEvent& master, std::vector<const ForeignEvent*> overrides, const CalendarZones& zones,
                Notes& notes)
        : master_{master},
          overrides_{std::move(overrides)},
          zone_{zone_of(master, zones)},
          start_{local_in(master.start, zone_)},
          notes_{notes} {}

    ForeignCourse make() {
        const auto rule = rule_of(master_, start_, zone_);
        auto excluded = dates_of(master_.excluded);
        leave_out_days(excluded);
        const auto added = added_dates();
        // Steps are counted from DTSTART also where it is off its rule.
        const Recurrence from_start{date_of(start_), with_anchor(rule, date_of(start_)), excluded, added};
        const bool on_rule = Recurrence{from_start.anchor(), from_start.rule()}.occurs_on(from_start.anchor());
        const auto whole =
            on_rule ? Recurrence{date_of(start_), rule, excluded, added} : off_rule(from_start, excluded);
        sort_overrides();
        if (whole) { add_series(checked(*whole)); }
        return std::move(course_);
    }

private:
    void note(std::size_t line, std::string message) { notes_.push_back({line, {}, std::move(message), {}, {}}); }
    [[nodiscard]] std::string name() const { return quoted(master_.summary); }

    /// The local dates of EXDATE; of those with a time, only those at which the series would be.
    std::vector<Date> dates_of(const std::vector<ForeignTime>& times) {
        std::vector<Date> dates;
        for (const auto& time : times) {
            const auto local = local_in(time, zone_);
            if (time.kind == ForeignTime::Kind::date || is_slot_time(time, local)) {
                dates.push_back(date_of(local));
            } else {
                note(time.line, "EXDATE " + to_string(local) + " of " + name() + " is not when it takes place (" +
                                    to_string_time(time_of_day(start_)) + "): nothing is left out by it");
            }
        }
        return dates;
    }

    /// Whether a slot that begins on the date of `local` begins at `time`, which daylight saving may have moved.
    [[nodiscard]] bool is_slot_time(const ForeignTime& time, LocalTime local) const {
        if (time_of_day(local) == time_of_day(start_)) { return true; }
        const LocalTime slot = date_of(local) + time_of_day(start_);
        return time.kind != ForeignTime::Kind::floating && zone_.to_instant(slot) == zone_.to_instant(local);
    }

    /// RDATEs; one at another time of day is a slot that is moved.
    std::vector<Date> added_dates() {
        std::vector<Date> dates;
        for (const auto& time : master_.added) {
            const auto local = local_in(time, zone_);
            const auto date = date_of(local);
            if (std::ranges::find(dates, date) != dates.end()) {
                note(time.line,
                     name() + " takes place twice on " + date_text(date) + ": the second is a session of its own");
                course_.singles.push_back({&master_, local, master_.uid + '/' + to_string(local)});
                continue;
            }
            dates.push_back(date);
            const bool moved = time.kind != ForeignTime::Kind::date && time_of_day(local) != time_of_day(start_);
            if (moved) { moved_[date] = {&master_, local}; }
        }
        return dates;
    }

    /// The series without its DTSTART, which becomes a session of its own; nullopt when nothing is left.
    std::optional<Recurrence> off_rule(const Recurrence& from_start, const std::vector<Date>& excluded) {
        const auto date = date_of(start_);
        if (std::ranges::find(excluded, date) == excluded.end() &&
            std::ranges::find(from_start.added(), date) == from_start.added().end()) {
            note(master_.start.line, "the start of " + name() + ", " + date_text(date) +
                                         ", is no date of its rule: it is a session of its own");
            course_.singles.push_back({&master_, start_, master_.uid + '/' + to_string(date)});
        }
        auto rule = from_start.rule();
        if (rule.count == 1) { return added_alone(from_start); }
        if (rule.count) { --*rule.count; }  // DTSTART is always the first of them (RFC 5545 3.3.10)
        const auto first = Recurrence{from_start.anchor(), rule}.first();
        if (!first && from_start.added().empty()) {
            if (course_.singles.empty()) { throw misuse("the rule of " + name() + " has no date at all"); }
            note(master_.rule_line, "the rule of " + name() + " has no date at all");
            return std::nullopt;
        }
        return Recurrence{first.value_or(from_start.anchor()), rule, excluded, from_start.added()};
    }

    /// What is left of a series whose rule has no date; nullopt when nothing is.
    [[nodiscard]] static std::optional<Recurrence> added_alone(const Recurrence& from_start) {
        auto added = from_start.added();
        if (added.empty()) { return std::nullopt; }
        const auto first = added.front();
        added.erase(added.begin());
        return Recurrence{first, one_date(), from_start.excluded(), std::move(added)};
    }

    /// Slots that became all-day events.
    void leave_out_days(std::vector<Date>& excluded) {
        std::erase_if(overrides_, [&](const ForeignEvent* override) {
            if (override->start.kind != ForeignTime::Kind::date) { return false; }
            const auto slot = date_of(local_in(*override->slot, zone_));
            excluded.push_back(slot);
            note(override->line, "left out: " + date_text(slot) + " of " + name() + ", which is an all-day event");
            return true;
        });
    }

    /// Without excluded dates that are none of its own.
    Recurrence checked(const Recurrence& whole) {
        const Recurrence bare{whole.anchor(), whole.rule(), {}, whole.added()};
        std::vector<Date> excluded;
        for (const auto date : whole.excluded()) {
            if (bare.occurs_on(date)) {
                excluded.push_back(date);
            } else if (date != date_of(start_)) {
                note(line_of_excluded(date),
                     "EXDATE " + date_text(date) + " is no date of " + name() + ": nothing is left out by it");
            }
        }
        return Recurrence{whole.anchor(), whole.rule(), std::move(excluded), whole.added()};
    }

    [[nodiscard]] std::size_t line_of_excluded(Date date) const {
        const auto is_date = [&](const ForeignTime& time) { return date_of(local_in(time, zone_)) == date; };
        const auto found = std::ranges::find_if(master_.excluded, is_date);
        return found == master_.excluded.end() ? master_.line : found->line;
    }

    /// By slot; of two for one slot, the later version.
    void sort_overrides() {
        std::ranges::stable_sort(overrides_, [&](const ForeignEvent* a, const ForeignEvent* b) {
            const auto of_a = local_in(*a->slot, zone_);
            const auto of_b = local_in(*b->slot, zone_);
            return of_a != of_b ? of_a < of_b : a->sequence > b->sequence;
        });
        const auto same_slot = [&](const ForeignEvent* a, const ForeignEvent* b) {
            const bool same = local_in(*a->slot, zone_) == local_in(*b->slot, zone_);
            if (same) {
                note(b->line, "the file has " + date_text(date_of(local_in(*b->slot, zone_))) + " of " + name() +
                                  " twice: the version with the higher SEQUENCE counts (line " +
                                  std::to_string(a->line) + ")");
            }
            return same;
        };
        overrides_.erase(std::unique(overrides_.begin(), overrides_.end(), same_slot), overrides_.end());
    }

    void add_series(const Recurrence& whole) {
        ForeignSeries series{&master_, start_, whole, moved_, std::nullopt};
        // Slots as the file names them, and how far they have been carried since.
        std::function<std::optional<Date>(Date)> carry = [](Date date) { return std::optional{date}; };
        for (const auto* override : overrides_) {
            const auto named = local_in(*override->slot, zone_);
            const auto slot = carry(date_of(named));
            const bool is_time =
                override->slot->kind == ForeignTime::Kind::date || is_slot_time(*override->slot, named);
            if (!slot || !is_time || !series.recurrence.occurs_on(*slot)) {
                add_stray(*override, date_of(named), slot && is_excluded(series.recurrence, *slot) && is_time);
            } else if (override->and_following) {
                carry = split(series, *override, *slot, carry);
            } else {
                series.slots[*slot] = {override, local_in(override->start, zone_)};
            }
        }
        keep(std::move(series));
    }

    [[nodiscard]] static bool is_excluded(const Recurrence& recurrence, Date slot) {
        return std::ranges::binary_search(recurrence.excluded(), slot);
    }

    /// An event for a slot that the series does not have.
    void add_stray(const ForeignEvent& override, Date slot, bool excluded) {
        if (excluded) {
            note(override.line, date_text(slot) + " of " + name() + " is left out and changed at once: it is left out");
            return;
        }
        if (override.cancelled) { return; }
        // What DTSTART is, where it is off its rule, this event says anew.
        std::erase_if(course_.singles, [&](const ForeignSingle& single) { return date_of(single.start) == slot; });
        note(override.line,
             date_text(slot) + " is no date of " + name() + ": the event for it is a session of its own");
        // Not with an @: that would be a date of the series.
        course_.singles.push_back({&override, local_in(override.start, zone_), master_.uid + '/' + to_string(slot)});
    }

    /// Ends `series` before `slot` and lets it carry on with what `override` says. Returns how slots are carried.
    std::function<std::optional<Date>(Date)> split(ForeignSeries& series, const ForeignEvent& override, Date slot,
                                                   const std::function<std::optional<Date>(Date)>& carried_before) {
        const auto start = local_in(override.start, zone_);
        const auto& old = series.recurrence;
        const auto rest = rescheduling::rest_from(old, slot, from(old.excluded(), slot), from(old.added(), slot));
        rescheduling::Course course = rescheduling::same_course(rest);
        try {
            course = rescheduling::moved_course(rest, slot, date_of(start));
        } catch (const Refusal&) {
            throw Refusal{RefusalKind::misuse,
                          Problem{"a change from " + date_text(slot) + " on moves " + name() + " to " +
                                      date_text(date_of(start)) + ", and its rule does not say to which days",
                                  "end the series in the other calendar and make a new one from there on",
                                  Place{{}, static_cast<int>(override.line), 0, {}},
                                  {}}};
        }
        note(override.line, name() + " changes from " + date_text(slot) + " on: it becomes two series");
        auto later = moved_slots(series, slot, course);
        ForeignSeries head{series.event, series.start,
                           Recurrence{old.anchor(), rescheduling::ended_before(old, slot), before(old.excluded(), slot),
                                      before(old.added(), slot)},
                           series.slots, series.carried_on_from};
        keep(std::move(head));
        series = ForeignSeries{
            &override, start,
            Recurrence{course.anchor, course.rule, carried(rest.excluded(), course), carried(rest.added(), course)},
            std::move(later), date_of(local_in(*override.slot, zone_))};
        return [carry = course.carry, carried_before](Date date) {
            const auto before_it = carried_before(date);
            return before_it ? carry(*before_it) : std::nullopt;
        };
    }

    /// Takes the slots from `slot` on (RDATEs at another time) out of `series`.
    static std::map<Date, SlotEvent> moved_slots(ForeignSeries& series, Date slot, const rescheduling::Course& course) {
        std::map<Date, SlotEvent> later;
        for (auto i = series.slots.lower_bound(slot); i != series.slots.end(); i = series.slots.erase(i)) {
            if (const auto to = course.carry(i->first)) {
                later[*to] = {i->second.event, i->second.start + (*to - i->first)};
            }
        }
        return later;
    }

    static std::vector<Date> from(std::vector<Date> dates, Date slot) {
        std::erase_if(dates, [slot](Date date) { return date < slot; });
        return dates;
    }
    static std::vector<Date> before(std::vector<Date> dates, Date slot) {
        std::erase_if(dates, [slot](Date date) { return date >= slot; });
        return dates;
    }
    static std::vector<Date> carried(const std::vector<Date>& dates, const rescheduling::Course& course) {
        std::vector<Date> moved;
        for (const auto date : dates) {
            if (const auto to = course.carry(date)) { moved.push_back(*to); }
        }
        return moved;
    }

    void keep(ForeignSeries series) {
        if (series.recurrence.first()) {
            course_.series.push_back(std::move(series));
        } else if (!series.carried_on_from && overrides_.empty()) {
            note(master_.line, "left out: all dates of " + name() + " are excluded");
        }
    }

    const ForeignEvent& master_;
    std::vector<const ForeignEvent*> overrides_;
    const TimeZone& zone_;
    LocalTime start_;
    Notes& notes_;
    std::map<Date, SlotEvent> moved_;
    ForeignCourse course_;
};

}  // namespace

ParsedRule read_rule(const ForeignEvent& event) {
    try {
        return parse_rrule(event.rule);
    } catch (const Refusal& refusal) { refuse_at(event.rule_line, refusal); }
}

LocalTime local_in(const ForeignTime& time, const TimeZone& zone) {
    switch (time.kind) {
        case ForeignTime::Kind::utc: return zone.to_local(Instant{time.time.time_since_epoch()});
        case ForeignTime::Kind::zoned:
            return time.zone == &zone ? time.time : zone.to_local(time.zone->to_instant(time.time));
        default: return time.time;
    }
}

Instant instant_of(const ForeignTime& time, const TimeZone& zone) {
    switch (time.kind) {
        case ForeignTime::Kind::utc: return Instant{time.time.time_since_epoch()};
        case ForeignTime::Kind::zoned: return time.zone->to_instant(time.time);
        default: return zone.to_instant(time.time);
    }
}

const TimeZone& zone_of(const ForeignEvent& event, const CalendarZones& zones) {
    if (event.own_zone != nullptr) { return *event.own_zone; }
    const auto& floating = zones.chosen != nullptr ? *zones.chosen : *zones.practice;
    const auto& start = event.start;
    if (start.kind == ForeignTime::Kind::zoned && start.zone != nullptr) { return *start.zone; }
    if (start.kind != ForeignTime::Kind::utc) { return floating; }
    // A series keeps its time in UTC; a single one is told on the practice's clock, where that clock is clear.
    const Instant instant{start.time.time_since_epoch()};
    const bool clear = floating.to_instant(floating.to_local(instant)) == instant;
    const bool series = !event.rule.empty() || !event.added.empty();
    return series || !clear ? *zones.utc : floating;
}

ForeignCourse course_of(const ForeignEvent& master, std::vector<const ForeignEvent*> overrides,
                        const CalendarZones& zones, Notes& notes) {
    return CourseMaker{master, std::move(overrides), zones, notes}.make();
}

}  // namespace practice::calendars
