// SPDX-License-Identifier: MIT
// The machine's own streams, variables, clock and zones.
#pragma once

#include "cli/environment.h"
#include "time/zone_database.h"

namespace practice::cli {

class RealEnvironment {
public:
    /// Refers to this object, which must outlive it.
    [[nodiscard]] Environment environment() const;

private:
    time::ZoneDatabase zones_;
};

}  // namespace practice::cli
