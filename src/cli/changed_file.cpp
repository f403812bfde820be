// SPDX-License-Identifier: MIT
#include "cli/changed_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "cli/answer/output_file.h"
#include "practice/refusal.h"

namespace practice::cli {
ChangedFile::ChangedFile(std::string path, Mode mode, mode_t permissions)
    : path_{std::move(path)}, mode_{mode}, permissions_{permissions} {
    struct stat status {};
    if (::lstat(path_.c_str(), &status) != 0) { return; }
    if (!S_ISREG(status.st_mode)) {
        throw Refusal{RefusalKind::failure, "'" + path_ + "' is not a regular file and will not be replaced",
                      "name a file, or - for standard output"};
    }
    old_.open(path_, std::ios::binary);
    same_so_far_ = old_.is_open();
}

ChangedFile::~ChangedFile() {
    if (descriptor_ >= 0) { ::close(descriptor_); }
    if (!beside_.empty()) { ::unlink(beside_.c_str()); }
}

void ChangedFile::write(std::string_view piece) {
    if (same_so_far_) {
        std::string before(piece.size(), '\0');
        old_.read(before.data(), static_cast<std::streamsize>(before.size()));
        if (static_cast<std::size_t>(old_.gcount()) == piece.size() && before == piece) {
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
    old_.clear();
    old_.seekg(0);
    std::string piece(65'536, '\0');
    for (auto left = same_bytes_; left > 0;) {
        const auto size = std::min<std::uintmax_t>(left, piece.size());
        old_.read(piece.data(), static_cast<std::streamsize>(size));
        if (static_cast<std::uintmax_t>(old_.gcount()) != size) { throw cannot_write(path_, EIO); }
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
        if (old_.peek() == std::ifstream::traits_type::eof()) { return false; }
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

}  // namespace practice::cli
