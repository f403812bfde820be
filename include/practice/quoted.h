// SPDX-License-Identifier: MIT
// What a person typed, as a message may repeat it.
#pragma once

#include <string>
#include <string_view>

namespace practice {

/// The text in single quotes, cut after some 40 characters, control characters and invalid UTF-8 written
/// as "\x1b": a message stays one short line whatever was typed.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace practice
