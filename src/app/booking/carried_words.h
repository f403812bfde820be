// SPDX-License-Identifier: MIT
// What only full feeds that a practice has written say of a session, beside what a person could say.
#pragma once

#include <optional>

#include "app/booking/session_words.h"
#include "practice/session.h"

namespace practice::app {

// Each throws Refusal(misuse), about its column, when that is not as it is written here.

/// Whether somebody said the length; nullopt: the file does not say.
[[nodiscard]] std::optional<bool> read_length_said(const SessionWords& words);
/// What a series was to be before the rest of it was cancelled.
[[nodiscard]] std::optional<FormerEnd> read_former_end(const SessionWords& words);
/// The time off of `professional` to which a series gives way.
[[nodiscard]] std::vector<Yield> read_yields(const SessionWords& words, ProfessionalId professional);

}  // namespace practice::app
