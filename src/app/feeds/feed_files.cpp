// SPDX-License-Identifier: MIT
#include "app/feeds/feed_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "app/feeds/file_seal.h"
#include "ical/feed_writer.h"
#include "practice/refusal.h"
#include "store/sqlite/sharing.h"
#include "text/fold.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

/// Who may read the files of a folder may enter it: 0700 for files of 0600, 0750 for 0640, 0755 for 0644.
mode_t folder_rights(mode_t of_files) {
    return S_IRWXU | of_files | ((of_files & 0444U) >> 2U);
}

/// Makes a folder and those above it that are not there; the umask does not narrow them. It is made with its rights:
/// to change them would take from it that what is made in it is of its group (setgid, handed on by its parent), where
/// the account is not of that group.
bool make_folders(const fs::path& folder, mode_t rights) {
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) { return true; }
    if (!folder.has_filename()) { return make_folders(folder.parent_path(), rights); }  // "feeds/"
    if (!make_folders(folder.parent_path(), rights)) { return false; }
    const mode_t before = ::umask(0);
    const bool made = ::mkdir(folder.c_str(), rights) == 0;
    ::umask(before);
    return made || fs::is_directory(folder, error);  // another process was faster
}

/// A folder that holds anything else is not for the exporter to open to others.
bool has_only_feeds(const fs::path& folder) {
    std::error_code error;
    bool any = false;
    for (fs::directory_iterator entry{folder, error}; !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        if (entry->path().extension() != ".ics" || !entry->is_regular_file(error)) { return false; }
        any = true;
    }
    return any && !error;
}

/// Adds what is missing. A folder of somebody else stays as it is, and so does one that hands on a group which the
/// account is not of: it would not do so any more.
void let_in(const fs::path& folder, mode_t rights) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0 || (status.st_mode & rights) == rights) { return; }
    const bool keeps_group = (status.st_mode & S_ISGID) == 0 || ::geteuid() == 0 || store::is_in_group(status.st_gid);
    if (!keeps_group) { return; }
    constexpr mode_t all = 07777;
    static_cast<void>(::chmod(folder.c_str(), (status.st_mode & all) | rights));
}

}  // namespace

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
    if (writing.mode == ChangedFile::Mode::only_look) { return; }
    if (std::filesystem::is_directory(folder, error)) {
        if (has_only_feeds(folder)) { let_in(folder, folder_rights(writing.permissions)); }
        return;
    }
    if (!make_folders(folder, folder_rights(writing.permissions))) {
        throw Refusal{RefusalKind::failure, "cannot make the folder '" + text::harmless(folder) + "'",
                      "name a folder with -o"};
    }
}

std::string file_in_folder(const std::string& folder, const Feed& feed) {
    return (std::filesystem::path{folder} / (feed.file_name + ".ics")).string();
}

}  // namespace practice::app
