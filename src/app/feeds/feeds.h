// SPDX-License-Identifier: MIT
// Feeds from the database to where they belong: which ones, read in one go, then written without holding the
// database.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "practice/feeds/declared_feed.h"
#include "practice/feeds/feed.h"

namespace practice::app {

struct Feed {
    /// Without folder and ".ics"; empty for the only one.
    std::string file_name;
    std::string calendar_name;
    FeedRequest request;
    std::vector<FeedEvent> events;
    /// All that its content depends on, in short: equal only when the content is. See note_unchanged().
    std::string made_of;
    /// Set when its file is known to be what it would become: how many events it has. It is not read then.
    std::optional<std::size_t> unchanged_events;
};

/// `text` as a file name that is safe in every folder and no hidden one; `fallback` where nothing is left of
/// it. REQUIRES: `fallback` is safe.
[[nodiscard]] std::string safe_file_name(std::string_view text, std::string_view fallback);

/// One feed for each current professional (or room) that `all` asks for.
[[nodiscard]] std::vector<Feed> feeds_per_professional(const Feed& all, const Directory& directory);
[[nodiscard]] std::vector<Feed> feeds_per_room(const Feed& all, const Directory& directory);

/// The instants from `since` to the end of `until`, dates in words; empty ones are 60 days back and 400 days
/// ahead. Throws Refusal(misuse) for what is no date, and for a window that is empty.
[[nodiscard]] InstantSpan feed_window(const Office& office, std::string_view since, std::string_view until);

/// What a declared feed asks for, as it is to be read now.
[[nodiscard]] Feed declared_feed(const Office& office, const DeclaredFeed& feed);
/// Its file, or folder: relative ones are counted from the folder of the database.
[[nodiscard]] std::string feed_path(const Office& office, const DeclaredFeed& feed);

/// Finds the feeds whose files were made of what the database holds today, and not touched since. `file_of` gives a
/// feed's file. REQUIRES: the same read transaction as read_feeds().
void note_unchanged(Office& office, std::vector<Feed>& feeds, const std::function<std::string(const Feed&)>& file_of);

/// Fills in the events of all feeds but those that are known to be unchanged. REQUIRES: a read transaction, so that
/// they show one moment.
void read_feeds(store::Database& database, std::vector<Feed>& feeds, FeedParts& parts);

}  // namespace practice::app
