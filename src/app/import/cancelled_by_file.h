// SPDX-License-Identifier: MIT
// What a file cancels that has a session no more, and what comes back when it has it again.
#pragma once

#include <optional>
#include <string_view>

#include "app/office.h"
#include "practice/session.h"

namespace practice::app {

/// Why `mirror` cancelled a session.
constexpr std::string_view kNoLonger = "no longer in the imported file";

/// Why a series is over that its calendar cancelled.
constexpr std::string_view kCancelledThere = "cancelled in the imported calendar";

/// What is to come of it is cancelled; nullopt: nothing is.
[[nodiscard]] std::optional<Session> cancelled_by_file(const Session& session, std::string_view reason,
                                                       const Office& office);

/// What is to come of it is as it was before that.
[[nodiscard]] Session here_again(Session session, const Office& office);

}  // namespace practice::app
