// SPDX-License-Identifier: MIT
#include "config/text_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <istream>

#include "practice/plain_text.h"

namespace practice::config {
namespace {

/// Closes at the end of its scope.
class OpenFile {
public:
    // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
    explicit OpenFile(const std::filesystem::path& file)
        : descriptor_{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)} {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) { ::close(descriptor_); }
    }
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

Refusal unreadable(const std::string& name, const std::string& why, std::string hint = {}) {
    return Refusal{RefusalKind::failure, name + " " + why, std::move(hint)};
}

Refusal not_opened(const std::string& name, int error) {
    if (error == ENOENT || error == ENOTDIR) { return unreadable(name, "is not there"); }
    if (error == EACCES || error == EPERM) {
        return unreadable(name, "may not be read by you",
                          "its owner can let you read it, and enter its folder (chmod)");
    }
    return unreadable(name, "cannot be read");
}

Refusal too_large(const std::string& name, std::size_t most_bytes) {
    return unreadable(name, "is larger than " + std::to_string(most_bytes >> 20U) + " MB",
                      "split it into several files");
}

void check_kind(const struct stat& info, const std::string& name, std::size_t most_bytes, bool trusted) {
    if (S_ISDIR(info.st_mode)) { throw unreadable(name, "is a folder", "name a file in it"); }
    if (!S_ISREG(info.st_mode)) {
        throw unreadable(name, "is not a regular file", "to read from a pipe use - as the file: ... | practice ... -");
    }
    if (info.st_size > 0 && static_cast<std::size_t>(info.st_size) > most_bytes) { throw too_large(name, most_bytes); }
    if (trusted && (info.st_mode & S_IWOTH) != 0) {
        throw unreadable(name, "can be changed by everyone on this machine", "run: chmod o-w " + name);
    }
}

void check_text(std::string_view text, const std::string& name) {
    const auto begins = [&](std::string_view bytes) { return text.substr(0, bytes.size()) == bytes; };
    if (begins("\x1f\x8b") || begins("BZh") || begins("\xfd\x37zXZ") || begins("\x28\xb5\x2f\xfd") ||
        begins("PK\x03\x04")) {
        throw unreadable(name, "is compressed", "unpack it first");
    }
    if (begins("\xff\xfe") || begins("\xfe\xff")) { throw unreadable(name, "is UTF-16 text", "save it as UTF-8"); }
    if (text.find('\0') != std::string_view::npos) { throw unreadable(name, "is not a text file"); }
}

struct CodePoint {
    unsigned value = 0;
    std::size_t bytes = 0;  // 0: not UTF-8
};

/// REQUIRES: `text` is not empty.
CodePoint first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) { return {first, 1}; }
    const std::size_t bytes = first < 0xc2 ? 0U : first < 0xe0 ? 2U : first < 0xf0 ? 3U : first < 0xf5 ? 4U : 0U;
    if (bytes == 0 || text.size() < bytes) { return {}; }
    unsigned value = first & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) { return {}; }
        value = (value << 6U) | (byte(i) & 0x3fU);
    }
    constexpr std::array<unsigned, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool wrong = value < least.at(bytes) || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff);
    return wrong ? CodePoint{} : CodePoint{value, bytes};
}

bool unseen(unsigned code_point) {
    const auto within = [&](unsigned from, unsigned to) { return from <= code_point && code_point <= to; };
    return within(0, 0x1f) || within(0x7f, 0x9f) || within(0x2028, 0x202e) || within(0x2066, 0x2069);
}

std::string code_point_name(unsigned value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (int shift = 20; shift >= 0; shift -= 4) {
        const unsigned digit = (value >> static_cast<unsigned>(shift)) & 0xfU;
        if (!out.empty() || digit != 0 || shift < 16) { out += digits[digit]; }
    }
    return "U+" + out;
}

}  // namespace

std::string read_text_file(const std::filesystem::path& file, std::size_t most_bytes, bool trusted) {
    const std::string name = file.string();
    const OpenFile open{file};
    if (open.descriptor() < 0) { throw not_opened(name, errno); }
    struct stat info {};
    if (::fstat(open.descriptor(), &info) != 0) { throw unreadable(name, "cannot be read"); }
    check_kind(info, name, most_bytes, trusted);
    std::string text;
    std::array<char, 65'536> buffer{};
    for (;;) {
        const auto got = ::read(open.descriptor(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) { continue; }
        if (got < 0) { throw unreadable(name, "cannot be read"); }
        if (got == 0) { break; }
        text.append(buffer.data(), static_cast<std::size_t>(got));
        if (text.size() > most_bytes) { throw too_large(name, most_bytes); }
    }
    check_text(text, name);
    return text;
}

std::string read_text_stream(std::istream& in, const std::string& name, std::size_t most_bytes) {
    std::string text;
    std::array<char, 65'536> buffer{};
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > most_bytes) { throw too_large(name, most_bytes); }
    }
    if (in.bad()) { throw unreadable(name, "cannot be read"); }
    check_text(text, name);
    return text;
}

SourceText::SourceText(std::string file, std::string text) : file_{std::move(file)}, text_{std::move(text)} {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text_.starts_with(byte_order_mark)) { text_.erase(0, byte_order_mark.size()); }
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') { line_starts_.push_back(i + 1); }
    }
}

Place SourceText::place(int line, int column) const {
    Place place{file_, line, column, {}};
    const auto index = static_cast<std::size_t>(line - 1);
    if (line < 1 || index >= line_starts_.size()) { return place; }
    constexpr std::size_t longest = 300;
    const std::size_t start = line_starts_[index];
    const std::size_t end = std::min(text_.find('\n', start), text_.size());
    if (end - start <= longest) { place.text = text_.substr(start, end - start); }
    if (place.text.ends_with('\r')) { place.text.pop_back(); }
    return place;
}

std::optional<BadCharacter> first_bad_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\t') {
            ++at;
            continue;
        }
        if (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
            at += 2;
            continue;
        }
        const auto [value, bytes] = first_code_point(text.substr(at));
        if (bytes == 0) { return BadCharacter{at, "is not valid UTF-8"}; }
        if (unseen(value)) {
            return BadCharacter{at, "holds a character that cannot be seen, " + code_point_name(value)};
        }
        at += bytes;
    }
    return std::nullopt;
}

void check_characters(const SourceText& source) {
    const auto bad = first_bad_character(source.text());
    if (!bad) { return; }
    const std::string_view before = std::string_view{source.text()}.substr(0, bad->at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    Problem problem;
    problem.message = "this line " + bad->what;
    problem.hint = bad->what.ends_with("UTF-8") ? "save the file as UTF-8" : "take it out";
    problem.place = source.place(static_cast<int>(line), static_cast<int>(bad->at - line_start) + 1);
    throw Refusal{RefusalKind::settings, std::move(problem)};
}

}  // namespace practice::config
