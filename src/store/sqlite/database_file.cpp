// SPDX-License-Identifier: MIT
#include "store/sqlite/database_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

#include "practice/refusal.h"
#include "store/sqlite/file_rights.h"
#include "store/sqlite/size_limit.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCheckPath = "check the path given with --db";

void make_folders(const fs::path& folder) {
    if (folder.empty() || look_at(folder, kCheckPath)) { return; }
    make_folders(folder.parent_path());
    // EEXIST: another process was faster.
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        throw failure("cannot make the folder " + quoted(folder) + ": " + reason(errno),
                      "name another place with --db");
    }
}

void make_file(const fs::path& file, SharedWith group) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0) {
        const bool shared = share_new_file(descriptor, file.parent_path(), group);
        const int error = errno;
        ::close(descriptor);  // no connection has it open yet, so no lock of SQLite's is lost
        if (!shared) {
            throw failure("cannot share " + quoted(file) + ": " + reason(error), "name another place with --db");
        }
        return;
    }
    if (errno != EEXIST) {
        throw failure("cannot make " + quoted(file) + ": " + reason(errno), "name another place with --db");
    }
}

/// Whoever works with it under another name looks for another journal: a change that was interrupted under one of them
/// is not rolled back under the other. Only to write is a risk; snapshots (cp -al, rsync --link-dest) have many names,
/// and are only read.
void check_names(const fs::path& file, const struct stat& status, Access access) {
    if (access == Access::read || status.st_nlink <= 1) { return; }
    throw failure(quoted(file) + " has a second name (a hard link), under which it could be damaged unnoticed",
                  "remove the other name, or use a copy");
}

void check_kind(const fs::path& file, const struct stat& status) {
    const auto shown = quoted(file);
    if (S_ISLNK(status.st_mode)) { throw failure(shown + " is a link", "name the file that it leads to"); }
    if (S_ISDIR(status.st_mode)) {
        throw failure(shown + " is a folder", "name a file, such as " + quoted(file / "practice.db"));
    }
    if (!S_ISREG(status.st_mode)) { throw failure(shown + " is not a regular file", "name another with --db"); }
}

/// What is found there would be rolled back into the database.
void check_journal(const fs::path& journal, const Usage& usage) {
    const auto status = look_at(journal, kCheckPath);
    if (!status) { return; }
    check_kind(journal, *status);
    check_names(journal, *status, Access::write);
    check_journal_owner(journal, *status, usage);
}

bool locks_hold(const fs::path& folder) {
    struct statfs status {};
    if (::statfs(folder.c_str(), &status) != 0) { return true; }
    // NFS, SMB, CIFS, SMB2, FUSE, AFS, Ceph, Coda, 9P: as statfs(2) numbers them.
    constexpr std::array<std::uint32_t, 9> kNetwork{0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x65735546,
                                                    0x5346414F, 0x00C36400, 0x73757245, 0x01021997};
    return std::find(kNetwork.begin(), kNetwork.end(), static_cast<std::uint32_t>(status.f_type)) == kNetwork.end();
}

/// Leaves the reason in errno.
bool writable(const fs::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

fs::path real_folder(const fs::path& folder) {
    std::error_code error;
    auto real = fs::canonical(folder, error);
    if (error) {
        if (error.value() == ENOENT) {
            throw failure("there is no folder " + quoted(folder), "check the path given with --db");
        }
        throw failure("cannot use the folder " + quoted(folder) + ": " + reason(error.value()),
                      "name another with --db");
    }
    return real;
}

}  // namespace

std::string reason(int error) {
    switch (error) {
        case EACCES:
        case EPERM: return "you are not allowed to";
        case ENOSPC:
        case EDQUOT: return "the disk is full";
        case EROFS: return "the disk is read-only";
        case ENOTDIR:
        case EEXIST: return "a part of its path is not a folder";
        case EFBIG: return size_limit_told();
        case ENAMETOOLONG: return "its name is too long";
        case ELOOP: return "its path leads in a circle";
        default: return std::generic_category().message(error);
    }
}

std::string quoted(const fs::path& path) {
    return "'" + path.string() + "'";
}

std::optional<struct stat> look_at(const fs::path& path, const char* hint) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) { return status; }
    if (errno == ENOENT) { return std::nullopt; }
    throw failure("cannot look at " + quoted(path) + ": " + reason(errno), hint);
}

fs::path real_place(const fs::path& given, Access access, const OpenOptions& options) {
    if (given.empty() || !given.has_filename() || given.filename() == "." || given.filename() == "..") {
        throw failure(quoted(given) + " does not name a file", "name one with --db, such as --db practice.db");
    }
    std::error_code error;
    const auto absolute = fs::absolute(given, error);
    if (error) { throw failure("the current folder is gone", "change to another folder, then try again"); }
    check_may_look(absolute, options);
    if (access == Access::write) { make_folders(absolute.parent_path()); }
    const auto folder = real_folder(absolute.parent_path());
    if (!options.allow_network_filesystem && !locks_hold(folder)) {
        throw failure(quoted(folder) + " is on a network or user-space file system, whose locks cannot be trusted",
                      "keep the file on a local disk; PRACTICE_ALLOW_NETWORK_FS=1 takes the risk");
    }
    auto file = folder / absolute.filename();
    if (access == Access::write) { check_can_be_shared(file, options); }
    return file;
}

fs::path prepare_file(const fs::path& given, Access access, const OpenOptions& options) {
    auto file = real_place(given, access, options);
    const auto folder = file.parent_path();
    auto status = look_at(file, kCheckPath);
    if (!status && access == Access::write) {
        make_file(file, options.shared_with);
        status = look_at(file, kCheckPath);
    }
    if (!status) { throw failure("there is no file " + quoted(file), "check the path given with --db"); }
    const auto usage = usage_of(access, options);
    check_kind(file, *status);
    check_names(file, *status, access);
    check_owner(file, *status, usage);
    check_journal(file.string() + "-journal", usage);
    if (access == Access::write && (!writable(file) || !writable(folder))) {
        throw failure(quoted(file) + " cannot be written: " + reason(errno),
                      "make the file and its folder writable for you, or name another with --db");
    }
    return file;
}

}  // namespace practice::store
