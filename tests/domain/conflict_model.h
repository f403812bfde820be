// SPDX-License-Identifier: MIT
// Conflicts by brute force: every planned occurrence against every booked one, as instants, the way the
// words of the definition say it. And made-up practices to compare on, crowded around changes of the clock.
#pragma once

#include <rapidcheck.h>
#include <algorithm>
#include <set>
#include <tuple>

#include "domain/conflict_world.h"

namespace conflict_world {

/// All occurrences that take time, starting before `end`, by start.
inline std::vector<Occurrence> taking_time(const Session& session, InstantSpan window) {
    auto all = occurrences(session, *zones().find(session.time_zone), window);
    std::erase_if(all, [](const Occurrence& o) { return !takes_time(o.status()); });
    return all;
}

class Model {
public:
    using Asked = std::function<bool(const Occurrence&)>;

    /// `asked`: whether one of the planned occurrences is to be looked at.
    Model(const Session& planned, const Booked& booked, const Asked& asked)
        : planned_{planned}, booked_{booked}, asked_{asked} {
        for (const auto& occurrence : taking_time(planned, {utc("1950-01-01 00:00"), utc("2400-01-01 00:00")})) {
            if (!asked_(occurrence)) { continue; }
            ++result_.checked;
            look_at(occurrence);
        }
    }

    Conflicts run() {
        std::set<Date> slots;
        std::set<Date> allowed_slots;
        for (auto& [key, clash] : clashes_) {
            const bool allowed = is_allowed(clash);
            (allowed ? result_.allowed : result_.clashes).push_back(clash);
            (allowed ? allowed_slots : slots).merge(std::set<Date>{counted_[&clash]});
        }
        result_.slots.assign(slots.begin(), slots.end());
        result_.allowed_slots.assign(allowed_slots.begin(), allowed_slots.end());
        return result_;
    }

private:
    struct Other {
        Occurrence occurrence;
        const Away* away = nullptr;
    };

    [[nodiscard]] bool is_allowed(const Clash& clash) const {
        const auto has = [](const std::vector<AllowedClash>& list, const AllowedClash& one) {
            return std::find(list.begin(), list.end(), one) != list.end();
        };
        if (has(planned_.allowed, clash.pair)) { return true; }
        return clash.with != nullptr && has(clash.with->allowed, {clash.kind, planned_.id});
    }

    /// Of two of the planned session's own occurrences, whether `other` stays and `mine` gives way.
    [[nodiscard]] bool goes_first(const Occurrence& other, const Occurrence& mine) const {
        if (!asked_(other)) { return true; }
        const auto own = [](const Occurrence& o) {
            return o.change != nullptr && (o.change->start || o.change->length || o.change->professional ||
                                           o.change->room || o.change->clients || !o.change->attendance.empty());
        };
        return own(other) != own(mine) ? own(other) : *other.slot < *mine.slot;
    }

    [[nodiscard]] std::vector<Occurrence> beside(const Occurrence& mine) const {
        std::vector<Occurrence> all;
        for (const auto& session : booked_.sessions) {
            if (session.id == planned_.id) { continue; }
            for (const auto& other : taking_time(session, mine.span())) { all.push_back(other); }
        }
        for (const auto& other : taking_time(planned_, mine.span())) {
            if (other.slot != mine.slot && goes_first(other, mine)) { all.push_back(other); }
        }
        return all;
    }

    void look_at(const Occurrence& mine) {
        std::vector<Other> in_room;
        for (const auto& other : beside(mine)) {
            if (other.professional().id == mine.professional().id) {
                add(ClashKind::professional, mine.professional().name, mine, {other, nullptr});
            }
            for (const auto& client : mine.clients()) {
                if (comes(mine, client) && comes(other, client)) {
                    add(ClashKind::client, client.name, mine, {other, nullptr});
                }
            }
            const bool real = mine.room().kind == RoomKind::in_person && other.room().kind == RoomKind::in_person;
            if (real && other.room().id == mine.room().id) { in_room.push_back({other, nullptr}); }
        }
        for (const auto& away : booked_.away) {
            Occurrence span;
            span.start = booked_.practice_zone->to_instant(away.span.from);
            span.end = booked_.practice_zone->to_instant(away.span.to);
            if (away.professional == mine.professional().id && span.span().overlaps(mine.span())) {
                add(ClashKind::professional, mine.professional().name, mine, {span, &away});
            }
        }
        look_at_room(mine, in_room);
    }

    static bool comes(const Occurrence& occurrence, const ClientName& client) {
        const auto& all = occurrence.clients();
        if (std::find(all.begin(), all.end(), client) == all.end()) { return false; }
        for (const auto& own : occurrence.attendance()) {
            if (own.client == client.id && !takes_time(own.status)) { return false; }
        }
        return true;
    }

    /// How many are there can only grow when somebody comes: those moments are all there is to look at.
    void look_at_room(const Occurrence& mine, const std::vector<Other>& others) {
        std::set<Instant> moments{mine.start};
        for (const auto& other : others) { moments.insert(std::max(mine.start, other.occurrence.start)); }
        for (const auto moment : moments) {
            const auto there = [&](const Other& other) { return other.occurrence.span().contains(moment); };
            if (std::count_if(others.begin(), others.end(), there) < mine.room().capacity) { continue; }
            for (const auto& other : others) {
                if (there(other)) { add(ClashKind::room, mine.room().name, mine, other); }
            }
        }
    }

