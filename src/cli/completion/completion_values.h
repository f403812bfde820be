// SPDX-License-Identifier: MIT
// The values that a flag or a word takes, out of the database and the calendar: codes, names, ids, dates.
#pragma once

#include <vector>

#include "cli/completion/completion.h"
#include "cli/context.h"

namespace practice::cli {

struct Values {
    std::vector<Candidate> candidates;
    /// File names are wanted; the shell knows those.
    bool files = false;
    /// What comes next belongs to the same word.
    bool no_space = false;
};

/// What of the database is there is read, and nothing is written. Clients are named only where the configuration
/// allows it, else they are numbers.
[[nodiscard]] Values values_for(const WantedValue& wanted, const LineEnd& line, Context& context);

}  // namespace practice::cli
