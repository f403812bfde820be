// SPDX-License-Identifier: MIT
// The flags that say which occurrences: the window and the filters that listings, calendars, exports and bulk changes
// share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/directory.h"
#include "app/query/occurrence_filter.h"
#include "cli/context.h"
#include "cli/line/arguments.h"

namespace practice::cli {

/// --from, --to, --days, --week, --month.
[[nodiscard]] std::vector<OptionSpec> window_options();
/// --professional, --client, --room, --service, --status.
[[nodiscard]] std::vector<OptionSpec> filter_options();

/// The filters without a window: for verbs whose days come from elsewhere.
[[nodiscard]] OccurrenceFilter read_filters(const Arguments& arguments, const Directory& directory);

/// `default_days`: how many days from today on are meant when no window is given; nullopt: all of time.
[[nodiscard]] OccurrenceFilter read_filter(const Arguments& arguments, const Context& context,
                                           const Directory& directory, std::optional<int> default_days);

}  // namespace practice::cli
