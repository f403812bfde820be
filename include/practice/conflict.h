// SPDX-License-Identifier: MIT
// Conflicts: two occurrences that overlap and share a professional, a client, or an in-person room that is
// full. Exact: a series that never ends is checked for every one of its occurrences in the next 100
// years, not for a sample. Cancelled occurrences free their slot, and a client who cancelled for himself is free
// although the session goes on; virtual rooms never conflict.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "practice/allowed_clash.h"
#include "practice/occurrence.h"
#include "practice/professional.h"
#include "practice/session.h"

namespace practice {

inline constexpr std::chrono::years kConflictHorizon{100};

/// One thing that the planned session shares with something booked (or with time off) at the same time.
struct Clash {
    ClashKind kind{};
    /// The professional's, client's or room's name.
    std::string what;
    /// The booked session; null for time off, and for the planned session itself.
    const Session* with = nullptr;
    /// Another occurrence of the planned session itself.
    std::optional<OccurrenceId> itself;
    /// Of time off; empty otherwise.
    std::string reason;

    /// The same as a permission says it.
    AllowedClash pair;

    [[nodiscard]] bool with_time_off() const { return with == nullptr && !itself; }

    /// The first of the planned occurrences that clashes so, and the occurrence it clashes with (for time
    /// off: the span away).
    std::optional<Date> slot;
    Span<LocalTime> planned;  // on the planned session's wall clock
    std::optional<Date> with_slot;
    InstantSpan with_span;
    Span<LocalTime> with_local;  // the same, on the planned session's wall clock
    /// How many of the planned occurrences clash so, within the horizon.
    std::int64_t count = 0;
};

struct Conflicts {
    /// By first date, then kind (room, professional, client), then the booked session's id.
    std::vector<Clash> clashes;
    /// Those that the planned session or the other one was allowed before (Session::allowed), in the same order: they
    /// are in nobody's way, and count for nothing below.
    std::vector<Clash> allowed;
    /// The planned slots of these, ascending.
    std::vector<Date> allowed_slots;
    /// The planned slots that clash with anything, ascending, all of them within the horizon. For a single
    /// session its date.
    std::vector<Date> slots;
    /// The planned occurrences that were looked at.
    std::int64_t checked = 0;
    /// Both sides go on for ever, so the clashes do too: there are some in the second half of the horizon.
    bool endless = false;

    [[nodiscard]] bool none() const { return clashes.empty(); }
    /// All of them, to be told: the clashes that were allowed first, and the slots of both.
    [[nodiscard]] Conflicts with_allowed() const;
};

/// Who is away when; times of the practice's zone.
struct Away {
    ProfessionalId professional;
    std::string name;
    Span<LocalTime> span;
    std::string reason;
};

/// What is booked already. All of it must outlive the result of find_conflicts.
struct Booked {
    std::span<const Session> sessions;
    std::span<const Away> away;
    /// The zone of `away`.
    const TimeZone* practice_zone = nullptr;
    /// Further sessions, wherever they are.
    std::span<const Session* const> more = {};
};

/// The conflicts of `planned` with everything in `booked` (what has the same stored id is skipped there), and with
/// itself. Its own changes to slots count as planned; cancelled slots do not. With `only`, just those slots are
/// looked at (the ones that an edit changes); a series otherwise has all of them checked from its first
/// on for kConflictHorizon. Occurrences of the planned session that start before `not_before`, and slots in `but`,
/// are not looked at. Throws Refusal(misuse) for a zone that `zones` does not have.
///
/// Two occurrences of the planned session that overlap are one clash, told of the one that gives way: one that is
/// looked at gives way to one that is not, a slot that stands as its series says to one with its own time or people,
/// a later slot to an earlier one.
struct ConflictScope {
    std::optional<std::vector<Date>> only;  // ascending; the horizon does not cut them
    std::optional<Instant> not_before;
    std::vector<Date> but;  // ascending
    bool operator==(const ConflictScope&) const = default;
};
[[nodiscard]] Conflicts find_conflicts(const Session& planned, const Booked& booked, const TimeZones& zones,
                                       const ConflictScope& scope = {});

/// The span in which anything that `planned` could clash with must lie: from its first start to its last
/// end, or open when it never ends.
struct OpenSpan {
    Instant from;
    std::optional<Instant> to;
};
[[nodiscard]] OpenSpan reach(const Session& planned, const TimeZones& zones);

}  // namespace practice
