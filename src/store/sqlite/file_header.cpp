// SPDX-License-Identifier: MIT
#include "store/sqlite/file_header.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "store/schema/schema.h"

namespace practice::store {
namespace {

std::int64_t number_at(std::string_view bytes, std::size_t at) {
    std::int64_t number = 0;
    for (const char byte : bytes.substr(at, 4)) { number = number * 256 + static_cast<unsigned char>(byte); }
    return number;
}

}  // namespace

FileHeader read_header(std::string_view beginning) {
    // As the file format of SQLite has it.
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    constexpr std::size_t version_at = 60;
    constexpr std::size_t application_at = 68;
    if (beginning.empty()) { return {FileHeader::Kind::empty, 0}; }
    if (beginning.size() < kHeaderSize || !beginning.starts_with(magic)) { return {}; }
    if (number_at(beginning, application_at) != kApplicationId) { return {FileHeader::Kind::foreign, 0}; }
    return {FileHeader::Kind::ours, number_at(beginning, version_at)};
}

FileHeader header_of(const std::filesystem::path& file) {
    std::array<char, kHeaderSize> bytes{};
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) { return {errno == EACCES ? FileHeader::Kind::closed : FileHeader::Kind::other, 0}; }
    const auto size = ::read(descriptor, bytes.data(), bytes.size());
    ::close(descriptor);
    return size < 0 ? FileHeader{} : read_header({bytes.data(), static_cast<std::size_t>(size)});
}

}  // namespace practice::store
