// SPDX-License-Identifier: MIT
#include "app/checks/file_checks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "store/sqlite/sharing.h"
#include "text/file_size.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;

std::string octal(mode_t mode) {
    std::string text;
    for (int shift = 9; shift >= 0; shift -= 3) { text += static_cast<char>('0' + ((mode >> shift) & 7U)); }
    return text;
}

/// Takes from everybody else what they may not do.
bool taken_away(const fs::path& path, mode_t rights, int flags) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags);
    if (descriptor < 0) { return false; }
    struct stat status {};
    const bool done = ::fstat(descriptor, &status) == 0 && status.st_uid == ::geteuid() &&
                      ::fchmod(descriptor, status.st_mode & 07777U & ~rights) == 0;
    ::close(descriptor);
    return done;
}

struct Rights {
    fs::path path;
    mode_t refused;
    std::string what;
    int flags;
};

void check_rights(const Rights& rights, bool fix, Findings& findings) {
    struct stat status {};
    if (::lstat(rights.path.c_str(), &status) != 0 || S_ISLNK(status.st_mode)) { return; }
    const bool sticky = S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0;
    const auto shown = "'" + rights.path.string() + "' (" + octal(status.st_mode) + ")";
    if ((status.st_mode & rights.refused) == 0 || sticky) { return; }
    if (fix && taken_away(rights.path, rights.refused, rights.flags)) {
        findings.add({"permissions", Finding::Status::fixed, "others could " + rights.what + " " + shown});
        return;
    }
    findings.fault("permissions", "others can " + rights.what + " " + shown,
                   fix ? "only its owner can change that" : "practice doctor `fix`");
}

/// What it takes for a file or folder to be shared.
struct Sharing {
    fs::path path;
    mode_t mode;
    gid_t group;
    int flags;
    std::string database;  // the file's name
};

/// A folder in which more lies than a database, such as /srv, or somebody's home: sharing it would close that to those
/// who see it now, or open it to the group. One in which the group may do everything is the group's, with its feeds.
bool holds_more(const Sharing& sharing, const struct stat& status) {
    const bool is_of_group = status.st_gid == sharing.group && (status.st_mode & S_IRWXG) == S_IRWXG;
    if (!S_ISDIR(status.st_mode) || is_of_group) { return false; }
    std::error_code error;
    const fs::directory_iterator entries{sharing.path, error};
    return std::any_of(fs::begin(entries), fs::end(entries), [&](const fs::directory_entry& entry) {
        return !entry.path().filename().string().starts_with(sharing.database);
    });
}

bool made_shared(const Sharing& sharing) {
    const int descriptor = ::open(sharing.path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | sharing.flags);
    if (descriptor < 0) { return false; }
    const bool done = ::fchown(descriptor, static_cast<uid_t>(-1), sharing.group) == 0 &&
                      store::remove_access_list(descriptor) && ::fchmod(descriptor, sharing.mode) == 0;
    ::close(descriptor);
    return done;
}

/// Whether what lies in it may be set right, too.
bool check_sharing(const Sharing& sharing, const std::string& group, bool fix, Findings& findings) {
    struct stat status {};
    if (::lstat(sharing.path.c_str(), &status) != 0 || S_ISLNK(status.st_mode)) { return true; }
    const bool listed = store::has_access_list(sharing.path);
    if ((status.st_mode & 07777U) == sharing.mode && status.st_gid == sharing.group && !listed) { return true; }
    const auto shown = "'" + sharing.path.string() + "' (" + octal(status.st_mode) + " of the group '" +
                       store::name_of_group(status.st_gid) + "'" + (listed ? ", and an access control list)" : ")");
    const auto wanted = octal(sharing.mode) + " of the group '" + group + "', and nothing else";
    if (holds_more(sharing, status)) {
        findings.fault(
            "permissions",
            shown +
                " is not shared as it should be, and holds other things, which would be closed to others "
                "or opened to the group: " +
                wanted,
            "keep the practice in a folder of its own: install -d -m 2770 -g " + group + " FOLDER" +
                (status.st_gid == sharing.group
                     ? "; or, where all in it is for the group only: chmod 2770 '" + sharing.path.string() + "'"
                     : ""));
        return false;
    }
    if (fix && made_shared(sharing)) {
        findings.add({"permissions", Finding::Status::fixed, shown + " is shared now: " + wanted, {}});
        return true;
    }
    findings.fault("permissions", shown + " is not shared as it should be: " + wanted,
                   fix ? "only root can change that, or its owner who is in the group"
                       : "its owner or root makes it so: practice doctor `fix`");
    return true;
}

