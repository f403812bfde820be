// SPDX-License-Identifier: MIT
// The first free slot: from a moment on, inside the professional's working hours, on the practice's grid,
// at which a whole session or series is free for all concerned.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "practice/conflict.h"
#include "practice/room.h"
#include "practice/working_hours.h"

namespace practice {

struct FreeSlotSearch {
    /// The session to place: everything but start and room is taken from it. For a series its rule,
    /// excluded dates and end; a start is offered only on a date that the rule has.
    const Session* planned = nullptr;
    /// The rooms it may be in, in order of preference; the first that is free is taken. At least one.
    std::span<const RoomName> rooms;
    /// On the practice's clock (Booked::practice_zone); all other times here are on the planned session's.
    const WorkingHours* hours = nullptr;
    /// No start before this.
    LocalTime from;
    Length grid{15};
    /// Dates from `from`'s date up to and without this one are looked at.
    Date until;
    /// Only these, when not empty (a weekday given without a time, say).
    std::vector<Date> dates;
    /// Only this time of day, when set; working hours are then not asked.
    std::optional<TimeOfDay> time;
};

struct FreeSlot {
    LocalTime start;
    RoomName room;
};

/// Up to `most` free slots, by start, each with the first room that is free. Empty when there is none.
[[nodiscard]] std::vector<FreeSlot> find_free_slots(const FreeSlotSearch& search, const Booked& booked,
                                                    const TimeZones& zones, std::size_t most = 1);

/// `planned` moved to start at `start` in `room`: the recurrence is anchored at the new date. All else stays,
/// changes of single slots too; those whose slot the new anchor does not have count for nothing.
[[nodiscard]] Session placed_at(Session planned, LocalTime start, const RoomName& room);
/// The same, in place.
void place_at(Session& planned, LocalTime start, const RoomName& room);

}  // namespace practice
