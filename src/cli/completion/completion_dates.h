// SPDX-License-Identifier: MIT
// Days as words, for completions: the words of `practice help dates`, each with the day that it is.
#pragma once

#include <string>
#include <vector>

#include "cli/completion/completion.h"
#include "cli/context.h"

namespace practice::cli {

/// today, tomorrow, the weekdays, +1w ...; with `months`, this one and those that come, as 2026-12.
[[nodiscard]] std::vector<Candidate> date_candidates(const Context& context, bool months);
/// Days; behind a day and a space, the half hours of a working day.
[[nodiscard]] std::vector<Candidate> when_candidates(const std::string& typed, const Context& context);

}  // namespace practice::cli
