// SPDX-License-Identifier: MIT
// The ids of sessions, by what is known of them.
#include "store/rows/column_values.h"
#include "store/sessions/session_rows.h"

namespace practice::store {
namespace {

std::optional<FoundSession> found(Statement row, std::string_view text) {
    if (!row.bind("$1", text).step()) { return std::nullopt; }
    return FoundSession{{row.integer(0)}, row.integer(1) != 0};
}

}  // namespace

std::optional<FoundSession> find_by_ref(Database& database, std::string_view ref) {
    return found(database.prepare("SELECT id, rule IS NOT NULL FROM sessions WHERE ref = $1"), ref);
}

std::optional<FoundSession> find_by_uid(Database& database, std::string_view uid) {
    return found(database.prepare("SELECT id, rule IS NOT NULL FROM sessions WHERE uid = $1 ORDER BY id LIMIT 1"), uid);
}

std::vector<SessionId> sessions_with_ref(Database& database) {
    std::vector<SessionId> ids;
    auto row = database.prepare("SELECT id FROM sessions WHERE ref IS NOT NULL ORDER BY id");
    while (row.step()) { ids.push_back({row.integer(0)}); }
    return ids;
}

std::vector<SessionId> yielding_sessions(Database& database) {
    std::vector<SessionId> ids;
    auto row = database.prepare("SELECT DISTINCT session FROM session_yields ORDER BY session");
    while (row.step()) { ids.push_back({row.integer(0)}); }
    return ids;
}

SessionId last_session_id(Database& database) {
    auto row = database.prepare("SELECT max(id) FROM sessions");
    return {row.step() ? row.integer(0) : 0};
}

SessionNumber number_of(Database& database, SessionId id) {
    auto row = database.prepare("SELECT coalesce(first_part, id) FROM sessions WHERE id = $1");
    return {row.bind("$1", column(id)).step() ? row.integer(0) : id.value};
}

SessionId first_part_of(SessionNumber number) {
    return {number.value};
}

}  // namespace practice::store
