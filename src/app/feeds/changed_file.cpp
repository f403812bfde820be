// SPDX-License-Identifier: MIT
#include "app/feeds/changed_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "app/cannot_write.h"
#include "practice/refusal.h"

namespace practice::app {

ChangedFile::ChangedFile(std::string path, Mode mode, mode_t permissions)
    : path_{std::move(path)}, mode_{mode}, permissions_{permissions} {
    struct stat status {};
    if (::lstat(path_.c_str(), &status) != 0) { return; }
    if (!S_ISREG(status.st_mode)) {
        throw Refusal{RefusalKind::failure, "'" + path_ + "' is not a regular file and will not be replaced",
                      "name a file, or - for standard output"};
    }
    old_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    same_so_far_ = old_ >= 0;
}

/// Less than `most` only at the end.
std::size_t ChangedFile::read_old(char* into, std::size_t most) const {
    std::size_t count = 0;
    while (count < most) {
        const auto got = ::read(old_, into + count, most - count);
        if (got < 0 && errno == EINTR) { continue; }
        if (got <= 0) { break; }
        count += static_cast<std::size_t>(got);
    }
    return count;
}

ChangedFile::~ChangedFile() {
    if (old_ >= 0) { ::close(old_); }
    if (descriptor_ >= 0) { ::close(descriptor_); }
    if (!beside_.empty()) { ::unlink(beside_.c_str()); }
}

void ChangedFile::write(std::string_view piece) {
    if (same_so_far_) {
        std::string before(piece.size(), '\0');
        if (read_old(before.data(), before.size()) == piece.size() && before == piece) {
            same_bytes_ += piece.size();
            return;
        }
        leave_old();
    }
    append(piece);
}

/// What was the same so far is copied from the old file.
void ChangedFile::leave_old() {
    same_so_far_ = false;
    if (mode_ == Mode::only_look) { return; }
    if (::lseek(old_, 0, SEEK_SET) != 0) { throw cannot_write(path_, errno); }
    std::string piece(65'536, '\0');
    for (auto left = same_bytes_; left > 0;) {
        const auto size = std::min<std::uintmax_t>(left, piece.size());
        if (read_old(piece.data(), size) != size) { throw cannot_write(path_, EIO); }
        append(std::string_view{piece}.substr(0, size));
        left -= size;
    }
}

void ChangedFile::append(std::string_view piece) {
    if (mode_ == Mode::only_look) { return; }
    if (descriptor_ < 0) {
        const auto folder = std::filesystem::path{path_}.parent_path();
        auto name = ((folder.empty() ? std::filesystem::path{"."} : folder) / ".practice-XXXXXX").string();
        descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor_ < 0) { throw cannot_write(path_, errno); }
        beside_ = std::move(name);
    }
    while (!piece.empty()) {
        const auto written = ::write(descriptor_, piece.data(), piece.size());
        if (written < 0) {
            if (errno == EINTR) { continue; }
            throw cannot_write(path_, errno);
        }
        piece.remove_prefix(static_cast<std::size_t>(written));
    }
}

bool ChangedFile::finish() {
    if (same_so_far_) {
        char next = 0;
        if (read_old(&next, 1) == 0) { return false; }
        leave_old();  // the old one goes on behind the new one's end
    }
    if (mode_ == Mode::only_look) { return true; }
    append({});
    if (::fchmod(descriptor_, permissions_) != 0 || ::fsync(descriptor_) != 0 ||
        ::rename(beside_.c_str(), path_.c_str()) != 0) {
        throw cannot_write(path_, errno);
    }
    beside_.clear();
    return true;
}

}  // namespace practice::app