/// Of the group and open to it, if not in the right way.
bool is_open_to_group(const fs::path& file, gid_t group) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && status.st_gid == group && (status.st_mode & S_IRWXG) != 0;
}

/// A link, whose rights say nothing, is none.
bool can_be_seen(const fs::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && !S_ISLNK(status.st_mode);
}

/// Whether it is meant to be a shared practice: the one that the configuration shares; and what is open to the group in
/// its folder. Anything else stays closed to others.
bool check_shared(const Office& office, const store::OpenOptions& options, const fs::path& file, const fs::path& folder,
                  bool fix, Findings& findings) {
    const auto name = office.configuration.get("share-with-group");
    const auto& group = options.shared_with;
    const bool meant = options.to_be_shared || (group && is_open_to_group(file, *group));
    if (!group || !meant || (!options.to_be_shared && !store::is_shared_folder(folder, group))) { return false; }
    const auto before = findings.list().size();
    const Sharing of_folder{folder, store::kSharedFolder, *group, O_DIRECTORY, file.filename().string()};
    const bool goes_on = check_sharing(of_folder, *name, fix, findings);
    check_sharing({file, store::kSharedFile, *group, O_NONBLOCK, {}}, *name, fix && goes_on, findings);
    if (findings.list().size() == before && can_be_seen(file)) {
        findings.ok("permissions", "the file is shared with the group '" + *name + "', and nobody else");
    }
    return true;
}

void check_permissions(const store::OpenOptions& options, const fs::path& file, const fs::path& folder, bool fix,
                       Findings& findings) {
    const auto before = findings.list().size();
    check_rights({file, kOthers, "read or write", O_NONBLOCK}, fix, findings);
    if (!store::is_shared_folder(folder, options.shared_with)) {
        check_rights({folder, kOthersWrite, "replace the files of", O_DIRECTORY}, fix, findings);
    }
    if (findings.list().size() == before && can_be_seen(file)) {
        findings.ok("permissions", "the file is for its owner only");
    }
}

void check_beside(const fs::path& file, const fs::path& folder, Findings& findings) {
    std::error_code error;
    const auto journal = file.string() + "-journal";
    if (const auto size = fs::file_size(journal, error); !error && size > 0) {
        findings.note("interrupted", "a change was interrupted, or goes on at this moment ('" + journal + "')",
                      "nothing: the next command rolls it back, or waits for it");
    }
    std::vector<std::string> copies;
    const auto start = file.filename().string();
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(start + ".before-restore-") || name.starts_with(start + ".version-")) {
            copies.push_back(name);
        }
    }
    std::ranges::sort(copies);
    if (!copies.empty()) {
        findings.note("copies", "earlier states are kept in '" + folder.string() + "': " + some_of(copies),
                      "remove them when they are not needed any more");
    }
}

void check_disk(const fs::path& file, const fs::path& folder, Findings& findings) {
    struct statvfs disk {};
    std::error_code error;
    const auto size = static_cast<std::int64_t>(fs::file_size(file, error));
    if (error || ::statvfs(folder.c_str(), &disk) != 0) { return; }
    const auto left = static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize);
    constexpr std::int64_t least = 10'000'000;
    if (left < 2 * size + least) {
        findings.note("disk", text::file_size(left) + " are left on its disk: little for a change, or an import",
                      "free some space there");
    } else {
        findings.ok("disk", "there is room on its disk");
    }
}

}  // namespace

void check_file(const Office& office, const store::OpenOptions& options, bool fix, Findings& findings) {
    std::error_code error;
    const auto absolute = fs::absolute(office.database_file, error);
    const auto folder = fs::canonical(absolute.parent_path(), error);
    if (error) { return; }  // opening it says what is wrong
    const auto file = folder / absolute.filename();
    if (!check_shared(office, options, file, folder, fix, findings)) {
        check_permissions(options, file, folder, fix, findings);
    }
    check_beside(file, folder, findings);
    check_disk(file, folder, findings);
}

}  // namespace practice::app
