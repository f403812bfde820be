// SPDX-License-Identifier: MIT
// The planned session, laid out: every occurrence that is to be checked, as instants.
#pragma once

#include "conflict_claims.h"

namespace practice::conflict {

struct PlannedOccurrence {
    Instant start;
    Instant end;
    Date slot;
};

/// Occurrences that are alike but for their date: all that stand as the series says, or one that was
/// changed, or the single session.
struct PlannedGroup {
    Claims claims;
    bool usual_room = true;  // not a changed slot's own
    TimeOfDay time{};
    Length length{};
    const Recurrence* rule = nullptr;  // null: one date
    unsigned weekdays = 0;             // as Recurrence::weekdays()
    /// By start; by end too, since the length is one.
    std::vector<PlannedOccurrence> occurrences;
    /// The number of the first occurrence, counted through all groups.
    std::uint32_t first_number = 0;
};

struct Planned {
    const Session* session = nullptr;
    const TimeZone* zone = nullptr;
    std::vector<PlannedGroup> groups;  // none is empty
    /// From the first start to the last end.
    InstantSpan span;
    std::int64_t count = 0;
    /// It goes on behind the horizon; a clash after this moment shows that the clashes do too.
    std::optional<Instant> endless_after;

    /// Whether the slot is among those to be checked. `usual`: it stands as its series says.
    [[nodiscard]] bool has(Date slot, bool usual) const;

    /// Puts all occurrences that have no room of their own into `room`, which must outlive this.
    void use_room(const RoomName& room);
};

/// `session` must outlive the result. Without `scope.only`, starts from `horizon` after the first on are left out.
[[nodiscard]] Planned lay_out(const Session& session, const TimeZone& zone, const ConflictScope& scope,
                              std::chrono::seconds horizon);

}  // namespace practice::conflict
