// SPDX-License-Identifier: MIT
// Feeds as files: each is replaced only when it would say something else.
#pragma once

#include <string>
#include <vector>

#include "app/feeds/changed_file.h"
#include "app/feeds/feeds.h"

namespace practice::app {

/// How to write the files.
struct FeedWriting {
    ChangedFile::Mode mode = ChangedFile::Mode::replace;
    mode_t permissions = 0600;  // of a file that is written anew
};

/// What became of one of them.
struct FeedFile {
    std::string file;
    std::size_t events = 0;
    bool changed = false;
};

[[nodiscard]] FeedFile write_feed_file(const Feed& feed, const std::string& file, const FeedWriting& writing);

/// Makes the folder for the files of several feeds, unless it is only to look.
void make_feed_folder(const std::string& folder, const FeedWriting& writing);
/// The name of one of several feeds in their folder.
[[nodiscard]] std::string file_in_folder(const std::string& folder, const Feed& feed);

}  // namespace practice::app
