// SPDX-License-Identifier: MIT
// A recurrence with a name ("every-6-weeks"), configured once, offered in lists and taken by `repeat`.
#pragma once

#include <string>

#include "practice/ids.h"
#include "practice/recurrence.h"

namespace practice {

struct NamedRecurrence {
    NamedRecurrenceId id;
    /// Unique without case.
    std::string name;
    RecurrenceRule rule;
    bool archived = false;
    bool operator==(const NamedRecurrence&) const = default;
};

}  // namespace practice
