// SPDX-License-Identifier: MIT
#include "app/booking/busy_times.h"

#include <algorithm>

#include "store/sessions/session_rows.h"

namespace practice::app {

std::vector<RoomName> in_person_rooms(const Directory& directory) {
    std::vector<RoomName> rooms;
    for (const auto& room : directory.rooms()) {
        if (room.kind == RoomKind::in_person && !room.archived) { rooms.push_back(name_of(room)); }
    }
    return rooms;
}

std::vector<Away> away_times(const Directory& directory, const std::vector<ProfessionalId>& professionals) {
    std::vector<Away> away;
    for (const auto id : professionals) {
        const auto& professional = directory.with_id(id);
        for (const auto& off : professional.time_off) {
            away.push_back({id, professional.name.text, off.span, off.reason});
        }
    }
    return away;
}

BusyTimes load_busy_times(Office& office, const Directory& directory, const BookingRequest& request) {
    store::BusyFilter filter;
    const auto& zone = office.zone(request.draft.time_zone);
    filter.from = request.start ? zone.to_instant(*request.start) : office.now;
    // One day of slack on both sides: lengths and offsets.
    filter.from -= std::chrono::days{1};
    const bool looks_ahead = request.draft.is_series() || !request.start;
    if (!looks_ahead) { filter.to = zone.to_instant(*request.start) + std::chrono::weeks{6}; }
    filter.professionals = {request.draft.professional.id};
    for (const auto& client : request.draft.clients) { filter.clients.push_back(client.id); }
    // All rooms that could be taken or proposed instead.
    auto rooms = request.rooms;
    if (request.start) {
        const auto others = in_person_rooms(directory);
        rooms.insert(rooms.end(), others.begin(), others.end());
    }
    for (const auto& room : rooms) {
        if (room.kind == RoomKind::in_person && std::ranges::find(filter.rooms, room.id) == filter.rooms.end()) {
            filter.rooms.push_back(room.id);
        }
    }
    BusyTimes busy;
    busy.sessions = store::load_busy(*office.database, filter);
    busy.away = away_times(directory, filter.professionals);
    busy.practice_zone = &office.zone();
    return busy;
}

}  // namespace practice::app
