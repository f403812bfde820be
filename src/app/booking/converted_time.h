// SPDX-License-Identifier: MIT
// A time with an offset other than that of the session's zone is read as the instant that it is, and that is said.
#pragma once

#include <optional>
#include <string>

#include "app/office.h"
#include "text/dates/parse_time.h"

namespace practice::app {

/// "2027-03-01T10:00-08:00 is Mon 2027-03-01 13:00 in America/New_York", when `when` was typed with an offset and is
/// another time of day, `local`, in `zone`.
[[nodiscard]] std::optional<std::string> converted_in_words(const text::When& when, LocalTime local,
                                                            const TimeZone& zone);
/// The same as a note.
void tell_converted(Office& office, const text::When& when, LocalTime local, const TimeZone& zone);

}  // namespace practice::app
