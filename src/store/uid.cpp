// SPDX-License-Identifier: MIT
#include "store/uid.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "practice/refusal.h"

namespace practice::store {
namespace {

using Random = std::array<std::uint8_t, 6>;

/// Takes what many identities need from the system at once: an import needs a hundred thousand.
Random random_bytes() {
    constexpr std::size_t most = 256;  // that getentropy gives in a call
    static thread_local std::array<std::uint8_t, most - most % Random{}.size()> pool{};
    static thread_local std::size_t used = pool.size();
    if (used == pool.size()) {
        if (::getentropy(pool.data(), pool.size()) != 0) {
            throw Refusal{RefusalKind::failure, "the system has no random numbers", "try again"};
        }
        used = 0;
    }
    Random taken{};
    std::copy_n(pool.begin() + static_cast<std::ptrdiff_t>(used), taken.size(), taken.begin());
    used += taken.size();
    return taken;
}

/// What those made together have in common, and how many there are so far.
struct Together {
    static constexpr std::uint32_t kMost = 1U << 26U;
    Random random{};
    std::uint32_t count = kMost;

    void next() {
        if (++count < kMost) { return; }
        random = random_bytes();
        count = 0;
    }
};

std::uint8_t byte_of(std::uint32_t number, unsigned shift, std::uint32_t mask) {
    return static_cast<std::uint8_t>((number >> shift) & mask);
}

}  // namespace

std::string new_uid() {
    static thread_local Together together;
    together.next();
    const auto [a, b, c, d, e, f] = together.random;
    const auto [u, v, w, x, y, z] = random_bytes();
    const auto count = together.count;
    const std::array<unsigned, 16> bytes{a,
                                         b,
                                         c,
                                         d,
                                         e,
                                         f,
                                         0x80U | byte_of(count, 22, 0x0F),
                                         byte_of(count, 14, 0xFF),
                                         0x80U | byte_of(count, 8, 0x3F),
                                         byte_of(count, 0, 0xFF),
                                         u,
                                         v,
                                         w,
                                         x,
                                         y,
                                         z};
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) { text += '-'; }
        text += kDigits[bytes.at(i) >> 4U];
        text += kDigits[bytes.at(i) & 15U];
    }
    return text;
}

std::optional<std::int64_t> kept_sequence(Database& database, std::string_view uid) {
    auto row = database.prepare("SELECT sequence FROM uid_sequences WHERE uid = $1");
    if (!row.bind("$1", uid).step()) { return std::nullopt; }
    return row.integer(0);
}

}  // namespace practice::store
