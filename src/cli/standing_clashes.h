// SPDX-License-Identifier: MIT
// What a session that was booked although it clashed clashes with as things stand.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "practice/session.h"

namespace practice::cli {

/// A line for each clash from now on (text::clash_lines); none for a session that was not allowed to clash.
[[nodiscard]] std::vector<std::string> standing_clashes(Context& context, const Session& session);

}  // namespace practice::cli
