// SPDX-License-Identifier: MIT
// The files of completions/, as text in the program: CMake puts them there.
#pragma once

#include <span>
#include <string_view>

namespace practice::cli {

struct CompletionScript {
    std::string_view shell;
    std::string_view text;
};

/// bash, zsh, fish.
[[nodiscard]] std::span<const CompletionScript> completion_scripts();

}  // namespace practice::cli
