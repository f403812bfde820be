// SPDX-License-Identifier: MIT
// What stands: the occurrences that take place, in the order of time, moved ones where they are. Cancelled and
// left-out dates are none of them. Whatever tells "next" or "coming" asks here.
#pragma once

#include <vector>

#include "practice/occurrence.h"

namespace practice {

/// The first `most` that stand and begin at `from` or later. `zone` is the session's, which must outlive them.
[[nodiscard]] std::vector<Occurrence> standing_from(const Session& session, const TimeZone& zone, Instant from,
                                                    std::size_t most);

}  // namespace practice
