// SPDX-License-Identifier: MIT
// Sessions as rows of a schedule file: in the columns that an import reads, and some for whoever opens it.
#pragma once

#include <string>
#include <vector>

#include "practice/occurrence.h"
#include "practice/session.h"

namespace practice::text {

/// The ref that an import finds a session by; of a slot "REF@2026-12-08".
[[nodiscard]] std::string schedule_ref(const Session& session, const std::optional<Date>& slot);

/// The header of occurrences.
[[nodiscard]] std::vector<std::string> occurrence_row_fields();
/// `practice_uid`: whose client numbers they are.
[[nodiscard]] std::vector<std::string> occurrence_row(const Occurrence& occurrence, const std::string& practice_uid);

/// The header of bookings.
[[nodiscard]] std::vector<std::string> booking_row_fields();
/// A session as it was booked, then each slot of it that stands differently.
[[nodiscard]] std::vector<std::vector<std::string>> booking_rows(const Session& session, const TimeZone& zone,
                                                                 const std::string& practice_uid);

}  // namespace practice::text
