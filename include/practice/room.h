// SPDX-License-Identifier: MIT
// Where sessions are held.
#pragma once

#include <string>
#include <string_view>

#include "practice/ids.h"
#include "practice/person_name.h"

namespace practice {

enum class RoomKind { in_person, is_virtual };

/// "in-person", "virtual".
[[nodiscard]] constexpr std::string_view to_string(RoomKind kind) {
    return kind == RoomKind::in_person ? "in-person" : "virtual";
}

struct Room {
    RoomId id;
    SearchName name;  // unique without case
    RoomKind kind = RoomKind::in_person;
    /// How many sessions an in-person room holds at once, 1 .. 1000. A virtual one holds any number.
    int capacity = 1;
    std::string address;  // in-person
    std::string link;     // virtual; http or https
    bool archived = false;
    bool operator==(const Room&) const = default;
};

}  // namespace practice
