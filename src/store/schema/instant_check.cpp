// SPDX-License-Identifier: MIT
#include "store/schema/instant_check.h"

#include "store/rows/column_values.h"
#include "store/sessions/session_instants.h"
#include "store/sessions/session_rows.h"

namespace practice::store {

InstantCheck::InstantCheck(Database& database, const TimeZones& zones)
    : session_{database.prepare("SELECT starts_at, ends_at, last_date FROM sessions WHERE id = $1")},
      slot_{database.prepare("SELECT starts_at, ends_at FROM slot_changes WHERE session = $1 AND slot = $2")},
      zones_{zones} {}

bool InstantCheck::fits(const Session& session) {
    const auto& zone = zone_of(session, zones_);
    const auto wanted = instants_of(session, zone);
    const auto last = wanted.last_date ? to_string(*wanted.last_date) : std::string{};
    bool same = session_.bind("$1", session.id.value).step() && session_.integer(0) == column(wanted.starts_at) &&
                has_end(wanted.ends_at) && session_.text(2) == last;
    session_.again();
    for (const auto& [slot, change] : session.changes) {
        const auto span = span_of(session, slot, change, zone);
        same = slot_.bind("$1", session.id.value).bind("$2", to_string(slot)).step() &&
               slot_.integer(0) == column(span.from) && slot_.integer(1) == column(span.to) && same;
        slot_.again();
    }
    return same;
}

/// Of the row of the session.
bool InstantCheck::has_end(const std::optional<Instant>& wanted) const {
    if (!wanted) { return session_.is_null(1); }
    return !session_.is_null(1) && session_.integer(1) == column(*wanted);
}

void refresh_instants(Database& database, const std::vector<SessionId>& sessions, const TimeZones& zones) {
    for (const auto id : sessions) {
        // Gone in the meantime: nothing to do.
        if (const auto session = load_session(database, id)) { update(database, *session, zones); }
    }
}

}  // namespace practice::store
