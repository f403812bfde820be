// SPDX-License-Identifier: MIT
#include "app/feeds/feed_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "app/cannot_write.h"
#include "app/feeds/file_seal.h"
#include "ical/feed_writer.h"
#include "practice/refusal.h"
#include "store/journal/keyed_digest.h"
#include "store/sqlite/practice_identity.h"
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
    for (fs::directory_iterator entry{folder, error}; !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        if (entry->path().extension() != ".ics" || !entry->is_regular_file(error)) { return false; }
    }
    return !error;
}

/// A link is followed where nobody else can have laid it there.
void refuse_foreign_link(fs::path folder) {
    if (!folder.has_filename()) { folder = folder.parent_path(); }
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) { return; }
    if (status.st_uid == ::geteuid() || status.st_uid == 0) { return; }
    throw Refusal{RefusalKind::failure, "'" + text::harmless(folder.string()) + "' is a link that another account made",
                  "name the folder that it leads to"};
}

/// Adds what is missing. A folder of somebody else stays as it is, and so does one that hands on a group which the
/// account is not of: it would not do so any more.
bool let_in(const fs::path& folder, mode_t rights, bool only_look) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0 || (status.st_mode & rights) == rights) { return false; }
    const bool is_own = status.st_uid == ::geteuid() || ::geteuid() == 0;
    const bool keeps_group = (status.st_mode & S_ISGID) == 0 || ::geteuid() == 0 || store::is_in_group(status.st_gid);
    if (!is_own || !keeps_group) { return false; }
    constexpr mode_t all = 07777;
    return only_look || ::chmod(folder.c_str(), (status.st_mode & all) | rights) == 0;
}

void refuse_other_practice(const std::string& file, const std::string& practice) {
    const auto owner = owner_noted_on(file);
    if (owner.empty() || owner == practice) { return; }
    throw FileOfAnotherPractice{file};
}

constexpr mode_t kPermissions = 0777;

/// Whether a file that says what it should has other permissions than it is to have; then it gets them.
bool mend_permissions(const std::string& file, const FeedWriting& writing) {
    struct stat status {};
    if (!writing.mends_permissions || ::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) { return false; }
    if ((status.st_mode & kPermissions) == writing.permissions) { return false; }
    if (writing.mode == ChangedFile::Mode::only_look) { return true; }
    if (::chmod(file.c_str(), writing.permissions) != 0 && status.st_uid != ::geteuid()) {
        throw cannot_write(file, errno);
    }
    // Some file systems have one mode for all files.
    return ::lstat(file.c_str(), &status) == 0 && (status.st_mode & kPermissions) == writing.permissions;
}

}  // namespace

FileOfAnotherPractice::FileOfAnotherPractice(const std::string& file)
    : Refusal{RefusalKind::failure, "'" + text::harmless(file) + "' is a feed of another practice, and is not replaced",
              "give the feed another file or folder in the settings; or remove that file, if nobody needs it"} {}

std::string practice_mark(store::Database& database) {
    const auto identity = store::identity_of(database);
    return identity ? store::keyed_digest("feeds-of", *identity) : std::string{};
}

FeedFile write_feed_file(const Feed& feed, const std::string& file, const FeedWriting& writing) {
    if (!writing.practice.empty()) { refuse_other_practice(file, writing.practice); }
    const auto same = [&](std::size_t events) {
        const bool mended = mend_permissions(file, writing);
        return FeedFile{file, events, mended, mended};
    };
    if (feed.unchanged_events) { return same(*feed.unchanged_events); }
    ChangedFile target{file, writing.mode, writing.permissions};
    ical::write_feed([&](std::string_view piece) { target.write(piece); }, feed.calendar_name, feed.events);
    const bool changed = target.finish();
    if (writing.mode == ChangedFile::Mode::replace) {
        if (!feed.made_of.empty()) { seal_file(file, feed.made_of, feed.events.size()); }
        if (!writing.practice.empty()) { mark_as_of(file, writing.practice); }
    }
    return changed ? FeedFile{file, feed.events.size(), true, false} : same(feed.events.size());
}

bool make_feed_folder(const std::string& folder, const FeedWriting& writing) {
    std::error_code error;
    const bool only_look = writing.mode == ChangedFile::Mode::only_look;
    refuse_foreign_link(folder);
    if (fs::is_directory(folder, error)) {
        return has_only_feeds(folder) && let_in(folder, folder_rights(writing.permissions), only_look);
    }
    if (only_look) { return false; }
    if (!make_folders(folder, folder_rights(writing.permissions))) {
        throw Refusal{RefusalKind::failure, "cannot make the folder '" + text::harmless(folder) + "'",
                      "name a folder with -o"};
    }
    return false;
}

std::string file_in_folder(const std::string& folder, const Feed& feed) {
    return (std::filesystem::path{folder} / (feed.file_name + ".ics")).string();
}

}  // namespace practice::app
