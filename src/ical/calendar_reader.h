// SPDX-License-Identifier: MIT
// Calendar files of other programs (RFC 5545), read.
#pragma once

#include <string_view>

#include "ical/foreign_zones.h"
#include "practice/exchange/foreign_event.h"

namespace practice::ical {

/// All events of the file, in its order; several calendars in one file are read as one. What is no event, and what of
/// events has nothing to do with sessions (reminders, guests, attachments, ...), is counted in the notes. Throws
/// Refusal(misuse) for text that is no iCalendar file at all, Refusal(failure) when libical is not there. Not for
/// several threads at once.
[[nodiscard]] ForeignCalendar read_calendar(std::string_view text, const CalendarOptions& options);

}  // namespace practice::ical
