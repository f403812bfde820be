// SPDX-License-Identifier: MIT
// Sessions in lists: occurrences one by one, and bookings.
#pragma once

#include <string>

#include "cli/answer/listing.h"
#include "practice/occurrence.h"
#include "text/session/session_text.h"

namespace practice::cli {

// `zone`: the practice's; the others are named.

[[nodiscard]] Listing<Occurrence> occurrence_listing(const std::string& zone);
/// Each series once.
[[nodiscard]] Listing<text::SessionView> booking_listing(const std::string& zone);

}  // namespace practice::cli
