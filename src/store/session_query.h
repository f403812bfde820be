// SPDX-License-Identifier: MIT
// Which sessions, as SQL: a query for their ids, put in as a condition on the sessions and on everything that
// belongs to them. Each branch of its UNION is one walk along one index.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/session_rows.h"

namespace practice::store {

struct SessionQuery {
    /// Gives ids; empty: all sessions.
    std::string ids;
    std::vector<std::pair<std::string, std::int64_t>> values;

    /// "" or " WHERE <column> IN (...)".
    [[nodiscard]] std::string where(std::string_view column) const;
    void bind(Statement& statement) const;
};

[[nodiscard]] SessionQuery query_for(SessionId id);
[[nodiscard]] SessionQuery query_for(const SessionFilter& filter);
/// REQUIRES: at least one professional, client or room.
[[nodiscard]] SessionQuery query_for(const BusyFilter& filter);

}  // namespace practice::store
