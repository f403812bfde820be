// SPDX-License-Identifier: MIT
// The JSON objects of occurrences and sessions, before they are written; for the .cpp files of this folder.
#pragma once

#include <string>
#include <vector>

#include "practice/occurrence.h"
#include "text/json.h"

namespace practice::text {

/// Every field of the contract's occurrence, in its order.
[[nodiscard]] Json occurrence_object(const Occurrence& occurrence);
/// "never", the last date, or null for a single session.
/// When it ends: "never" or a date, also of a series that has no date left; empty for a single session.
[[nodiscard]] std::string ends_text(const Session& session);
/// The same; null for a single session.
[[nodiscard]] Json ends_value(const Session& session);
[[nodiscard]] Json text_or_null(const std::string& text);

}  // namespace practice::text
