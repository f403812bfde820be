// SPDX-License-Identifier: MIT
// Small wordings that hints share: "a or b", a word as a shell takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace practice::text {

/// "a", "a or b", "a, b or c". REQUIRES: at least one.
[[nodiscard]] std::string either(const std::vector<std::string>& words);

/// "did you mean attended? ", or nothing. `choices` as a row of options has them: "attended|no-show".
[[nodiscard]] std::string meant(std::string_view word, std::string_view choices);
/// "attended or no-show".
[[nodiscard]] std::string one_of(std::string_view choices);

/// As it can be typed behind a flag: in single quotes where a shell needs them.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace practice::text
