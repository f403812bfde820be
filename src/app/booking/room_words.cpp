// SPDX-License-Identifier: MIT
#include "app/booking/room_words.h"

#include "practice/refusal.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

Refusal all_archived(const std::string& rooms, const Room& one) {
    return Refusal{RefusalKind::not_found, "all " + rooms + " are archived",
                   "bring one back: practice room unarchive " + text::shell_word(one.name.text)};
}

const Room& virtual_room(const Professional& professional, const Directory& directory) {
    if (professional.room) {
        const auto& usual = directory.with_id(*professional.room);
        if (usual.kind == RoomKind::is_virtual && !usual.archived) { return usual; }
    }
    const Room* archived = nullptr;
    for (const auto& room : directory.rooms()) {
        if (room.kind != RoomKind::is_virtual) { continue; }
        if (!room.archived) { return room; }
        if (archived == nullptr) { archived = &room; }
    }
    if (archived != nullptr) { throw all_archived("virtual rooms", *archived); }
    throw Refusal{RefusalKind::not_found, "there is no virtual room yet",
                  "add one: practice room add Video `kind virtual` `link https://...`"};
}

}  // namespace

std::vector<RoomName> read_rooms(const SessionWords& words, const Professional& professional, const Office& office,
                                 const Directory& directory) {
    if (words.room && words.is_virtual) {
        const auto& room = directory.find_room(*words.room);
        if (room.kind != RoomKind::is_virtual) {
            throw misuse(room.name.text + " is not a virtual room", "give `room` or `virtual`, not both");
        }
        return {name_of(room)};
    }
    if (words.room) { return {name_of(directory.find_room(*words.room))}; }
    if (words.is_virtual) { return {name_of(virtual_room(professional, directory))}; }
    if (professional.room && !directory.with_id(*professional.room).archived) {
        return {name_of(directory.with_id(*professional.room))};
    }
    if (const auto configured = office.configuration.get("room")) {
        return {name_of(directory.find_room(*configured))};
    }
    std::vector<RoomName> rooms;
    for (const auto kind : {RoomKind::in_person, RoomKind::is_virtual}) {
        for (const auto& room : directory.rooms()) {
            if (room.kind == kind && !room.archived) { rooms.push_back(name_of(room)); }
        }
        if (!rooms.empty()) { return rooms; }
    }
    if (!directory.rooms().empty()) { throw all_archived("rooms", directory.rooms().front()); }
    throw Refusal{RefusalKind::not_found, "there is no room yet", "add one: practice room add 'Room 1'"};
}

}  // namespace practice::app
