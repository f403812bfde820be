// SPDX-License-Identifier: MIT
// The texts of an event, decoded by libical.
#pragma once

#include <string>

#include "practice/exchange/foreign_event.h"

namespace practice::ical {

/// Takes in `lines`, unfolded content lines of one event (UID, SUMMARY, LOCATION, CATEGORIES, ORGANIZER, X-PRACTICE-*
/// only, each ended by CRLF and without other control characters than tabs). False when libical cannot read all of
/// them. Throws Refusal(failure) when libical is not there.
[[nodiscard]] bool read_texts(const std::string& lines, ForeignEvent& event);

}  // namespace practice::ical
