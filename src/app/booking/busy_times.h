// SPDX-License-Identifier: MIT
// What is booked already, as far as a decision needs it.
#pragma once

#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "practice/booking.h"

namespace practice::app {

/// Owns what a Booked refers to; not to be moved while one is in use.
struct BusyTimes {
    std::vector<Session> sessions;
    std::vector<Away> away;
    const TimeZone* practice_zone = nullptr;

    [[nodiscard]] Booked booked() const { return {sessions, away, practice_zone}; }
};

/// Everything that shares somebody or a room with what is wanted, from its start (or the present) on.
[[nodiscard]] BusyTimes load_busy_times(Office& office, const Directory& directory, const BookingRequest& request);

/// All in-person rooms in use.
[[nodiscard]] std::vector<RoomName> in_person_rooms(const Directory& directory);

/// The time off of these professionals.
[[nodiscard]] std::vector<Away> away_times(const Directory& directory,
                                           const std::vector<ProfessionalId>& professionals);

}  // namespace practice::app
