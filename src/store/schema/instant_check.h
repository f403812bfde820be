// SPDX-License-Identifier: MIT
// The instants that are kept beside the wall clock: whether they are those that the zones of today give, and making
// them so. They differ once the law, and with it the time-zone data, has changed.
#pragma once

#include <vector>

#include "practice/session.h"
#include "practice/time_zone.h"
#include "store/database.h"

namespace practice::store {

/// Compares what is stored of a session with what it should be.
class InstantCheck {
public:
    InstantCheck(Database& database, const TimeZones& zones);

    /// REQUIRES: the session is as it was loaded. Throws Refusal(misuse) for a zone that is not known.
    [[nodiscard]] bool fits(const Session& session);

private:
    [[nodiscard]] bool has_end(const std::optional<Instant>& wanted) const;

    Statement session_;
    Statement slot_;
    const TimeZones& zones_;
};

/// Computes them anew; nothing else of the sessions changes. REQUIRES: an open Writing.
void refresh_instants(Database& database, const std::vector<SessionId>& sessions, const TimeZones& zones);

}  // namespace practice::store
