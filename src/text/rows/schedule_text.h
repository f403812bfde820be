// SPDX-License-Identifier: MIT
// The texts of schedule files, whatever their format: what may be in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "practice/exchange/schedule_columns.h"

namespace practice::text {

/// Without a byte order mark.
[[nodiscard]] std::string_view without_mark(std::string_view bytes);
[[nodiscard]] bool is_utf16(std::string_view bytes);

struct TextFault {
    /// How many lines of the text stand before it.
    std::size_t line = 0;
    std::string message;
    std::string hint;
};
/// Not UTF-8, or characters that cannot be seen; line breaks are fine.
[[nodiscard]] std::optional<TextFault> fault_of_text(std::string_view text);
/// "this value is longer than 64 kB".
[[nodiscard]] std::string too_long(const ScheduleLimits& limits);

}  // namespace practice::text
