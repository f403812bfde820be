// SPDX-License-Identifier: MIT
// What a command finds around it, before it does anything: which configuration files, which database, what
// time it is.
#pragma once

#include <string>

#include "cli/context.h"
#include "cli/line/arguments.h"

namespace practice::cli {

/// The files that are looked for, and --config. Relative XDG folders are no folders (the XDG specification).
[[nodiscard]] config::Sources configuration_sources(const Arguments& arguments, const Environment& environment);

/// --db, else what is configured, else the user's own. Refusal(failure) without a home folder.
[[nodiscard]] std::string database_file(const Arguments& arguments, const config::Configuration& configuration,
                                        const Environment& environment);

/// What names it: "--db", "PRACTICE_DB", "the configuration 'FILE'"; empty: nothing, it is the user's own.
[[nodiscard]] std::string database_named_by(const Arguments& arguments, const config::Configuration& configuration);

/// PRACTICE_ALLOW_NETWORK_FS is set, and to something else than 0 or no.
[[nodiscard]] bool allows_network_filesystem(const Environment& environment);

/// The clock's time, or PRACTICE_NOW: on the zone's wall clock (UTC's when there is none), or with an offset.
/// Refusal(misuse) when that is no time.
[[nodiscard]] Instant present(const Environment& environment, const TimeZone* zone);
/// The same on the clock of the practice, once that is known.
void learn_present(Context& context);

}  // namespace practice::cli
