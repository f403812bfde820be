// SPDX-License-Identifier: MIT
// What is brought back may find its time taken. Only what was touched after the operation can be in the way:
// everything else stood beside it before. So most undoing asks nothing at all.
#include <algorithm>
#include <set>

#include "cli/busy_times.h"
#include "cli/undo_operation.h"
#include "practice/rescheduling.h"
#include "store/session_rows.h"
#include "text/conflict_text.h"

namespace practice::cli {
namespace {

template <class Id>
void add(std::vector<Id>& ids, Id id) {
    if (std::ranges::find(ids, id) == ids.end()) { ids.push_back(id); }
}

void claim(store::BusyFilter& filter, const Session& session) {
    add(filter.professionals, session.professional.id);
    add(filter.rooms, session.room.id);
    for (const auto& client : session.clients) { add(filter.clients, client.id); }
    for (const auto& [slot, change] : session.changes) {
        if (change.professional) { add(filter.professionals, change.professional->id); }
        if (change.room) { add(filter.rooms, change.room->id); }
        for (const auto& client : change.clients.value_or(std::vector<ClientName>{})) {
            add(filter.clients, client.id);
        }
    }
}

/// The part of a session that takes time now and did not before.
std::optional<FreeCheck> new_part(const Session* before, const Session& after, const TimeZones& zones) {
    if (before != nullptr) { return what_to_check(*before, after, zones); }
    if (!after.is_series() && !takes_time(after.status)) { return std::nullopt; }
    return FreeCheck{after, {}};
}

store::BusyFilter filter_for(const std::vector<FreeCheck>& checks, const TimeZones& zones) {
    store::BusyFilter filter;
    bool open = false;
    std::optional<Instant> from;
    for (const auto& check : checks) {
        const auto span = reach(check.planned, zones);
        from = std::min(from.value_or(span.from), span.from);
        open = open || !span.to;
        if (span.to) { filter.to = std::max(filter.to.value_or(*span.to), *span.to); }
        claim(filter, check.planned);
    }
    if (open) { filter.to.reset(); }
    filter.from = from.value_or(Instant{});
    return filter;
}

/// Whether what an operation did stands now, and did not at the end of operation `then`; or the other way round.
bool stands_otherwise(store::Database& database, const Turns& turns, OperationId then) {
    bool stood = false;
    for (std::optional operation{turns.root}; operation && operation->id <= then;) {
        stood = !stood;
        operation = operation->undone_by ? store::load_operation(database, *operation->undone_by) : std::nullopt;
    }
    return stood == turns.undone;
}

}  // namespace

std::vector<SessionId> sessions_otherwise_since(store::Database& database, OperationId id) {
    std::set<OperationId> roots;
    std::set<SessionId> sessions;
    store::OperationFilter later;
    later.newer_than = id;
    for (const auto& operation : store::load_operations(database, later)) {
        const auto turns = turns_of(database, operation);
        if (!roots.insert(turns.root.id).second || !stands_otherwise(database, turns, id)) { continue; }
        for (const auto session : store::sessions_touched(database, turns.root.id)) { sessions.insert(session); }
    }
    return {sessions.begin(), sessions.end()};
}

TakenTimes taken_times(Context& context, const std::vector<SessionId>& touched, const std::vector<SessionId>& since,
                       const std::vector<Session>& before) {
    auto later = since;
    // That something else has changed the same session, too, was refused before.
    std::erase_if(later, [&](SessionId id) { return std::ranges::binary_search(touched, id); });
    if (later.empty() || touched.empty()) { return {}; }
    const auto& zones = *context.environment.zones;
    std::vector<FreeCheck> checks;
    for (const auto id : touched) {
        const auto after = store::load_session(*context.database, id);
        if (!after) { continue; }
        const auto was = std::ranges::find(before, id, &Session::id);
        if (auto part = new_part(was == before.end() ? nullptr : &*was, *after, zones)) {
            checks.push_back(std::move(*part));
        }
    }
    if (checks.empty()) { return {}; }
    BusyTimes busy;
    busy.sessions = store::load_busy(*context.database, filter_for(checks, zones));
    std::erase_if(busy.sessions,
                  [&](const Session& session) { return !std::ranges::binary_search(later, session.id); });
    busy.practice_zone = &context.zone();
    TakenTimes taken;
    for (const auto& check : checks) {
        const auto found = find_conflicts(check.planned, busy.booked(), zones, check.scope);
        for (auto& line : text::clash_lines(found)) { taken.lines.push_back(std::move(line)); }
        for (auto& fact : text::clash_facts(found, context.zone(check.planned.time_zone))) {
            if (taken.with.empty()) { taken.with = fact.with; }
            taken.facts.push_back(std::move(fact));
        }
    }
    return taken;
}

}  // namespace practice::cli