    void add(ClashKind kind, const std::string& what, const Occurrence& mine, const Other& other) {
        const auto slot = mine.slot.value_or(date_of(planned_.start));
        auto& clash = clashes_[{kind, what, other.away ? nullptr : other.occurrence.session, other.away}];
        const auto planned = Span<LocalTime>{zone().to_local(mine.start), zone().to_local(mine.end)};
        const auto key = std::tuple{mine.start, other.occurrence.start};
        if (clash.count == 0 || key < std::tuple{first_[&clash], clash.with_span.from}) {
            const auto count = clash.count;
            const bool itself = !other.away && other.occurrence.session == &planned_;
            clash = {};
            clash.kind = kind;
            clash.what = what;
            clash.slot = mine.slot;
            clash.planned = planned;
            clash.with_span = other.occurrence.span();
            clash.count = count;
            clash.pair.kind = kind;
            if (other.away) { clash.pair.with = AwayStretch{other.away->professional, other.away->span}; }
            if (!other.away && !itself) { clash.pair.with = other.occurrence.session->id; }
            if (itself) { clash.itself = OccurrenceId{planned_.number(), other.occurrence.slot}; }
            clash.with = other.away || itself ? nullptr : other.occurrence.session;
            if (other.away) { clash.reason = other.away->reason; }
            clash.with_slot = other.occurrence.slot;
            first_[&clash] = mine.start;
        }
        if (counted_[&clash].insert(slot).second) { ++clash.count; }
    }

    [[nodiscard]] const TimeZone& zone() const { return *zones().find(planned_.time_zone); }

