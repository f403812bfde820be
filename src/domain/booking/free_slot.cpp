// SPDX-License-Identifier: MIT
// Every start on the grid is a candidate, and nearly all of them fail. So they are asked in the order of what an answer
// costs: is it a slot of the rule and inside the working hours; are people and room free the first time (Lanes); is the
// series free for its first year; is it free for good. What is booked is prepared once, for all candidates (Timetable).
#include "practice/free_slot.h"

#include <algorithm>
#include <cassert>

#include "free_slot_lanes.h"
#include "practice/time_off.h"

namespace practice {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr seconds kFirstYear = days{366};
constexpr days kMargin{3};

class Search {
public:
    Search(const FreeSlotSearch& search, const Booked& booked, const TimeZones& zones)
        : search_{search},
          booked_{booked},
          zones_{zones},
          zone_{conflict::zone_named(zones, search.planned->time_zone)},
          hours_zone_{booked.practice_zone ? *booked.practice_zone : zone_},
          candidate_{*search.planned},
          claims_{conflict::claims_of(candidate_)},
          timetable_{booked, zones, concern(), within(), candidate_.id},
          lanes_{timetable_, zone_, claims_, search.rooms} {}

    std::vector<FreeSlot> run(std::size_t most) {
        std::vector<FreeSlot> found;
        for (const Date date : dates()) {
            if (!rule_has(date)) { continue; }
            lanes_.move_to(date);
            for (auto time = first_time(); time < days{1}; time += step()) {
                if (found.size() >= most) { return found; }
                if (const auto* room = room_at(date + time)) { found.push_back({date + time, *room}); }
            }
        }
        return found;
    }

private:
    [[nodiscard]] conflict::Concern concern() const {
        conflict::Concern all;
        all.add(claims_);
        for (const auto& room : search_.rooms) { all.add(room); }
        for (const auto& [slot, change] : candidate_.changes) { all.add(conflict::claims_of(candidate_, change)); }
        return all;
    }

    /// Wherever an occurrence of any candidate can be.
    [[nodiscard]] InstantSpan within() const {
        auto from = search_.from;
        LocalTime to = search_.until;
        const auto reach_to = [&](LocalTime time) {
            from = std::min(from, time);
            to = std::max(to, time);
        };
        for (const auto& [slot, change] : candidate_.changes) { reach_to(change.start.value_or(slot)); }
        if (candidate_.recurrence) {
            for (const Date added : candidate_.recurrence->added()) { reach_to(added); }
        }
        return {zone_.to_instant(from - kMargin), zone_.to_instant(to + kMargin) + kConflictHorizon};
    }

    [[nodiscard]] std::vector<Date> dates() const {
        const DateSpan span{date_of(search_.from), search_.until};
        std::vector<Date> all;
        if (search_.dates.empty()) {
            for (auto date = span.from; date < span.to; date += days{1}) { all.push_back(date); }
            return all;
        }
        std::copy_if(search_.dates.begin(), search_.dates.end(), std::back_inserter(all),
                     [&](Date date) { return span.contains(date); });
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    [[nodiscard]] TimeOfDay first_time() const { return search_.time.value_or(TimeOfDay{0}); }
    [[nodiscard]] seconds step() const {
        return search_.time ? seconds{days{1}} : std::max<seconds>(search_.grid, Length{1});
    }

    /// Whether the rule, anchored at `date`, has a slot there. A count cannot take the first one away, and is costly
    /// to resolve.
    [[nodiscard]] bool rule_has(Date date) const {
        if (!search_.planned->is_series()) { return true; }
        const auto& own = *search_.planned->recurrence;
        auto rule = own.rule();
        rule.count.reset();
        return Recurrence{date, std::move(rule), own.excluded()}.occurs_on(date);
    }

    [[nodiscard]] bool in_working_hours(LocalTime start, Instant instant) const {
        const auto local = &hours_zone_ == &zone_ ? start : hours_zone_.to_local(instant);
        return search_.hours->cover(weekday_of(date_of(local)), time_of_day(local), candidate_.length);
    }

    /// The first room in which the whole of it is free; null: none.
    const RoomName* room_at(LocalTime start) {
        if (start < search_.from) { return nullptr; }
        const auto [instant, kind] = zone_.lookup(start);
        if (kind == TimeZone::Kind::skipped) { return nullptr; }
        if (!search_.time && !in_working_hours(start, instant)) { return nullptr; }
        const InstantSpan first{instant, instant + candidate_.length};
        // A slot with a change of its own may be elsewhere: then only the whole can tell.
        const bool stands = candidate_.changes.empty();
        if (stands && lanes_.people_are_busy(first)) { return nullptr; }
        place(start);
        if (!give_way(start)) { return nullptr; }
        auto year = conflict::lay_out(candidate_, zone_, {}, kFirstYear);
        if (!timetable_.is_free(year, conflict::Matter::people)) { return nullptr; }
        std::optional<conflict::Planned> whole;
        for (std::size_t i = 0; i < search_.rooms.size(); ++i) {
            const auto& room = search_.rooms[i];
            if (stands && lanes_.room_is_busy(i, first)) { continue; }
            if (!is_free_in(room, year)) { continue; }
            if (!candidate_.is_series()) { return &room; }
            if (!whole) {
                whole = conflict::lay_out(candidate_, zone_, {}, kConflictHorizon);
                if (!timetable_.is_free(*whole, conflict::Matter::people)) { return nullptr; }
            }
            if (is_free_in(room, *whole)) { return &room; }
        }
        return nullptr;
    }

    [[nodiscard]] bool is_free_in(const RoomName& room, conflict::Planned& planned) {
        planned.use_room(room);
        return timetable_.is_free(planned, conflict::Matter::room);
    }

    void place(LocalTime start) {
        candidate_.start = start;
        if (candidate_.is_series() && candidate_.recurrence->anchor() != date_of(start)) {
            const auto& own = *search_.planned->recurrence;
            candidate_.recurrence = Recurrence{date_of(start), own.rule(), own.excluded(), own.added()};
        }
    }

    /// To time off, but for the first date: a series does not begin while its professional is away.
    bool give_way(LocalTime start) {
        if (!candidate_.is_series() || booked_.away.empty()) { return true; }
        candidate_.yields.clear();
        return yield_to_time_off(candidate_, booked_, zones_) && candidate_.recurrence->occurs_on(date_of(start));
    }

    const FreeSlotSearch& search_;
    const Booked& booked_;
    const TimeZones& zones_;
    const TimeZone& zone_;
    const TimeZone& hours_zone_;
    Session candidate_;
    conflict::Claims claims_;
    conflict::Timetable timetable_;
    conflict::Lanes lanes_;
};

}  // namespace

std::vector<FreeSlot> find_free_slots(const FreeSlotSearch& search, const Booked& booked, const TimeZones& zones,
                                      std::size_t most) {
    assert(search.planned != nullptr && !search.rooms.empty() && (search.hours != nullptr || search.time));
    return Search{search, booked, zones}.run(most);
}

void place_at(Session& planned, LocalTime start, const RoomName& room) {
    planned.start = start;
    planned.room = room;
    if (planned.is_series() && planned.recurrence->anchor() != date_of(start)) {
        const auto& own = *planned.recurrence;
        planned.recurrence = Recurrence{date_of(start), own.rule(), own.excluded(), own.added()};
    }
}

Session placed_at(Session planned, LocalTime start, const RoomName& room) {
    place_at(planned, start, room);
    return planned;
}

}  // namespace practice
