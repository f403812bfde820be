// SPDX-License-Identifier: MIT
// What a verb reads as a whole: a file, or standard input, which is called "-".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/environment.h"
#include "config/text_file.h"
#include "practice/refusal.h"

namespace practice::cli {

/// Throws `keyboard` where standard input is one, and Refusal(failure) as config::read_text_file.
[[nodiscard]] std::string read_input(const std::string& file, const Environment& environment, std::size_t most_bytes,
                                     const Refusal& keyboard);

/// `file` as messages call it: "standard input".
[[nodiscard]] std::string input_name(std::string_view file);

}  // namespace practice::cli
