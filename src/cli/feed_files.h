// SPDX-License-Identifier: MIT
// Feeds as files: each is replaced only when it would say something else.
#pragma once

#include <string>
#include <vector>

#include "cli/changed_file.h"
#include "cli/feed_export.h"

namespace practice::cli {

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

/// "Wrote lee.ics, 3 events"; when it was only to look, "Would change lee.ics, 3 events".
[[nodiscard]] std::string told(const FeedFile& file, bool only_looked);
/// {"file", "events", "changed"}; with a declared feed's name "feed" before them.
[[nodiscard]] std::string feed_file_json(const FeedFile& file, const std::string& feed = {});

}  // namespace practice::cli
