// SPDX-License-Identifier: MIT
// What an undo (or redo) would make wrong: sessions that come back to a time that is taken, a room that gets too small,
// time off that comes back over what was booked, somebody archived again who is booked.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "app/undo/operations.h"
#include "practice/refusal.h"

namespace practice::app {

/// What later operations changed, those apart that have been taken back (or done again) since, so that things are as
/// they were.
struct ChangedSince {
    std::vector<SessionId> sessions;  // ascending
    std::set<std::int64_t> rooms;
    /// Professionals whose time off is another.
    std::set<std::int64_t> away;
    /// Sessions that give way to other time off.
    std::set<std::int64_t> yielding;
    /// Whether somebody or something was changed, and maybe archived.
    bool records = false;

    /// Nothing that can be in the way.
    [[nodiscard]] bool none() const { return sessions.empty() && rooms.empty() && away.empty(); }
};
[[nodiscard]] ChangedSince changed_since(store::Database& database, OperationId id);

/// What stands in the way.
struct WrongThen {
    /// "its time has been taken since"; empty: nothing is wrong.
    std::string reason;
    std::vector<std::string> lines;
    std::vector<ClashFact> facts;
    /// The first session that is in the way; empty when it is time off.
    std::string with;
    std::string hint;
};
/// `touched`: the sessions of the operation, ascending; `before`: they, and the directory, as they were before it was
/// taken back. REQUIRES: it has been.
[[nodiscard]] WrongThen wrong_then(Office& office, const std::vector<SessionId>& touched, const ChangedSince& since,
                                   const std::vector<Session>& before, const Directory& directory_before);

}  // namespace practice::app
