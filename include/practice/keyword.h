// SPDX-License-Identifier: MIT
// Words that mean something by themselves, such as "none" and "never": read by one rule on the command line, in files
// and in answers, without case and without the spaces around them.
#pragma once

#include <string>
#include <string_view>

namespace practice {

/// The text in the form that keywords are written in: "  Never " is "never".
[[nodiscard]] std::string keyword(std::string_view text);
[[nodiscard]] bool is_keyword(std::string_view text, std::string_view word);

/// "none": it clears a value.
[[nodiscard]] bool says_none(std::string_view text);
/// "never", "none": a series without an end.
[[nodiscard]] bool says_never(std::string_view text);
/// "none", "single": no series.
[[nodiscard]] bool says_single(std::string_view text);

}  // namespace practice
