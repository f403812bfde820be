// SPDX-License-Identifier: MIT
#include "store/journal/keyed_digest.h"

#include <nettle/hmac.h>

#include <array>
#include <cstdint>

namespace practice::store {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

std::string keyed_digest(std::string_view key, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    hmac_sha256_ctx context;
    hmac_sha256_set_key(&context, key.size(), bytes_of(key));
    hmac_sha256_update(&context, text.size(), bytes_of(text));
    std::array<std::uint8_t, 16> digest{};
    hmac_sha256_digest(&context, digest.size(), digest.data());
    std::string name;
    for (const unsigned byte : digest) {
        name += digits[byte >> 4U];
        name += digits[byte & 15U];
    }
    return name;
}

}  // namespace practice::store
