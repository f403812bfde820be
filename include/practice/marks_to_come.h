// SPDX-License-Identifier: MIT
// Whether a session says of a time to come what can only be said of what has begun: that somebody came, or did not.
// A late cancellation is none of it: it is made before the time.
#pragma once

#include <optional>

#include "practice/occurrence.h"

namespace practice {

/// A date that begins after `now` and is marked attended or missed, for all or for one of its clients.
struct MarkToCome {
    OccurrenceId id;
    LocalTime start;
    Status status = Status::attended;
    std::optional<ClientId> client;  // of one of several; none: of all
};

/// The first by slot that `before` (null: nothing was booked) did not have so already. `zone` is that of `after`,
/// `zone_before` that of `before`.
[[nodiscard]] std::optional<MarkToCome> mark_to_come(const Session* before, const TimeZone& zone_before,
                                                     const Session& after, const TimeZone& zone, Instant now);

/// Attended or missed.
[[nodiscard]] constexpr bool is_of_the_past(Status status) {
    return status == Status::attended || status == Status::no_show;
}

}  // namespace practice
