// SPDX-License-Identifier: MIT
#include "cli/answer/feed_answer.h"

#include "text/fold.h"
#include "text/json.h"

namespace practice::cli {

std::string told(const app::FeedFile& file, bool only_looked) {
    if (file.only_permissions) {
        return std::string{only_looked ? "Would give" : "Gave"} + " other permissions to " + text::harmless(file.file);
    }
    const auto verb =
        only_looked ? (file.changed ? "Would change" : "Would leave") : (file.changed ? "Wrote" : "Unchanged:");
    return std::string{verb} + ' ' + text::harmless(file.file) + ", " + std::to_string(file.events) +
           (file.events == 1 ? " event" : " events");
}

std::string feed_file_json(const app::FeedFile& file, const std::string& feed) {
    return "{" + (feed.empty() ? std::string{} : "\"feed\":" + text::json_string(feed) + ',') +
           "\"file\":" + text::json_string(file.file) + ",\"events\":" + std::to_string(file.events) +
           ",\"changed\":" + (file.changed ? "true" : "false") + '}';
}

}  // namespace practice::cli
