// SPDX-License-Identifier: MIT
// The decision to book: a pure function from what is wanted and what is booked already to the session that
// may be stored, or to the reasons why not.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "practice/clash_policy.h"
#include "practice/conflict.h"
#include "practice/free_slot.h"
#include "practice/session.h"
#include "practice/skipping.h"
#include "practice/timetable.h"

namespace practice {

struct BookingRequest {
    /// All but start and room, which are decided here unless `start` is set.
    Session draft;
    /// Nullopt: the first free slot.
    std::optional<LocalTime> start;
    /// For the first free slot: only this date, or only this time of day, when set.
    std::optional<Date> only_date;
    std::optional<TimeOfDay> only_time;
    /// The rooms it may be in, in order of preference; at least one.
    std::vector<RoomName> rooms;
    /// The professional's; must outlive the request.
    const WorkingHours* hours = nullptr;
    Length grid{15};
    /// No first free slot before this, on the draft's wall clock.
    LocalTime now;
    ClashPolicy policy = {};
    /// `start` was asked for by name: its date does not give way to time off. That it clashes is never a reason to
    /// leave it out, in either case.
    bool start_named = false;
    /// Further dates of a series that were asked for by themselves: they do not give way to time off.
    std::vector<Date> named = {};
    /// Of a series: as many dates as are to take place, whatever is left out. The draft's rule has no end then.
    std::optional<int> held;
};

struct Booking {
    Session session;
    /// Start and room were chosen here.
    bool first_free = false;
    /// The time asked for, when daylight saving skips it: the session is where the clock then stands.
    std::optional<LocalTime> skipped;
    /// Slots left out because they clash (ClashPolicy::skips).
    std::vector<Date> left_out;
    /// What it clashes with: booked anyway (ClashPolicy::allows), or left out.
    Conflicts conflicts;
};

/// Nothing may be booked: what clashes, in the room preferred first, and where it would fit.
struct Clashing {
    Session wanted;
    Conflicts conflicts;
    /// Of a series: why its dates cannot be left out; nullopt when skipping would do.
    std::optional<NoSkip> no_skip;
    /// The nearest later time at which the whole would be free; nullopt when none was found.
    std::optional<FreeSlot> free;
    /// Another room that is free for the whole at the time wanted.
    std::optional<RoomName> free_room;
};
/// No first free slot up to (not including) `looked_until`.
struct NothingFree {
    Date looked_until;
};

/// How far ahead a first free slot is looked for.
inline constexpr std::chrono::weeks kFreeSlotHorizon{26};

/// `other_rooms`: in-person rooms to propose when only the room clashes. Throws Refusal(misuse) when the rule has
/// no `held` dates.
[[nodiscard]] std::variant<Booking, Clashing, NothingFree> book(const BookingRequest& request, const Booked& booked,
                                                                const TimeZones& zones,
                                                                std::span<const RoomName> other_rooms = {});

/// The same at the time given, for many in a row: against a timetable, and without proposals when it clashes. What
/// is told of clashes refers to the timetable. Takes the request's draft. REQUIRES: request.start.
[[nodiscard]] std::variant<Booking, Clashing> book(BookingRequest&& request, Timetable& timetable,
                                                   const TimeZones& zones);

/// The price of one unit when none was given: the clients' agreed fee, else the professional's, else the
/// service's. Nullopt when the clients have agreed to different fees.
[[nodiscard]] std::optional<Money> usual_price(const Service& service, const Professional& professional,
                                               std::span<const std::map<std::string, Money>* const> client_fees);

}  // namespace practice
