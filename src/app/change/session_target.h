// SPDX-License-Identifier: MIT
// One session and the parts of it that are to change.
#pragma once

#include <cstddef>
#include <vector>

#include "practice/rescheduling.h"
#include "practice/session.h"

namespace practice::app {

/// So many of them may be wrong before it is not all told.
inline constexpr std::size_t kMostProblems = 20;

struct SessionTarget {
    Session session;
    std::vector<ChangeScope> scopes;
};

}  // namespace practice::app
