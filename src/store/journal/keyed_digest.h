// SPDX-License-Identifier: MIT
// One-way names: what is made from a key and a text can be made again by whoever has both, and tells neither.
#pragma once

#include <string>
#include <string_view>

namespace practice::store {

/// HMAC-SHA-256, its first 32 hexadecimal digits.
[[nodiscard]] std::string keyed_digest(std::string_view key, std::string_view text);

}  // namespace practice::store
