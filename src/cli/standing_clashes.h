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

/// Takes the permissions out of `session` for which there is nothing, at any time, that it clashes with so. The session
/// itself is stored already, if at all.
void forget_gone_clashes(Context& context, Session& session);

}  // namespace practice::cli
