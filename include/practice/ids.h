// SPDX-License-Identifier: MIT
// Numbers that name things. Each kind has its own type: a room's number cannot be passed for a client's.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "practice/civil_time.h"

namespace practice {

template <class Tag>
struct Id {
    std::int64_t value = 0;  // 0: not stored yet; stored ones begin at 1 and are never used again
    [[nodiscard]] constexpr bool stored() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

using ProfessionalId = Id<struct ProfessionalTag>;
using ClientId = Id<struct ClientTag>;  // the client's number
using RoomId = Id<struct RoomTag>;
using ServiceId = Id<struct ServiceTag>;
using SessionId = Id<struct SessionTag>;
using NamedRecurrenceId = Id<struct NamedRecurrenceTag>;
using DeclaredFeedId = Id<struct DeclaredFeedTag>;
using OperationId = Id<struct OperationTag>;

/// "12", or "12@2026-12-08" for one slot of a series.
struct OccurrenceId {
    SessionId session;
    std::optional<Date> slot;
    bool operator==(const OccurrenceId&) const = default;
};

[[nodiscard]] std::string to_string(OccurrenceId id);
/// Nullopt for anything but the two forms above.
[[nodiscard]] std::optional<OccurrenceId> parse_occurrence_id(std::string_view text);

}  // namespace practice

template <class Tag>
struct std::hash<practice::Id<Tag>> {
    std::size_t operator()(practice::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
