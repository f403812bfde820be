// SPDX-License-Identifier: MIT
// What one occurrence takes for itself: a professional, a room that can be full, clients. Two occurrences
// that overlap can only clash over what both claim.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "practice/conflict.h"

namespace practice::conflict {

/// Refers to the session (or time off) it was made from.
struct Claims {
    ProfessionalId professional;
    const std::string* professional_name = nullptr;
    const RoomName* room = nullptr;                    // null: a virtual one, or none
    const std::vector<ClientName>* clients = nullptr;  // null: none
    const std::vector<Attendance>* attendance = nullptr;
};

/// Of a single session, and of all slots that stand as their series says.
[[nodiscard]] Claims claims_of(const Session& session);
[[nodiscard]] Claims claims_of(const Session& session, const SlotChange& change);
[[nodiscard]] Claims claims_of(const Away& away);

/// Whether the slot keeps its series' time and claims: only a status, a note or its lines are its own.
[[nodiscard]] bool stands_as_planned(const SlotChange& change);

/// One thing that two occurrences want at once.
struct Thing {
    ClashKind kind{};
    std::int64_t id = 0;
    const std::string* name = nullptr;
};

/// A client who has cancelled for himself is not there, though the session goes on.
[[nodiscard]] bool is_there(const Claims& claims, ClientId client);

/// Calls `visit(Thing)` for all that both claim. The names are the planned side's.
template <class Visit>
void each_shared(const Claims& planned, const Claims& booked, Visit&& visit) {
    if (planned.room && booked.room && planned.room->id == booked.room->id) {
        visit(Thing{ClashKind::room, planned.room->id.value, &planned.room->name});
    }
    if (planned.professional.stored() && planned.professional == booked.professional) {
        visit(Thing{ClashKind::professional, planned.professional.value, planned.professional_name});
    }
    if (!planned.clients || !booked.clients) { return; }
    for (const auto& client : *planned.clients) {
        const auto same = [&](const ClientName& other) { return other.id == client.id; };
        if (std::any_of(booked.clients->begin(), booked.clients->end(), same) && is_there(planned, client.id) &&
            is_there(booked, client.id)) {
            visit(Thing{ClashKind::client, client.id.value, &client.name});
        }
    }
}

[[nodiscard]] bool share_anything(const Claims& planned, const Claims& booked);

/// All that one question is about; whatever claims none of it is left out of the timetable.
class Concern {
public:
    void add(const Claims& claims);
    void add(const RoomName& room);
    [[nodiscard]] bool touches(const Claims& claims) const;

private:
    std::vector<ProfessionalId> professionals_;
    std::vector<RoomId> rooms_;
    std::vector<ClientId> clients_;  // ascending
};

}  // namespace practice::conflict
