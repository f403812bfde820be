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

/// Where a series begins, for whoever reads of it: of the dates that its rule gives, the first that stands, in the
/// order of time, a moved one where it is. What was kept from before, beside the rule, begins it only where there is no
/// other. Nullopt: none stands. `from`: of those that take place on that day or later.
[[nodiscard]] std::optional<Occurrence> first_told(const Session& series, const TimeZone& zone, Date from = kFirstDate);

/// The day of the last one that stands; nullopt: none does. REQUIRES: a series that ends.
[[nodiscard]] std::optional<Date> last_standing(const Session& series);

}  // namespace practice
