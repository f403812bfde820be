// SPDX-License-Identifier: MIT
#include "store/uid.h"

#include <sys/random.h>

#include <array>
#include <cstdint>
#include <span>

#include "practice/refusal.h"

namespace practice::store {
namespace {

constexpr std::size_t kSize = 16;

/// Takes 16 identities' worth from the system at once: getentropy gives at most 256 bytes a call, and an import
/// needs a hundred thousand identities.
std::span<const std::uint8_t, kSize> random_bytes() {
    static thread_local std::array<std::uint8_t, 16 * kSize> pool{};
    static thread_local std::size_t used = pool.size();
    if (used == pool.size()) {
        if (::getentropy(pool.data(), pool.size()) != 0) {
            throw Refusal{RefusalKind::failure, "the system has no random numbers", "try again"};
        }
        used = 0;
    }
    const std::span<const std::uint8_t, kSize> taken{pool.data() + used, kSize};
    used += kSize;
    return taken;
}

}  // namespace

std::string new_uid() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto bytes = random_bytes();
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < kSize; ++i) {
        unsigned byte = bytes[i];
        if (i == 6) { byte = (byte & 0x0FU) | 0x40U; }  // version 4
        if (i == 8) { byte = (byte & 0x3FU) | 0x80U; }  // variant of RFC 9562
        if (i == 4 || i == 6 || i == 8 || i == 10) { text += '-'; }
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

}  // namespace practice::store
