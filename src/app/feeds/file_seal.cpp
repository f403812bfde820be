// SPDX-License-Identifier: MIT
#include "app/feeds/file_seal.h"

#include <sys/stat.h>
#include <sys/xattr.h>

#include <array>
#include <charconv>

namespace practice::app {
namespace {

constexpr const char* kAttribute = "user.practice.made-of";
constexpr const char* kOwner = "user.practice.of";

/// The seal up to the count: what the file was made of, its size and when it was written. Empty for what is no
/// regular file.
std::string seal_of(const std::string& path, std::string_view made_of) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) { return {}; }
    return std::string{made_of} + ' ' + std::to_string(status.st_size) + ' ' + std::to_string(status.st_mtim.tv_sec) +
           '.' + std::to_string(status.st_mtim.tv_nsec) + ' ';
}

}  // namespace

std::optional<std::size_t> sealed_count(const std::string& path, std::string_view made_of) {
    std::array<char, 512> stored{};
    const auto size = ::lgetxattr(path.c_str(), kAttribute, stored.data(), stored.size());
    if (size <= 0) { return std::nullopt; }
    const std::string_view seal{stored.data(), static_cast<std::size_t>(size)};
    const auto wanted = seal_of(path, made_of);
    if (wanted.empty() || !seal.starts_with(wanted)) { return std::nullopt; }
    std::size_t count = 0;
    const auto* end = seal.data() + seal.size();
    const auto read = std::from_chars(seal.data() + wanted.size(), end, count);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{count} : std::nullopt;
}

std::string owner_noted_on(const std::string& path) {
    std::array<char, 512> stored{};
    const auto size = ::lgetxattr(path.c_str(), kOwner, stored.data(), stored.size());
    return size <= 0 ? std::string{} : std::string{stored.data(), static_cast<std::size_t>(size)};
}

void mark_as_of(const std::string& path, std::string_view practice) {
    if (owner_noted_on(path) == practice) { return; }
    (void)::lsetxattr(path.c_str(), kOwner, practice.data(), practice.size(), 0);
}

void seal_file(const std::string& path, std::string_view made_of, std::size_t count) {
    auto seal = seal_of(path, made_of);
    if (seal.empty()) { return; }
    seal += std::to_string(count);
    // A file system without attributes is as good: it only takes longer.
    (void)::lsetxattr(path.c_str(), kAttribute, seal.data(), seal.size(), 0);
}

}  // namespace practice::app
