// SPDX-License-Identifier: MIT
// The dates of a session one by one, as a dry run tells them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/occurrence.h"
#include "text/json.h"
#include "text/session/session_text.h"

namespace practice::text {

/// By which a series is told: "Thu 2026-12-03 15:00-15:45 Europe/Berlin; usually 10:00-10:45", where that one has a
/// time of its own. The zone may be empty.
[[nodiscard]] std::string when_told(const Occurrence& first, std::string_view zone = {});

struct SessionDates {
    /// Those that take place: of a series that ends all of them, up to four hundred; the first dozen of one that
    /// never does. They refer to the session.
    std::vector<Occurrence> shown;
    /// Not all of them.
    bool more = false;
};
/// `from`: the first slot that counts.
[[nodiscard]] SessionDates session_dates(const SessionView& view, Date from = kFirstDate);

/// "  dates    Tue 2026-12-01 Tue 2026-12-08 ...", four on a line, where the last of hundreds stands behind "...".
/// Empty for a single session, and where no date is left.
[[nodiscard]] std::string dates_lines(const SessionView& view, Date from = kFirstDate);
/// The same form for any dates; of more than four hundred the first dozen and "... and 5206 more".
[[nodiscard]] std::string dates_lines(std::string_view label, const std::vector<Date>& dates);

/// RFC 3339, as of SessionDates::shown.
[[nodiscard]] Json starts_value(const SessionDates& dates);

}  // namespace practice::text
