// SPDX-License-Identifier: MIT
#include "app/change/cancelled_target.h"

namespace practice::app {

bool is_cancelled(const Session& session, const ChangeScope& scope) {
    if (!session.is_series()) { return !takes_time(session.status); }
    const auto* one = std::get_if<OneSlot>(&scope);
    const auto change = one != nullptr ? session.changes.find(one->slot) : session.changes.end();
    return change != session.changes.end() && !takes_time(change->second.status);
}

Refusal nothing_to_move(const Session& session, const ChangeScope& scope, const std::string& at) {
    const auto* one = std::get_if<OneSlot>(&scope);
    const auto id = to_string(OccurrenceId{session.id, one != nullptr ? std::optional{one->slot} : std::nullopt});
    return misuse(id + " is cancelled: there is nothing to move",
                  "'practice session restore " + id +
                      "' brings it back as it was; to bring it back at that time: practice session move " + id + " '" +
                      at + "' `restore`");
}

}  // namespace practice::app
