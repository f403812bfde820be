// SPDX-License-Identifier: MIT
// Dates that are left out by name. People paste whole lists of holidays, and mistype one: what is left out in vain is
// told, and stops nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/session.h"

namespace practice::text {

/// "2026-12-25 is left out, but the series has no session that day; the nearest is Tue 2026-12-22". `dates`: what was
/// said, without what it left out already. Nullopt: all of them are dates of the series.
[[nodiscard]] std::optional<std::string> left_out_in_vain(const Session& series, const std::vector<Date>& dates);

}  // namespace practice::text
