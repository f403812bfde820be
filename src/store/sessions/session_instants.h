// SPDX-License-Identifier: MIT
// What is kept beside a session's wall-clock truth, so that indexes can find it.
#pragma once

#include <optional>

#include "practice/session.h"

namespace practice::store {

struct SessionInstants {
    /// The start of the first occurrence; of a series without any, its anchor's.
    Instant starts_at;
    /// The end of the last occurrence; nullopt: it never ends.
    std::optional<Instant> ends_at;
    /// The last slot of a series; nullopt for a single session, and when it never ends or has none.
    std::optional<Date> last_date;
};

/// Throws Refusal(misuse) when the zone is not known.
[[nodiscard]] const TimeZone& zone_of(const Session& session, const TimeZones& zones);
[[nodiscard]] SessionInstants instants_of(const Session& session, const TimeZone& zone);
/// When a changed slot takes place now.
[[nodiscard]] InstantSpan span_of(const Session& session, Date slot, const SlotChange& change, const TimeZone& zone);

}  // namespace practice::store
