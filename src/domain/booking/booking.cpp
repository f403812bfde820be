// SPDX-License-Identifier: MIT
#include "practice/booking.h"

#include <algorithm>
#include <array>

#include "practice/keyword.h"
#include "practice/refusal.h"
#include "practice/rescheduling.h"
#include "practice/time_off.h"

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

void require_a_date(const Session& session) {
    if (session.is_series() && !session.recurrence->first()) {
        throw misuse("the dates left out are all there are", "leave out fewer");
    }
}

/// Puts the session where it was asked for. A single one at a time that daylight saving skips is stored where it
/// really is; a series keeps its time of day.
void place(Session& session, const BookingRequest& request, const RoomName& room, const TimeZone& zone) {
    place_at(session, *request.start, room);
    require_end_in_calendar(session);
    require_a_date(session);
    if (session.is_series()) { return; }
    const auto lookup = zone.lookup(session.start);
    if (lookup.kind == TimeZone::Kind::skipped) { session.start = zone.to_local(lookup.instant); }
}

/// `draft`, which is that of the request, in the first of the rooms that does not clash; in the first of all when
/// every one does. `check` lets a session give way to time off and gives its conflicts.
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

/// The date that may not be left out because it clashes: that of the time asked for, in a file as well.
std::optional<Date> date_of_start(const BookingRequest& request) {
    return request.start ? std::optional{date_of(*request.start)} : std::nullopt;
}

/// The date that does not give way to time off.
std::optional<Date> named_date(const BookingRequest& request) {
    return request.start_named && request.start ? std::optional{date_of(*request.start)} : std::nullopt;
}

/// The dates that were asked for take place or clash; all others give way to time off.
void give_way(Session& planned, const BookingRequest& request, const Booked& booked, const TimeZones& zones) {
    YieldScope scope;
    scope.named = request.named;
    if (const auto start = named_date(request)) { scope.named.push_back(*start); }
    scope.to_more = !request.policy.allows_time_off();
    static_cast<void>(yield_to_time_off(planned, booked, zones, scope));  // else the conflicts tell what is in the way
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

/// Does what the caller wants done about the conflicts. False: nothing may be booked. `check` gives the conflicts of a
/// session.
template <class Check>
bool settle(const BookingRequest& request, Booking& booking, const TimeZone& zone, Check&& check) {
    if (zone.lookup(*request.start).kind == TimeZone::Kind::skipped) { booking.skipped = request.start; }
    if (booking.conflicts.none()) { return true; }
    if (allow_clashes(booking.session, booking.conflicts, request.policy)) {
        if (request.policy.allows_all()) { return true; }
        booking.conflicts = check(booking.session);
        if (booking.conflicts.none()) {
            booking.conflicts = booking.conflicts.with_allowed();
            return true;
        }
    }
    if (!request.policy.skips() || why_no_skip(booking.session, booking.conflicts, date_of_start(request))) {
        return false;
    }
    booking.left_out = booking.conflicts.slots;
    booking.session = leaving_out(std::move(booking.session), booking.left_out);
    booking.conflicts = booking.conflicts.with_allowed();
    return true;
}

Clashing clashing(const BookingRequest& request, Booking&& booking) {
    const auto no_skip = why_no_skip(booking.session, booking.conflicts, date_of_start(request));
    return {std::move(booking.session), std::move(booking.conflicts), no_skip, {}, {}};
}

using Outcome = std::variant<Booking, Clashing, NothingFree>;

Outcome book_as_given(const BookingRequest& request, const Booked& booked, const TimeZones& zones,
                      std::span<const RoomName> other_rooms) {
    if (!request.start) {
        const auto search = search_for(request, request.now, request.rooms);
        const auto found = find_free_slots(search, booked, zones);
        if (found.empty()) { return NothingFree{search.until}; }
        Booking booking{placed_at(request.draft, found.front().start, found.front().room), true, {}, {}, {}};
        static_cast<void>(yield_to_time_off(booking.session, booked, zones));
        require_a_date(booking.session);
        return booking;
    }
    const auto& zone = *zones.find(request.draft.time_zone);
    const auto check = [&](Session& planned) {
        give_way(planned, request, booked, zones);
        return find_conflicts(planned, booked, zones);
    };
    auto booking = place_in_a_room(request.draft, request, zone, check);
    if (settle(request, booking, zone, check)) { return booking; }
    auto search = search_for(request, *request.start, request.rooms);
    search.until = date_of(*request.start) + std::chrono::weeks{5};
    search.dates.clear();
    const auto free = find_free_slots(search, booked, zones);
    auto result = clashing(request, std::move(booking));
    if (!free.empty()) { result.free = free.front(); }
    result.free_room = free_room(result.wanted, result.conflicts, booked, zones, other_rooms);
    return result;
}

std::variant<Booking, Clashing> book_as_given(BookingRequest&& request, Timetable& timetable, const TimeZones& zones) {
    const auto& zone = *zones.find(request.draft.time_zone);
    const auto check = [&](Session& planned) {
        give_way(planned, request, {{}, timetable.away(), timetable.practice_zone()}, zones);
        return timetable.conflicts(planned);
    };
    auto booking = place_in_a_room(std::move(request.draft), request, zone, check);
    if (settle(request, booking, zone, check)) { return booking; }
    return clashing(request, std::move(booking));
}

/// What is left out is known only once it is booked: asked again, with as many dates more. REQUIRES: `request.held`.
template <class Ask>
auto book_held(const BookingRequest& request, Ask&& ask) {
    for (int times = *request.held; times <= kLargestCount;) {
        auto wanted = request;
        auto rule = request.draft.recurrence->rule();
        rule.count = times;
        const auto& given = *request.draft.recurrence;
        wanted.draft.recurrence = Recurrence{given.anchor(), std::move(rule), given.excluded(), given.added()};
        auto outcome = ask(std::move(wanted));
        const auto* booking = std::get_if<Booking>(&outcome);
        const auto missing = booking != nullptr ? *request.held - dates_held(booking->session) : 0;
        if (missing <= 0) { return outcome; }
        times += static_cast<int>(missing);
    }
    throw misuse("there are no " + std::to_string(*request.held) + " dates that could take place",
                 "give fewer with `held`, or an end with `ends`");
}

}  // namespace

Outcome book(const BookingRequest& request, const Booked& booked, const TimeZones& zones,
             std::span<const RoomName> other_rooms) {
    if (!request.held) { return book_as_given(request, booked, zones, other_rooms); }
    return book_held(request,
                     [&](const BookingRequest& wanted) { return book_as_given(wanted, booked, zones, other_rooms); });
}

std::variant<Booking, Clashing> book(BookingRequest&& request, Timetable& timetable, const TimeZones& zones) {
    if (!request.held) { return book_as_given(std::move(request), timetable, zones); }
    return book_held(request,
                     [&](BookingRequest&& wanted) { return book_as_given(std::move(wanted), timetable, zones); });
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
