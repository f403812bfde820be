// SPDX-License-Identifier: MIT
// What became of the files of feeds, for people and for programs.
#pragma once

#include <string>

#include "app/feeds/feed_files.h"

namespace practice::cli {

/// "Wrote lee.ics, 3 events"; when it was only to look, "Would change lee.ics, 3 events".
[[nodiscard]] std::string told(const app::FeedFile& file, bool only_looked);
/// {"file", "events", "changed"}; with a declared feed's name "feed" before them.
[[nodiscard]] std::string feed_file_json(const app::FeedFile& file, const std::string& feed = {});

}  // namespace practice::cli
