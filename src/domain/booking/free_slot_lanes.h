// SPDX-License-Identifier: MIT
// For the search of free slots: when the people and the rooms concerned are busy, week after week, to tell most
// starts taken at a glance.
#pragma once

#include "domain/conflict/conflict_timetable.h"

namespace practice::conflict {

class Lanes {
public:
    /// All four must outlive this.
    Lanes(const Timetable& timetable, const TimeZone& zone, const Claims& planned, std::span<const RoomName> rooms)
        : timetable_{&timetable}, zone_{&zone}, planned_{&planned}, rooms_{rooms} {}

    /// To be called with ascending dates before the questions below, which are about times on that date.
    void move_to(Date date);

    /// Whether the professional or a client has something else in `span`, or is away.
    [[nodiscard]] bool people_are_busy(InstantSpan span) const { return busy(people_, span); }
    /// The same of `rooms[number]`. A room for several is never told taken here.
    [[nodiscard]] bool room_is_busy(std::size_t number, InstantSpan span) const {
        return busy(in_rooms_[number], span);
    }

private:
    using Lane = std::vector<InstantSpan>;  // ascending, apart
    [[nodiscard]] static bool busy(const Lane& lane, InstantSpan span);
    static void join(Lane& lane);
    void load(Date date);

    const Timetable* timetable_;
    const TimeZone* zone_;
    const Claims* planned_;
    std::span<const RoomName> rooms_;
    std::optional<Date> loaded_to_;
    Lane people_;
    std::vector<Lane> in_rooms_;
};

}  // namespace practice::conflict
