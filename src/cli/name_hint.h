// SPDX-License-Identifier: MIT
// Small wordings that hints share: the nearest names, "a or b", a word as a shell takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace practice::cli {

/// The names nearest to `text`, at most three; a text of one word is also compared with each word of a
/// name ("Smiht" finds "Anna Smith").
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view text, const std::vector<std::string>& names);

/// "a", "a or b", "a, b or c". REQUIRES: at least one.
[[nodiscard]] std::string either(const std::vector<std::string>& words);

/// As it can be typed behind a flag: in single quotes where a shell needs them.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace practice::cli
