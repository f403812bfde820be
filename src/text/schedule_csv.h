// SPDX-License-Identifier: MIT
// Sessions as rows of a schedule file: in the columns that an import reads, and some for whoever opens it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "practice/occurrence.h"
#include "practice/session.h"

namespace practice::text {

/// How a row names a client, so that it is found again: the name, or the number where that is not clear.
using ClientWord = std::function<std::string(const ClientName&)>;

/// The ref that an import finds a session by; of a slot "REF@2026-12-08".
[[nodiscard]] std::string schedule_ref(const Session& session, const std::optional<Date>& slot);

/// The header of occurrences.
[[nodiscard]] std::vector<std::string> occurrence_row_fields();
[[nodiscard]] std::vector<std::string> occurrence_row(const Occurrence& occurrence, const ClientWord& client);

/// The header of bookings.
[[nodiscard]] std::vector<std::string> booking_row_fields();
/// A session as it was booked, then each slot of it that stands differently.
[[nodiscard]] std::vector<std::vector<std::string>> booking_rows(const Session& session, const TimeZone& zone,
                                                                 const ClientWord& client);

}  // namespace practice::text
