// SPDX-License-Identifier: MIT
// What was booked although it clashes: with whom, and over what. A permission is for one pair and one kind of clash,
// so that it does not let anything else through.
#pragma once

#include <array>
#include <string_view>
#include <variant>

#include "practice/civil_time.h"
#include "practice/ids.h"

namespace practice {

enum class ClashKind { professional, client, room };
inline constexpr std::array kClashKinds{ClashKind::professional, ClashKind::client, ClashKind::room};

/// "professional", "client", "room".
[[nodiscard]] std::string_view to_string(ClashKind kind);

/// A stretch of a professional's time off, on the practice's wall clock.
struct AwayStretch {
    ProfessionalId of;
    Span<LocalTime> span;
    bool operator==(const AwayStretch&) const = default;
};

struct AllowedClash {
    /// Another of the session's own dates.
    struct Itself {
        bool operator==(const Itself&) const = default;
    };
    ClashKind kind{};
    std::variant<Itself, SessionId, AwayStretch> with;
    bool operator==(const AllowedClash&) const = default;

    /// Whether the permission is good for `clash`, too: the same, or less of the same time off.
    [[nodiscard]] bool covers(const AllowedClash& clash) const;
    /// The order in which a session has its permissions.
    [[nodiscard]] bool operator<(const AllowedClash& other) const;
};

}  // namespace practice