    const Session& planned_;
    const Booked& booked_;
    const Asked asked_;
    Conflicts result_;
    std::map<std::tuple<ClashKind, std::string, const Session*, const Away*>, Clash> clashes_;
    std::map<const Clash*, Instant> first_;
    std::map<const Clash*, std::set<Date>> counted_;
};

/// All that a Conflicts says but `endless`, in an order of its own.
inline Lines in_full(const Conflicts& conflicts) {
    Lines lines;
    const auto add = [&](const Clash& clash, const std::string& word) {
        lines.push_back(word + tell(clash) + " to " + to_string(clash.planned.to) + ", slot " +
                        (clash.slot ? to_string(*clash.slot) : "none") + ", beside " + to_string(clash.with_span.from) +
                        "/" + to_string(clash.with_span.to));
    };
    for (const auto& clash : conflicts.clashes) { add(clash, ""); }
    for (const auto& clash : conflicts.allowed) { add(clash, "allowed: "); }
    std::sort(lines.begin(), lines.end());
    for (const auto& slot : tell(conflicts.slots)) { lines.push_back(slot); }
    for (const auto& slot : tell(conflicts.allowed_slots)) { lines.push_back("allowed: " + slot); }
    lines.push_back("looked at " + std::to_string(conflicts.checked));
    return lines;
}

// --- Made-up practices -----------------------------------------------------------------------------

template <class Value>
Value one_of(const std::vector<Value>& values) {
    return *rc::gen::elementOf(values);
}
inline bool one_in(int n) {
    return *rc::gen::inRange(0, n) == 0;
}

/// Near midnight and the usual hours of change, and by day.
inline TimeOfDay made_up_time() {
    static const std::vector<int> hours_of_day{0, 0, 1, 1, 2, 2, 3, 3, 4, 9, 14, 22, 23, 23};
    return hours{one_of(hours_of_day)} + minutes{15 * *rc::gen::inRange(0, 4)};
}
inline Length made_up_length() {
    return Length{one_of<int>({15, 30, 50, 60, 60, 90, 180, 600, 1440})};
}
inline ClientName made_up_client() {
    return one_of<ClientName>({kAnna, kJo, kKim});
}

inline std::string made_up_rule(bool may_be_endless) {
    static const std::vector<std::string> rules{"FREQ=WEEKLY",
                                                "FREQ=WEEKLY",
                                                "FREQ=WEEKLY;INTERVAL=2",
                                                "FREQ=WEEKLY;INTERVAL=3",
                                                "FREQ=WEEKLY;BYDAY=SU,MO,TU",
                                                "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU",
                                                "FREQ=DAILY",
                                                "FREQ=DAILY;INTERVAL=3",
                                                "FREQ=DAILY;INTERVAL=14",
                                                "FREQ=MONTHLY",
                                                "FREQ=MONTHLY;BYMONTHDAY=-1",
                                                "FREQ=MONTHLY;BYDAY=2SU",
                                                "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU",
                                                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
                                                "FREQ=YEARLY;BYMONTH=3;BYDAY=SU",
                                                "FREQ=YEARLY"};
    auto rule = one_of(rules);
    const int end = *rc::gen::inRange(0, may_be_endless ? 3 : 2);
    if (end == 0) { rule += ";COUNT=" + std::to_string(*rc::gen::inRange(1, 60)); }
    if (end == 1) { rule += ";UNTIL=20" + std::to_string(*rc::gen::inRange(27, 33)) + "0701"; }
    return rule;
}

inline SlotChange made_up_change(Date slot) {
    SlotChange change;
    if (one_in(2)) { change.start = slot + days{*rc::gen::inRange(-9, 10)} + made_up_time(); }
    if (one_in(4)) { change.length = made_up_length(); }
    if (one_in(4)) { change.professional = kOrr; }
    if (one_in(4)) { change.room = one_of<RoomName>({kRoom1, kHall, kVideo}); }
    if (one_in(4)) { change.clients = {{made_up_client()}}; }
    if (one_in(6)) { change.attendance = {{kAnna.id, Status::cancelled}}; }
    change.status = one_of<Status>({Status::scheduled, Status::scheduled, Status::attended, Status::cancelled});
    return change;
}

inline Session made_up_session(std::int64_t id, const std::vector<std::string>& in_zones, bool may_be_endless) {
    Session made;
    made.id = SessionId{id};
    made.professional = one_of<ProfessionalName>({kLee, kOrr});
    made.room = one_of<RoomName>({kRoom1, kHall, kHall, kVideo});
    made.clients = {made_up_client()};
    if (const auto second = made_up_client(); second != made.clients[0]) { made.clients.push_back(second); }
    made.time_zone = one_of(in_zones);
    const Date date = on("2027-02-20") + days{*rc::gen::inRange(0, 50)};
    made.start = date + made_up_time();
    made.length = made_up_length();
    if (one_in(5)) {
        made.status = one_of<Status>({Status::scheduled, Status::scheduled, Status::cancelled});
        return made;
    }
    const auto rule = parse_rrule(made_up_rule(may_be_endless)).rule;
    std::vector<Date> excluded;
    std::vector<Date> added;
    if (one_in(3)) { excluded = {date + days{7}, date + days{14}}; }
    if (one_in(4)) { added = {date + days{*rc::gen::inRange(-20, 20)}, date + days{5}}; }
    made.recurrence = Recurrence{date, rule, excluded, added};
    const auto slots = made.recurrence->next(kFirstDate, 12);
    for (int i = *rc::gen::inRange(0, 4); i > 0 && !slots.empty(); --i) {
        const auto slot = one_of(slots);
        made.changes[slot] = made_up_change(slot);
    }
    return made;
}

/// A short one that comes back to a change of the clock of 2027, at about the time of day of the change.
inline Session made_up_night(std::int64_t id, const std::string& zone_name) {
    const auto& zone = *zones().find(zone_name);
    const InstantSpan year{utc("2027-01-01 00:00"), utc("2028-01-01 00:00")};
    const auto change = one_of(zone.transitions_within(year)).at;
    const LocalTime struck{change.time_since_epoch() + zone.offset_at(change - seconds{1})};
    Session made;
    made.id = SessionId{id};
    made.professional = kLee;
    made.room = one_of<RoomName>({kRoom1, kVideo});
    made.clients = {kAnna};
    made.time_zone = zone_name;
    made.start = struck - days{7 * *rc::gen::inRange(0, 5)} + minutes{15 * *rc::gen::inRange(-10, 10)};
    made.length = Length{15 * *rc::gen::inRange(1, 7)};
    const auto rule = one_of<std::string>({"FREQ=WEEKLY;UNTIL=20280301", "FREQ=WEEKLY;COUNT=8", "FREQ=DAILY;COUNT=60"});
    made.recurrence = repeats(rule, date_of(made.start));
    return made;
}

/// In one afternoon, in a room for three.
inline Session made_up_visitor(std::int64_t id) {
    const ProfessionalName own{{id}, "p" + std::to_string(id), "P" + std::to_string(id)};
    auto made = session(id, {"2027-06-01 14:00", 15, "", own, {{id}, "C" + std::to_string(id)}, kGym});
    made.start += minutes{15 * *rc::gen::inRange(0, 8)};
    made.length *= *rc::gen::inRange(1, 6);
    return made;
}

inline std::vector<std::string> made_up_zones() {
    static const std::vector<std::vector<std::string>> sets{
        {"America/New_York"},
        {"Europe/London"},
        {"Odd/Midnight"},
        {"Odd/Half"},
        {"Odd/Day"},
        {"Odd/Often"},
        {"America/New_York", "America/Chicago"},
        {"America/New_York", "Europe/London", "UTC"},
        {"Odd/Day", "Odd/Often", "Odd/Half", "America/New_York"},
    };
    return one_of(sets);
}

inline std::vector<Away> made_up_absences() {
    std::vector<Away> all;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        const auto from = on("2027-03-01") + days{*rc::gen::inRange(0, 200)} + made_up_time();
        const auto& who = one_of<ProfessionalName>({kLee, kOrr});
        all.push_back({who.id, who.name, {from, from + hours{*rc::gen::inRange(1, 400)}}, "away " + std::to_string(i)});
    }
    return all;
}

}  // namespace conflict_world
