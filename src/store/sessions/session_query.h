// SPDX-License-Identifier: MIT
// Which sessions, as SQL: a query for their ids, put in as a condition on the sessions and on everything that
// belongs to them. Each branch of its UNION is one walk along one index.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/sessions/session_rows.h"

namespace practice::store {

struct SessionQuery {
    /// Gives ids; empty: all sessions.
    std::string ids;
    /// Instead of that, all from $1 to $2.
    bool is_range = false;
    std::vector<std::pair<std::string, std::int64_t>> values;

    /// "", " WHERE <column> IN (...)" or " WHERE <column> BETWEEN $1 AND $2".
    [[nodiscard]] std::string where(std::string_view column) const;
    void bind(Statement& statement) const;
};

[[nodiscard]] SessionQuery query_for(SessionId id);
[[nodiscard]] SessionQuery query_for(SessionId first, SessionId last);
[[nodiscard]] SessionQuery query_for(const SessionFilter& filter);
/// REQUIRES: at least one professional, client or room.
[[nodiscard]] SessionQuery query_for(const BusyFilter& filter);

}  // namespace practice::store
