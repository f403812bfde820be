// SPDX-License-Identifier: MIT
// Dates, times and lengths as they are shown. Always English, whatever the locale.
#pragma once

#include <chrono>
#include <string>

#include "practice/civil_time.h"

namespace practice::text {

/// RFC 3339 with the offset in force: "2026-12-08T14:00:00-05:00".
[[nodiscard]] std::string rfc3339(LocalTime local, std::chrono::seconds offset);
/// "Tue 2026-11-24".
[[nodiscard]] std::string weekday_date(Date date);
/// "Tue 2026-11-24 09:00-09:45"; the end's date is added when it is another day's.
[[nodiscard]] std::string weekday_span(LocalTime from, LocalTime to);
/// "Dec 1", with the year where it is not `year`: "Jan 5 2027".
[[nodiscard]] std::string short_date(Date date, std::chrono::year year);
/// "45 minutes", "1 hour 20 minutes".
[[nodiscard]] std::string length_in_words(Length length);

}  // namespace practice::text
