// SPDX-License-Identifier: MIT
// Fields of a thing under its title, as `client show` and its like print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "practice/settings/settings_plan.h"

namespace practice::text {

/// The title, and a line for each field that has a value: "  kind      in-person". What the title says
/// already, and "archived no", is left out.
[[nodiscard]] std::string fields_told(std::string_view title, const std::vector<Field>& fields);

}  // namespace practice::text
