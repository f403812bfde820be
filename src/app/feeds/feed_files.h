// SPDX-License-Identifier: MIT
// Feeds as files: each is replaced only when it would say something else.
#pragma once

#include <string>
#include <vector>

#include "app/feeds/changed_file.h"
#include "app/feeds/feeds.h"
#include "practice/refusal.h"

namespace practice::app {

/// How to write the files.
struct FeedWriting {
    ChangedFile::Mode mode = ChangedFile::Mode::replace;
    mode_t permissions = 0600;  // of a file that is written anew
    /// Whether a file that says what it should gets these permissions, too.
    bool mends_permissions = false;
    /// What stands for the practice (see practice_mark()): files that are another's are not replaced. Empty: no matter.
    std::string practice;
};

/// Tells practices apart, and says nothing else of this one; empty before it has an identity.
[[nodiscard]] std::string practice_mark(store::Database& database);

/// What became of one of them.
struct FeedFile {
    std::string file;
    std::size_t events = 0;
    bool changed = false;
    /// It said what it should, and only its permissions were others.
    bool only_permissions = false;
};

/// The file is there, and is another practice's.
class FileOfAnotherPractice : public Refusal {
public:
    explicit FileOfAnotherPractice(const std::string& file);
};

/// Throws FileOfAnotherPractice, and CannotWrite.
[[nodiscard]] FeedFile write_feed_file(const Feed& feed, const std::string& file, const FeedWriting& writing);

/// Makes the folder for the files of several feeds, unless it is only to look. Whether readers were kept out of one
/// that is there, and are let in (or would be).
bool make_feed_folder(const std::string& folder, const FeedWriting& writing);
/// The name of one of several feeds in their folder.
[[nodiscard]] std::string file_in_folder(const std::string& folder, const Feed& feed);

}  // namespace practice::app
