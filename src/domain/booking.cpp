// SPDX-License-Identifier: MIT
#include "practice/booking.h"

#include <algorithm>
#include <array>

#include "practice/keyword.h"
#include "practice/rescheduling.h"

namespace practice {
namespace {

FreeSlotSearch search_for(const BookingRequest& request, LocalTime from, std::span<const RoomName> rooms) {
    FreeSlotSearch search;
    search.planned = &request.draft;
    search.rooms = rooms;
    search.hours = request.hours;
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

/// Puts the session where it was asked for. A single one at a time that daylight saving skips is stored where it
/// really is; a series keeps its time of day.
void place(Session& session, const BookingRequest& request, const RoomName& room, const TimeZone& zone) {
    place_at(session, *request.start, room);
    require_end_in_calendar(session);
    if (session.is_series()) { return; }
    const auto lookup = zone.lookup(session.start);
    if (lookup.kind == TimeZone::Kind::skipped) { session.start = zone.to_local(lookup.instant); }
}

/// `draft`, which is that of the request, in the first of the rooms that does not clash; in the first of all when
/// every one does. `check` gives the conflicts of a session.
template <class Check>
Booking place_in_a_room(Session draft, const BookingRequest& request, const TimeZone& zone, Check&& check) {
    Booking booking;
    if (request.rooms.size() == 1) {
        booking.session = std::move(draft);
        place(booking.session, request, request.rooms.front(), zone);
        booking.conflicts = check(booking.session);
        return booking;
    }
    for (const auto& room : request.rooms) {
        booking.session = draft;
        place(booking.session, request, room, zone);
        booking.conflicts = check(booking.session);
        if (booking.conflicts.none()) { return booking; }
    }
    booking.session = std::move(draft);
    place(booking.session, request, request.rooms.front(), zone);
    booking.conflicts = check(booking.session);  // anew: what they tell of is good until the next question only
    return booking;
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

/// Does what the caller wants done about the conflicts. False: nothing may be booked.
bool settle(const BookingRequest& request, Booking& booking, const TimeZone& zone) {
    if (zone.lookup(*request.start).kind == TimeZone::Kind::skipped) { booking.skipped = request.start; }
    if (booking.conflicts.none()) { return true; }
    if (request.on_conflict == OnConflict::allow) {
        booking.session.clash_allowed = true;
        return true;
    }
    if (request.on_conflict == OnConflict::skip && booking.session.is_series()) {
        auto rest = leaving_out(booking.session, booking.conflicts.slots);
        const auto first = rest.recurrence->first();
        if (first && LocalTime{*first} < rest.start + kConflictHorizon) {  // what is beyond was not looked at
            booking.session = std::move(rest);
            booking.left_out = booking.conflicts.slots;
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<OnConflict> parse_on_conflict(std::string_view text) {
    const auto word = keyword(text);
    if (word == "refuse") { return OnConflict::refuse; }
    if (word == "skip") { return OnConflict::skip; }
    if (word == "allow") { return OnConflict::allow; }
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
    const auto& zone = *zones.find(request.draft.time_zone);
    auto booking = place_in_a_room(request.draft, request, zone,
                                   [&](const Session& planned) { return find_conflicts(planned, booked, zones); });
    if (settle(request, booking, zone)) { return booking; }
    auto search = search_for(request, *request.start, request.rooms);
    search.until = date_of(*request.start) + std::chrono::weeks{5};
    search.dates.clear();
    const auto free = find_free_slots(search, booked, zones);
    auto room = free_room(booking.session, booking.conflicts, booked, zones, other_rooms);
    return Clashing{std::move(booking.session), std::move(booking.conflicts),
                    free.empty() ? std::nullopt : std::optional{free.front()}, std::move(room)};
}

std::variant<Booking, Clashing> book(BookingRequest&& request, Timetable& timetable, const TimeZones& zones) {
    const auto& zone = *zones.find(request.draft.time_zone);
    auto booking = place_in_a_room(std::move(request.draft), request, zone,
                                   [&](const Session& planned) { return timetable.conflicts(planned); });
    if (settle(request, booking, zone)) { return booking; }
    return Clashing{std::move(booking.session), std::move(booking.conflicts), {}, {}};
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
