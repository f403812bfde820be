// SPDX-License-Identifier: MIT
// The file of `practice import FILE.ics --mapping FILE`: which words of another calendar mean whom, what and where.
#pragma once

#include <string_view>

#include "config/text_file.h"
#include "practice/exchange/calendar_mapping.h"

namespace practice::config {

/// Throws Refusal(settings) with everything that is wrong in it, each with its place.
[[nodiscard]] CalendarMapping read_calendar_mapping(const SourceText& source);

}  // namespace practice::config
