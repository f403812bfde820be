// SPDX-License-Identifier: MIT
#include "cli/feed_files.h"

#include <filesystem>

#include "cli/file_seal.h"
#include "ical/feed_writer.h"
#include "practice/refusal.h"
#include "text/fold.h"
#include "text/json.h"

namespace practice::cli {

FeedFile write_feed_file(const Feed& feed, const std::string& file, const FeedWriting& writing) {
    if (feed.unchanged_events) { return {file, *feed.unchanged_events, false}; }
    ChangedFile target{file, writing.mode, writing.permissions};
    ical::write_feed([&](std::string_view piece) { target.write(piece); }, feed.calendar_name, feed.events);
    const bool changed = target.finish();
    if (writing.mode == ChangedFile::Mode::replace && !feed.made_of.empty()) {
        seal_file(file, feed.made_of, feed.events.size());
    }
    return {file, feed.events.size(), changed};
}

void make_feed_folder(const std::string& folder, const FeedWriting& writing) {
    std::error_code error;
    if (writing.mode == ChangedFile::Mode::only_look || std::filesystem::is_directory(folder, error)) { return; }
    if (!std::filesystem::create_directories(folder, error)) {
        throw Refusal{RefusalKind::failure, "cannot make the folder '" + text::harmless(folder) + "'",
                      "name a folder with -o"};
    }
}

std::string file_in_folder(const std::string& folder, const Feed& feed) {
    return (std::filesystem::path{folder} / (feed.file_name + ".ics")).string();
}

std::string told(const FeedFile& file, bool only_looked) {
    const auto verb =
        only_looked ? (file.changed ? "Would change" : "Would leave") : (file.changed ? "Wrote" : "Unchanged:");
    return std::string{verb} + ' ' + text::harmless(file.file) + ", " + std::to_string(file.events) +
           (file.events == 1 ? " event" : " events");
}

std::string feed_file_json(const FeedFile& file, const std::string& feed) {
    return "{" + (feed.empty() ? std::string{} : "\"feed\":" + text::json_string(feed) + ',') +
           "\"file\":" + text::json_string(file.file) + ",\"events\":" + std::to_string(file.events) +
           ",\"changed\":" + (file.changed ? "true" : "false") + '}';
}

}  // namespace practice::cli
