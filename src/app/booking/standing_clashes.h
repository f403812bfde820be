// SPDX-License-Identifier: MIT
// What a session clashes with as things stand: because it, or the other one, was booked although it clashed, or
// because of time off that came later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/office.h"
#include "app/query/busy_times.h"
#include "practice/conflict.h"
#include "practice/session.h"

namespace practice::app {

struct StandingClashes {
    BusyTimes busy;  // what the conflicts refer to
    Conflicts found;

    /// text::clash_lines, with "(allowed)" behind those that were.
    [[nodiscard]] std::vector<std::string> lines() const;
};
/// From now on; with `slot`, of that date, whenever it is.
[[nodiscard]] StandingClashes standing_clashes(Office& office, const Session& session,
                                               std::optional<Date> slot = std::nullopt);

/// Takes the permissions out of `session` for which there is nothing, at any time, that it clashes with so. The session
/// itself is stored already, if at all.
void forget_gone_clashes(Office& office, Session& session);
/// Takes away the permissions that are good for nothing any more: not even for what was cancelled or left out, and may
/// be restored.
void forget_lost_permissions(Office& office, Session& session);

}  // namespace practice::app
