// SPDX-License-Identifier: MIT
// The variables that the program reads besides those of the configuration's keys; a test compares the list with
// the source.
#pragma once

#include <span>
#include <string_view>

namespace practice::cli {

struct EnvironmentVariable {
    std::string_view name;
    std::string_view help;
};

[[nodiscard]] std::span<const EnvironmentVariable> environment_variables();

}  // namespace practice::cli
