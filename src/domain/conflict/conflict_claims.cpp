// SPDX-License-Identifier: MIT
#include "conflict_claims.h"

namespace practice::conflict {
namespace {

const RoomName* that_can_be_full(const RoomName& room) {
    return room.kind == RoomKind::in_person ? &room : nullptr;
}

template <class Value>
bool has(const std::vector<Value>& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Claims claims_of(const Session& session) {
    return {session.professional.id, &session.professional.name, that_can_be_full(session.room), &session.clients,
            session.is_series() ? nullptr : &session.attendance};
}

Claims claims_of(const Session& session, const SlotChange& change) {
    const auto& professional = change.professional ? *change.professional : session.professional;
    return {professional.id, &professional.name, that_can_be_full(change.room ? *change.room : session.room),
            change.clients ? &*change.clients : &session.clients, &change.attendance};
}

Claims claims_of(const Away& away) {
    return {away.professional, &away.name, nullptr, nullptr, nullptr};
}

bool stands_as_planned(const SlotChange& change) {
    return takes_time(change.status) && !change.start && !change.length && !change.professional && !change.room &&
           !change.clients && change.attendance.empty();
}

bool is_there(const Claims& claims, ClientId client) {
    if (!claims.attendance) { return true; }
    return std::none_of(claims.attendance->begin(), claims.attendance->end(),
                        [&](const Attendance& own) { return own.client == client && !takes_time(own.status); });
}

bool share_anything(const Claims& planned, const Claims& booked) {
    bool any = false;
    each_shared(planned, booked, [&](const Thing&) { any = true; });
    return any;
}

void Concern::add(const Claims& claims) {
    if (!has(professionals_, claims.professional)) { professionals_.push_back(claims.professional); }
    if (claims.room) { add(*claims.room); }
    if (!claims.clients) { return; }
    for (const auto& client : *claims.clients) {
        const auto at = std::lower_bound(clients_.begin(), clients_.end(), client.id);
        if (at == clients_.end() || *at != client.id) { clients_.insert(at, client.id); }
    }
}

void Concern::add(const RoomName& room) {
    if (that_can_be_full(room) && !has(rooms_, room.id)) { rooms_.push_back(room.id); }
}

bool Concern::touches(const Claims& claims) const {
    if (has(professionals_, claims.professional)) { return true; }
    if (claims.room && has(rooms_, claims.room->id)) { return true; }
    return claims.clients && std::any_of(claims.clients->begin(), claims.clients->end(), [&](const ClientName& client) {
               return std::binary_search(clients_.begin(), clients_.end(), client.id);
           });
}

}  // namespace practice::conflict
