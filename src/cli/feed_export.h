// SPDX-License-Identifier: MIT
// Feeds from the database to where they belong: which ones, read in one go, then written without holding the
// database.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/session_filter.h"
#include "practice/feed.h"

namespace practice::cli {

struct Feed {
    /// Without folder and ".ics"; empty for the only one.
    std::string file_name;
    std::string calendar_name;
    FeedRequest request;
    std::vector<FeedEvent> events;
};

/// `text` as a file name that is safe in every folder and no hidden one; `fallback` where nothing is left of
/// it. REQUIRES: `fallback` is safe.
[[nodiscard]] std::string safe_file_name(std::string_view text, std::string_view fallback);

/// One feed for each current professional (or room) that `all` asks for.
[[nodiscard]] std::vector<Feed> feeds_per_professional(const Feed& all, const Directory& directory);
[[nodiscard]] std::vector<Feed> feeds_per_room(const Feed& all, const Directory& directory);

/// Fills in the events of all feeds. REQUIRES: a read transaction, so that they show one moment.
void read_feeds(store::Database& database, std::vector<Feed>& feeds, FeedZones& zones);

}  // namespace practice::cli
