// SPDX-License-Identifier: MIT
// What the lines of a change have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"
#include "text/wording/change_text.h"

namespace practice::text {

/// How many dates, or lines for one date each, a text lists before it says "and N more".
inline constexpr std::size_t kMostListed = 10;

/// "  when     Tue 2026-12-01 09:00-09:45", with a line end; the label may be empty.
[[nodiscard]] std::string labelled_line(std::string_view label, std::string_view text);
/// "2026-12-01, 2026-12-08 and 4 more"; empty for none.
[[nodiscard]] std::string dates_in_words(const std::vector<Date>& dates);

/// The zone that a session of the change is in.
[[nodiscard]] const TimeZone& zone_of(const Session& session, const ChangeView& view);
/// When the next one is; of a series that was over before the change, the first. Empty: none is to come.
[[nodiscard]] std::string when_in_words(const Session& session, const ChangeView& view);

}  // namespace practice::text
