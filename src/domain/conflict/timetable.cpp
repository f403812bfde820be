// SPDX-License-Identifier: MIT
// Single sessions, and slots that differ from their series, are looked up by the hour of their start: whatever
// overlaps a span has begun in it, or not longer before it than the longest of them takes. Series are looked up
// by whom and what they need. All that is found goes to find_conflicts, which decides.
#include "practice/timetable.h"

#include <algorithm>

#include "conflict_claims.h"
#include "conflict_clocks.h"

namespace practice {
namespace {

using std::chrono::days;
using std::chrono::hours;

/// A session lasts a day at most, a skipped time moves by a day at most, a zone is within a day of UTC.
constexpr days kReach{3};

enum class ThingKind : std::int64_t { professional, room, client };

std::int64_t thing(ThingKind kind, std::int64_t id) {
    return id * 3 + static_cast<std::int64_t>(kind);
}

std::int64_t hour_of(Instant instant) {
    return std::chrono::floor<hours>(instant.time_since_epoch()).count();
}

bool can_be_full(const RoomName& room) {
    return room.kind == RoomKind::in_person;
}

void add_things(std::vector<std::int64_t>& things, const ProfessionalName* professional, const RoomName* room,
                const std::vector<ClientName>* clients) {
    if (professional != nullptr) { things.push_back(thing(ThingKind::professional, professional->id.value)); }
    if (room != nullptr && can_be_full(*room)) { things.push_back(thing(ThingKind::room, room->id.value)); }
    if (clients == nullptr) { return; }
    for (const auto& client : *clients) { things.push_back(thing(ThingKind::client, client.id.value)); }
}

/// Everything that any occurrence of it needs.
std::vector<std::int64_t> things_of(const Session& session) {
    std::vector<std::int64_t> things;
    add_things(things, &session.professional, &session.room, &session.clients);
    for (const auto& [slot, change] : session.changes) {
        add_things(things, change.professional ? &*change.professional : nullptr, change.room ? &*change.room : nullptr,
                   change.clients ? &*change.clients : nullptr);
    }
    return things;
}

}  // namespace

Timetable::Timetable(const TimeZones& zones, std::vector<Away> away, const TimeZone* practice_zone)
    : zones_{&zones}, away_{std::move(away)}, practice_zone_{practice_zone} {
    std::ranges::stable_sort(away_, {}, &Away::professional);
}

void Timetable::put(const Session& session) {
    remove(session.id);
    const auto& zone = conflict::zone_named(*zones_, session.time_zone);
    if (session.is_series() || !session.attendance.empty() || !session.allowed.empty()) {
        keep_whole(session, zone);
        return;
    }
    if (!takes_time(session.status)) { return; }
    keep_names(session);
    const auto start = zone.to_instant(session.start);
    auto single =
        single_of(session.id, {start, start + session.length}, session.professional, session.room, session.clients);
    single.zone = zone_number(session.time_zone);
    places_[session.id.value] = {Index{}, add(single)};
}

void Timetable::remove(SessionId id) {
    const auto found = places_.find(id.value);
    if (found == places_.end()) { return; }
    const auto place = found->second;
    places_.erase(found);
    if (place.whole) {
        whole_[*place.whole].reset();  // its entries elsewhere say nothing any more
        return;
    }
    std::erase_if(singles_[place.hour], [&](const Single& single) { return single.id == id.value; });
}

void Timetable::keep_whole(const Session& session, const TimeZone& zone) {
    const Index number{whole_.size()};
    whole_.push_back(std::make_unique<Session>(session));
    places_[session.id.value] = {number, 0};
    const auto add_span = [&](LocalTime at, Length length, const ProfessionalName& professional, const RoomName& room,
                              const std::vector<ClientName>& clients) {
        const auto start = zone.to_instant(at);
        auto single = single_of(session.id, {start, start + length}, professional, room, clients);
        single.whole = number;
        add(single);
    };
    if (!session.is_series()) {
        if (!takes_time(session.status)) { return; }
        add_span(session.start, session.length, session.professional, session.room, session.clients);
        return;
    }
    Things things;
    add_things(things, &session.professional, &session.room, &session.clients);
    for (const auto one : things) { series_[one].push_back(number); }
    for (const auto& [slot, change] : session.changes) {
        if (!takes_time(change.status) || conflict::stands_as_planned(change)) { continue; }
        add_span(change.start.value_or(slot + time_of_day(session.start)), change.length.value_or(session.length),
                 change.professional ? *change.professional : session.professional,
                 change.room ? *change.room : session.room, change.clients ? *change.clients : session.clients);
    }
}

void Timetable::keep_names(const Session& session) {
    professionals_.try_emplace(session.professional.id.value, session.professional);
    for (const auto& client : session.clients) { clients_.try_emplace(client.id.value, client.name); }
}

Timetable::Single Timetable::single_of(const SessionId& id, InstantSpan span, const ProfessionalName& professional,
                                       const RoomName& room, const std::vector<ClientName>& clients) {
    Single single;
    single.id = id.value;
    single.start = span.from;
    single.end = span.to;
    single.professional = professional.id.value;
    single.room = can_be_full(room) ? room.id.value : 0;
    single.room_number = room_number(room);
    single.client = clients.empty() ? 0 : clients.front().id.value;
    if (clients.size() > 1) {
        single.group = Index{groups_.size()};
        auto& group = groups_.emplace_back();
        for (const auto& client : clients) { group.push_back(client.id.value); }
    }
    return single;
}

std::int64_t Timetable::add(const Single& single) {
    const auto hour = hour_of(single.start);
    singles_[hour].push_back(single);
    first_hour_ = std::min(first_hour_, hour);
    last_hour_ = std::max(last_hour_, hour);
    longest_ = std::max(longest_, single.end - single.start);
    return hour;
}

Timetable::Index Timetable::zone_number(const std::string& name) {
    const auto at = static_cast<std::size_t>(std::ranges::find(zone_names_, name) - zone_names_.begin());
    if (at == zone_names_.size()) { zone_names_.push_back(name); }
    return Index{at};
}

Timetable::Index Timetable::room_number(const RoomName& room) {
    const auto [found, is_new] = room_numbers_.try_emplace(room.id.value, Index{rooms_.size()});
    if (is_new) { rooms_.push_back(room); }
    return found->second;
}

/// What a conflict check needs to know of it, and what it takes to tell of it.
Session Timetable::unfolded(const Single& single) const {
    Session session;
    session.id = {single.id};
    session.professional = professionals_.at(single.professional);
    session.room = rooms_[*single.room_number];
    const auto add_client = [&](std::int64_t id) { session.clients.push_back({{id}, clients_.at(id)}); };
    if (single.group) {
        for (const auto id : groups_[*single.group]) { add_client(id); }
    } else if (single.client != 0) {
        add_client(single.client);
    }
    session.time_zone = zone_names_[*single.zone];
    session.start = zones_->find(session.time_zone)->to_local(single.start);
    session.length = std::chrono::duration_cast<Length>(single.end - single.start);
    return session;
}

bool Timetable::shares(const Single& single, const Things& things) const {
    const auto wanted = [&](ThingKind kind, std::int64_t id) {
        return std::ranges::find(things, thing(kind, id)) != things.end();
    };
    if (wanted(ThingKind::professional, single.professional)) { return true; }
    if (single.room != 0 && wanted(ThingKind::room, single.room)) { return true; }
    if (!single.group) { return wanted(ThingKind::client, single.client); }
    return std::ranges::any_of(groups_[*single.group], [&](std::int64_t id) { return wanted(ThingKind::client, id); });
}

void Timetable::ask(const Session& planned) {
    self_ = planned.id.value;
    candidates_.clear();
    unfolded_.clear();
    taken_.clear();
}

void Timetable::take(const Single& single) {
    if (single.whole) {
        take_whole(single.whole);
    } else if (taken_.insert(single.id).second) {
        candidates_.push_back(unfolded_.emplace_back(std::make_unique<Session>(unfolded(single))).get());
    }
}

void Timetable::take_whole(Index number) {
    const auto* session = whole_[*number].get();
    if (session == nullptr || (self_ != 0 && session->id.value == self_)) { return; }
    if (taken_.insert(session->id.value).second) { candidates_.push_back(session); }
}

void Timetable::take_overlapping(InstantSpan span, const Things& things) {
    const auto from = std::max(hour_of(span.from - longest_), first_hour_);
    const auto to = std::min(hour_of(span.to), last_hour_);
    for (auto hour = from; hour <= to; ++hour) {
        const auto found = singles_.find(hour);
        if (found == singles_.end()) { continue; }
        for (const auto& single : found->second) {
            if (single.start >= span.to || single.end <= span.from) { continue; }
            if (self_ != 0 && single.id == self_) { continue; }
            if (shares(single, things)) { take(single); }
        }
    }
}

void Timetable::take_series(const Things& things) {
    for (const auto one : things) {
        const auto found = series_.find(one);
        if (found == series_.end()) { continue; }
        for (const auto number : found->second) { take_whole(number); }
    }
}

void Timetable::take_meeting(const Session& planned, const Things& things) {
    if (first_hour_ > last_hour_) { return; }
    const auto& zone = conflict::zone_named(*zones_, planned.time_zone);
    const auto take_at = [&](LocalTime at, Length length) {
        const auto start = zone.to_instant(at);
        take_overlapping({start, start + length}, things);
    };
    if (!planned.is_series()) {
        take_at(planned.start, planned.length);
        return;
    }
    const auto date = [&](std::int64_t hour) { return date_of(zone.to_local(Instant{hours{hour}})); };
    const auto time = time_of_day(planned.start);
    InstantCursor instants{zone};
    planned.recurrence->each(std::max(date(first_hour_) - kReach, kFirstDate),
                             std::min(date(last_hour_) + kReach, kLastDate), [&](Date slot) {
                                 const auto start = instants.to_instant(slot + time);
                                 take_overlapping({start, start + planned.length}, things);
                                 return true;
                             });
    for (const auto& [slot, change] : planned.changes) {
        if (change.start || change.length) {
            take_at(change.start.value_or(slot + time), change.length.value_or(planned.length));
        }
    }
}

std::span<const Away> Timetable::away_of(const Session& planned) const {
    // Changed slots may be somebody else's.
    if (!planned.changes.empty()) { return away_; }
    const auto from = std::ranges::lower_bound(away_, planned.professional.id, {}, &Away::professional);
    const auto to = std::ranges::upper_bound(away_, planned.professional.id, {}, &Away::professional);
    return {from, to};
}

Conflicts Timetable::conflicts(const Session& planned, const ConflictScope& scope) {
    ask(planned);
    const auto things = things_of(planned);
    take_meeting(planned, things);
    take_series(things);
    const auto away = away_of(planned);
    const bool simple = !planned.is_series() && !scope.only && !scope.not_before;
    if (simple && candidates_.empty() && away.empty()) {
        Conflicts none;
        none.checked = takes_time(planned.status) ? 1 : 0;
        return none;
    }
    return find_conflicts(planned, {{}, away, practice_zone_, candidates_}, *zones_, scope);
}

std::vector<const Session*> Timetable::around(const Session& planned, std::span<const RoomName> rooms,
                                              InstantSpan window) {
    ask(planned);
    auto things = things_of(planned);
    for (const auto& room : rooms) { add_things(things, nullptr, &room, nullptr); }
    if (first_hour_ <= last_hour_) { take_overlapping(window, things); }
    take_series(things);
    return candidates_;
}

}  // namespace practice
