// SPDX-License-Identifier: MIT
// Which occurrences: the window and the filters that listings, calendars, exports and bulk changes share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/directory.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/occurrence.h"
#include "store/sessions/session_rows.h"

namespace practice::cli {

/// --from, --to, --days, --week, --month.
[[nodiscard]] std::vector<OptionSpec> window_options();
/// --professional, --client, --room, --service, --status.
[[nodiscard]] std::vector<OptionSpec> filter_options();

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

/// The filters without a window: for verbs whose days come from elsewhere.
[[nodiscard]] OccurrenceFilter read_filters(const Arguments& arguments, const Directory& directory);

/// `default_days`: how many days from today on are meant when no window is given; nullopt: all of time.
[[nodiscard]] OccurrenceFilter read_filter(const Arguments& arguments, const Context& context,
                                           const Directory& directory, std::optional<int> default_days);

/// Sessions, and the occurrences of them that the filter takes, by start.
struct Occurrences {
    std::vector<Session> sessions;  // what `list` refers to
    std::vector<Occurrence> list;
};
/// REQUIRES: filter.to is set.
[[nodiscard]] Occurrences load_occurrences(Context& context, const OccurrenceFilter& filter);

}  // namespace practice::cli
