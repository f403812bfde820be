// SPDX-License-Identifier: MIT
// Which occurrences, and those that there are.
#pragma once

#include <optional>
#include <vector>

#include "app/office.h"
#include "practice/occurrence.h"
#include "store/sessions/session_rows.h"

namespace practice::app {

struct OccurrenceFilter {
    store::SessionFilter sessions;
    /// Occurrences that start in here; either end may be open.
    std::optional<Instant> from;
    std::optional<Instant> to;
    /// Empty: all but cancelled and late-cancelled ones.
    std::vector<Status> statuses;
    bool all_statuses = false;

    [[nodiscard]] bool takes(const Occurrence& occurrence) const;
    /// A booking is taken when one of its occurrences is (with a window), or when it matches at all (without
    /// one). `zone` is the session's.
    [[nodiscard]] bool takes_booking(const Session& session, const TimeZone& zone) const;

private:
    /// The session's status or one of its clients' own; where clients are named, what counts is theirs.
    [[nodiscard]] bool takes_status(const Occurrence& occurrence) const;
};

/// Sessions, and the occurrences of them that the filter takes, by start.
struct Occurrences {
    std::vector<Session> sessions;  // what `list` refers to
    std::vector<Occurrence> list;
};
/// REQUIRES: filter.to is set.
[[nodiscard]] Occurrences load_occurrences(Office& office, const OccurrenceFilter& filter);

/// All that overlap the window, what began before it included: the filter's own window counts no more.
[[nodiscard]] Occurrences load_overlapping(Office& office, OccurrenceFilter filter, InstantSpan window);

}  // namespace practice::app
