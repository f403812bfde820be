// SPDX-License-Identifier: MIT
// What could be in the way. One question for all who ask it: booking, changing, undoing, transferring, importing, and
// what tells whether things stand.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "practice/booking.h"
#include "practice/rescheduling.h"
#include "store/sessions/session_rows.h"

namespace practice::app {

/// How much more is read than is asked about, on both sides. The store finds sessions by instants that it has
/// calculated when they were booked; the check calculates them again, and by newer time-zone data they can lie up to a
/// day away (a country that goes over the date line).
inline constexpr std::chrono::days kBusySlack{1};

/// Whose time is asked about, which rooms', and when.
class BusyQuery {
public:
    explicit BusyQuery(const OpenSpan& span);
    /// From then on.
    explicit BusyQuery(Instant from) : BusyQuery{OpenSpan{from, std::nullopt}} {}
    /// What could meet `planned` on the dates of `scope`: everybody and every room that it has, on dates of their own
    /// too.
    BusyQuery(const Session& planned, const ConflictScope& scope, const TimeZones& zones);

    // Each once. Who or what is not stored is nobody's; a virtual room is never full.
    void add(ProfessionalId id);
    void add(ClientId id);
    void add(const RoomName& room);
    void add(const Session& session);
    /// All that `other` asks about as well.
    void add(const BusyQuery& other);

    [[nodiscard]] const store::BusyFilter& filter() const { return filter_; }

private:
    store::BusyFilter filter_;
};

/// Owns what a Booked refers to; not to be moved while one is in use.
struct BusyTimes {
    std::vector<Session> sessions;
    std::vector<Away> away;
    const TimeZone* practice_zone = nullptr;

    [[nodiscard]] Booked booked() const { return {sessions, away, practice_zone}; }
};

/// The sessions that could be in the way.
[[nodiscard]] std::vector<Session> busy_sessions(store::Database& database, const BusyQuery& query);
/// The same, and the time off of the professionals who are asked about.
[[nodiscard]] BusyTimes busy_times(Office& office, const Directory& directory, const BusyQuery& query);

/// The same for a booking: from its start (or the present) on, and the rooms that could be taken or proposed instead.
[[nodiscard]] BusyTimes busy_times(Office& office, const Directory& directory, const BookingRequest& request);

/// All in-person rooms in use.
[[nodiscard]] std::vector<RoomName> in_person_rooms(const Directory& directory);

/// The time off of these professionals.
[[nodiscard]] std::vector<Away> away_times(const Directory& directory,
                                           const std::vector<ProfessionalId>& professionals);

}  // namespace practice::app
