// SPDX-License-Identifier: MIT
// All feeds that the settings declare, each into its file.
#pragma once

#include <string>
#include <vector>

#include "app/feeds/feed_files.h"
#include "app/office.h"
#include "practice/refusal.h"

namespace practice::app {

struct WrittenFeed {
    /// As the settings call it; of one that is a feed each for somebody there are several files.
    std::string feed;
    FeedFile file;
};

struct WrittenFeeds {
    std::vector<WrittenFeed> files;
    /// Of those that could not be written; they keep no other from being written.
    std::vector<Problem> problems;
    /// Folders that readers were let into, or would be.
    std::vector<std::string> folders;

    [[nodiscard]] bool changed() const;
};

/// Throws Refusal(not_found) when no feed is declared.
[[nodiscard]] WrittenFeeds write_declared_feeds(Office& office, ChangedFile::Mode mode);

}  // namespace practice::app
