// SPDX-License-Identifier: MIT
#include "store/sqlite/new_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <thread>

#include "practice/refusal.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/size_limit.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".practice-copy-";

[[noreturn]] void cannot_write(const fs::path& path, int error) {
    throw Refusal{RefusalKind::failure, "cannot write '" + path.string() + "': " + reason(error),
                  error == EFBIG                       ? kRaiseSizeLimit
                  : error == ENOSPC || error == EDQUOT ? "free some space there, then try again"
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
    // A file system that cannot do both at once: the name is taken first, by whoever is first.
    const int taken = ::open(to.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600);
    if (taken < 0) { return errno; }
    ::close(taken);
    if (::rename(from.c_str(), to.c_str()) == 0) { return 0; }
    const int error = errno;
    ::unlink(to.c_str());
    return error;
}

bool is_own_and_empty(const fs::path& name) {
    struct stat status {};
    return ::lstat(name.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_size == 0 &&
           status.st_nlink == 1 && status.st_uid == ::geteuid();
}

/// One after the other: who looks for the next name in a folder sees all that were given. Where folders cannot be
/// locked, or somebody else holds it for long, it goes on without.
class Turn {
public:
    explicit Turn(const fs::path& folder) : descriptor_{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {
        constexpr int most_tries = 500;
        for (int tries = 0; descriptor_ >= 0 && tries < most_tries; ++tries) {
            if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) { return; }
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }
    ~Turn() {
        if (descriptor_ >= 0) { ::close(descriptor_); }
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    int descriptor_;
};

}  // namespace

bool is_free(const fs::path& name) {
    struct stat status {};
    if (::lstat(name.c_str(), &status) != 0) { return errno == ENOENT; }
    return is_own_and_empty(name);
}

void refuse_existing(const fs::path& name) {
    throw Refusal{RefusalKind::failure, "there is a '" + name.string() + "' already",
                  "name another file, or put the new one in its place with --replace"};
}

NewFile::NewFile(const fs::path& folder, SharedWith group) : path_{folder / random_name()} {
    const int made = ::open(path_.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600);
    if (made < 0) { cannot_write(folder, errno); }
    struct stat status {};
    const bool seen = ::fstat(made, &status) == 0;
    const int not_shared = share_new_file(made, folder, group) ? 0 : errno;
    ::close(made);
    if (not_shared != 0) {
        ::unlink(path_.c_str());
        cannot_write(folder, not_shared);
    }
    if (seen) { remove_abandoned(folder, status); }
}

NewFile::~NewFile() {
    if (!kept_) { ::unlink(path_.c_str()); }
}

void NewFile::make_durable(const fs::path& name) const {
    if (const int error = synced(path_, O_RDWR); error != 0) { cannot_write(name, error); }
}

void NewFile::settle(const fs::path& name) {
    kept_ = true;
    // Some network file systems keep their folders in order by themselves, and say so.
    if (const int late = synced(name.parent_path(), O_RDONLY | O_DIRECTORY); late != 0 && late != EINVAL) {
        throw Refusal{
            RefusalKind::failure,
            "'" + name.string() + "' was written, but may not survive a power cut: the disk reported an error",
            "check the disk, and the file"};
    }
}

void NewFile::keep_as(const fs::path& name, Existing existing) {
    make_durable(name);
    std::optional<Turn> turn;  // of two that find it empty, one is first
    if (existing == Existing::empty_replaced) { turn.emplace(path_.parent_path()); }
    const bool over = existing == Existing::replaced || (turn && is_own_and_empty(name));
    const int error = !over                                        ? renamed_unless_there(path_, name)
                      : ::rename(path_.c_str(), name.c_str()) == 0 ? 0
                                                                   : errno;
    if (error == EEXIST) { refuse_existing(name); }
    if (error != 0) { cannot_write(name, error); }
    settle(name);
}

fs::path NewFile::keep_as_next(const std::function<fs::path()>& next) {
    make_durable(path_);
    const Turn turn{path_.parent_path()};
    constexpr int most_tries = 1000;
    for (int tries = 1;; ++tries) {
        auto name = next();
        const int error = renamed_unless_there(path_, name);
        if (error == 0) {
            settle(name);
            return name;
        }
        if (error != EEXIST) { cannot_write(name, error); }
        if (tries == most_tries) { refuse_existing(name); }
    }
}

}  // namespace practice::store
