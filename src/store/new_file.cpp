// SPDX-License-Identifier: MIT
#include "store/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <random>
#include <string>
#include <system_error>

#include "practice/refusal.h"
#include "store/database_file.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".practice-copy-";

[[noreturn]] void refuse(const fs::path& path, int error) {
    throw Refusal{RefusalKind::failure, "cannot write '" + path.string() + "': " + reason(error),
                  error == ENOSPC || error == EDQUOT ? "free some space there, then try again"
                                                     : "name another place, or make its folder writable for you"};
}

std::string random_name() {
    std::random_device device;
    std::string name{kPrefix};
    for (int i = 0; i < 16; ++i) { name += "0123456789abcdef"[device() % 16]; }
    return name;
}

/// Against the file system's own clock: a file that was just made has its present.
void remove_abandoned(const fs::path& folder, const struct stat& just_made) {
    constexpr std::int64_t day = 24 * 60 * 60;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        if (!entry.path().filename().string().starts_with(kPrefix)) { continue; }
        struct stat status {};
        const bool ours =
            ::lstat(entry.path().c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == just_made.st_uid;
        if (ours && just_made.st_mtime - status.st_mtime > day) { ::unlink(entry.path().c_str()); }
    }
}

/// 0, or the error.
int synced(const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) { return errno; }
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error;
}

/// 0, or the error: EEXIST when there is something of that name.
int renamed_unless_there(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) { return 0; }
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) { return errno; }
    // A file system that cannot do both at once.
    struct stat status {};
    if (::lstat(to.c_str(), &status) == 0) { return EEXIST; }
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

void refuse_existing(const fs::path& name) {
    throw Refusal{RefusalKind::failure, "there is a '" + name.string() + "' already",
                  "name another file, or put the new one in its place with --replace"};
}

NewFile::NewFile(const fs::path& folder) : path_{folder / random_name()} {
    const int made = ::open(path_.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600);
    if (made < 0) { refuse(folder, errno); }
    struct stat status {};
    const bool seen = ::fstat(made, &status) == 0;
    ::close(made);
    if (seen) { remove_abandoned(folder, status); }
}

NewFile::~NewFile() {
    if (!kept_) { ::unlink(path_.c_str()); }
}

void NewFile::keep_as(const fs::path& name, Existing existing) {
    if (const int error = synced(path_, O_RDWR); error != 0) { refuse(name, error); }
    const int error = existing == Existing::kept                   ? renamed_unless_there(path_, name)
                      : ::rename(path_.c_str(), name.c_str()) == 0 ? 0
                                                                   : errno;
    if (error == EEXIST) { refuse_existing(name); }
    if (error != 0) { refuse(name, error); }
    kept_ = true;
    // Some network file systems keep their folders in order by themselves, and say so.
    if (const int late = synced(name.parent_path(), O_RDONLY | O_DIRECTORY); late != 0 && late != EINVAL) {
        throw Refusal{
            RefusalKind::failure,
            "'" + name.string() + "' was written, but may not survive a power cut: the disk reported an error",
            "check the disk, and the file"};
    }
}

}  // namespace practice::store
