// SPDX-License-Identifier: MIT
#include "practice/booking.h"

#include <algorithm>
#include <array>

namespace practice {
namespace {

FreeSlotSearch search_for(const BookingRequest& request, LocalTime from, std::span<const RoomName> rooms) {
    FreeSlotSearch search;
    search.planned = &request.draft;
    search.rooms = rooms;
    search.hours = &request.hours;
    search.from = from;
    search.grid = request.grid;
    search.until = date_of(from) + kFreeSlotHorizon;
    search.time = request.only_time;
    if (request.only_date) {
        search.dates = {*request.only_date};
        search.until = *request.only_date + std::chrono::days{1};
    }
    return search;
}

/// A single session at a time that daylight saving skips is stored where it really is; a series keeps its
/// time of day.
Session at_its_time(Session session, const TimeZones& zones) {
    if (session.is_series()) { return session; }
    const auto* zone = zones.find(session.time_zone);
    const auto lookup = zone->lookup(session.start);
    if (lookup.kind == TimeZone::Kind::skipped) { session.start = zone->to_local(lookup.instant); }
    return session;
}

/// In the first of the rooms that does not clash; in the first of all when every one does. `check` gives the
/// conflicts of a session.
template <class Check>
std::pair<Session, Conflicts> place(const BookingRequest& request, const TimeZones& zones, Check&& check) {
    std::optional<Session> first;
    for (const auto& room : request.rooms) {
        auto session = at_its_time(placed_at(request.draft, *request.start, room), zones);
        auto conflicts = check(session);
        if (conflicts.none() || request.rooms.size() == 1) { return {std::move(session), std::move(conflicts)}; }
        if (!first) { first = std::move(session); }
    }
    auto conflicts = check(*first);  // anew: what they tell of is good until the next question only
    return {std::move(*first), std::move(conflicts)};
}

std::optional<RoomName> free_room(const Session& wanted, const Conflicts& conflicts, const Booked& booked,
                                  const TimeZones& zones, std::span<const RoomName> rooms) {
    const auto in_room = [](const Clash& clash) { return clash.kind == ClashKind::room; };
    if (!std::ranges::all_of(conflicts.clashes, in_room)) { return std::nullopt; }
    for (const auto& room : rooms) {
        Session elsewhere = wanted;
        elsewhere.room = room;
        if (room.id != wanted.room.id && find_conflicts(elsewhere, booked, zones).none()) { return room; }
    }
    return std::nullopt;
}

Session without(Session session, const std::vector<Date>& slots) {
    auto excluded = session.recurrence->excluded();
    excluded.insert(excluded.end(), slots.begin(), slots.end());
    session.recurrence = Recurrence{session.recurrence->anchor(), session.recurrence->rule(), std::move(excluded),
                                    session.recurrence->added()};
    return session;
}

/// What the caller wants done about the conflicts; nullopt: nothing may be booked.
std::optional<Booking> settled(const BookingRequest& request, Session& session, Conflicts& conflicts,
                               const TimeZones& zones) {
    const auto* zone = zones.find(session.time_zone);
    const bool exists = zone->lookup(*request.start).kind != TimeZone::Kind::skipped;
    const auto skipped = exists ? std::nullopt : request.start;
    if (conflicts.none()) { return Booking{std::move(session), false, skipped, {}, {}}; }
    if (request.on_conflict == OnConflict::allow) {
        session.clash_allowed = true;
        return Booking{std::move(session), false, skipped, {}, std::move(conflicts)};
    }
    if (request.on_conflict == OnConflict::skip && session.is_series()) {
        auto slots = conflicts.slots;
        auto rest = without(session, slots);
        if (rest.recurrence->first()) {
            return Booking{std::move(rest), false, skipped, std::move(slots), std::move(conflicts)};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<OnConflict> parse_on_conflict(std::string_view text) {
    if (text == "refuse") { return OnConflict::refuse; }
    if (text == "skip") { return OnConflict::skip; }
    if (text == "allow") { return OnConflict::allow; }
    return std::nullopt;
}

std::variant<Booking, Clashing, NothingFree> book(const BookingRequest& request, const Booked& booked,
                                                  const TimeZones& zones, std::span<const RoomName> other_rooms) {
    if (!request.start) {
        const auto search = search_for(request, request.now, request.rooms);
        const auto found = find_free_slots(search, booked, zones);
        if (found.empty()) { return NothingFree{search.until}; }
        return Booking{placed_at(request.draft, found.front().start, found.front().room), true, {}, {}, {}};
    }
    auto [session, conflicts] =
        place(request, zones, [&](const Session& planned) { return find_conflicts(planned, booked, zones); });
    if (auto booking = settled(request, session, conflicts, zones)) { return std::move(*booking); }
    auto search = search_for(request, *request.start, request.rooms);
    search.until = date_of(*request.start) + std::chrono::weeks{5};
    search.dates.clear();
    const auto free = find_free_slots(search, booked, zones);
    auto room = free_room(session, conflicts, booked, zones, other_rooms);
    return Clashing{std::move(session), std::move(conflicts), free.empty() ? std::nullopt : std::optional{free.front()},
                    std::move(room)};
}

std::variant<Booking, Clashing> book(const BookingRequest& request, Timetable& timetable, const TimeZones& zones) {
    auto [session, conflicts] =
        place(request, zones, [&](const Session& planned) { return timetable.conflicts(planned); });
    if (auto booking = settled(request, session, conflicts, zones)) { return std::move(*booking); }
    return Clashing{std::move(session), std::move(conflicts), {}, {}};
}

std::optional<Money> usual_price(const Service& service, const Professional& professional,
                                 std::span<const std::map<std::string, Money>* const> client_fees) {
    std::optional<Money> agreed;
    for (const auto* fees : client_fees) {
        const auto fee = fees->find(service.code);
        if (fee == fees->end()) { continue; }
        if (agreed && *agreed != fee->second) { return std::nullopt; }
        agreed = fee->second;
    }
    if (agreed) { return agreed; }
    if (const auto fee = professional.fees.find(service.code); fee != professional.fees.end()) { return fee->second; }
    return service.price;
}

}  // namespace practice
