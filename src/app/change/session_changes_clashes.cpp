// SPDX-License-Identifier: MIT
// What is in the way of a changed session, and was not before.
#include <algorithm>

#include "app/change/session_changes.h"
#include "practice/rescheduling.h"

namespace practice::app {
Conflicts SessionChanges::conflicts_of(const Session& before, const Session& after, const Session* beside) {
    const auto& zones = *office_.zones;
    const auto check = what_to_check(before, after, zones, beside);
    if (!check) { return {}; }
    const auto& busy =
        busy_.emplace_back(busy_times(office_, directory_, BusyQuery{check->planned, check->scope, zones}));
    const auto find = [&](const FreeCheck& asked) {
        return with_own_clashes(find_conflicts(asked.planned, busy.booked(), zones, asked.scope), after, asked, zones);
    };
    auto found = find(*check);
    if (found.none()) { return found; }
    const auto partners = partners_before(found);
    const auto newly =
        what_is_newly_met(before, after, *check, found, {partners, busy.away, busy.practice_zone}, zones);
    if (newly && newly->by_kind == check->by_kind) { return found; }
    auto rest = newly ? find(*newly) : Conflicts{};
    rest.allowed = std::move(found.allowed);
    rest.allowed_slots = std::move(found.allowed_slots);
    return rest;
}

/// Those in the way, as they stood before this command.
std::vector<Session> SessionChanges::partners_before(const Conflicts& found) const {
    std::vector<Session> partners;
    for (const auto& clash : found.clashes) {
        const bool known =
            clash.with == nullptr || std::ranges::find(partners, clash.with->id, &Session::id) != partners.end();
        if (known) { continue; }
        const auto changed =
            std::ranges::find_if(changed_, [&](const ChangedSession& one) { return one.before.id == clash.with->id; });
        const bool is_new = std::ranges::any_of(changed_, [&](const ChangedSession& one) {
            return one.continuation && one.continuation->id == clash.with->id;
        });
        if (!is_new) { partners.push_back(changed == changed_.end() ? *clash.with : changed->before); }
    }
    return partners;
}

}  // namespace practice::app
