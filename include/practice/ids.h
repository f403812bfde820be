// SPDX-License-Identifier: MIT
// Numbers that name things. Each kind has its own type: a room's number cannot be passed for a client's.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "practice/civil_time.h"

namespace practice {

/// The number of a stored thing: from 1 on, and never used again. Or none. Or, while something new is only planned, the
/// place that it has in the plan: it is told apart from all others by that, and behind them once it is stored.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    /// Of what has the nth place of a plan, from 0 on.
    [[nodiscard]] static constexpr Id planned(std::size_t place) { return {-1 - static_cast<std::int64_t>(place)}; }

    [[nodiscard]] constexpr bool none() const { return value == 0; }
    [[nodiscard]] constexpr bool stored() const { return value > 0; }
    [[nodiscard]] constexpr bool is_planned() const { return value < 0; }
    /// REQUIRES: is_planned().
    [[nodiscard]] constexpr std::size_t place() const { return static_cast<std::size_t>(-1 - value); }
    constexpr auto operator<=>(const Id&) const = default;
};

using ProfessionalId = Id<struct ProfessionalTag>;
using ClientId = Id<struct ClientTag>;  // the client's number
using RoomId = Id<struct RoomTag>;
using ServiceId = Id<struct ServiceTag>;
using SessionId = Id<struct SessionTag>;            // of a single session, or of one part of a series
using SessionNumber = Id<struct SessionNumberTag>;  // what people type: all parts of a series have one
using NamedRecurrenceId = Id<struct NamedRecurrenceTag>;
using DeclaredFeedId = Id<struct DeclaredFeedTag>;
using OperationId = Id<struct OperationTag>;

/// "12", or "12@2026-12-08" for one slot of a series.
struct OccurrenceId {
    SessionNumber session;
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
