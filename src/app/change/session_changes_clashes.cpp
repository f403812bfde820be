// SPDX-License-Identifier: MIT
// What is in the way of a changed session, and was not before.
#include <algorithm>

#include "app/change/session_changes.h"
#include "practice/rescheduling.h"
#include "store/sessions/session_rows.h"

namespace practice::app {
namespace {

void add_all(store::BusyFilter& filter, const ProfessionalName* professional, const RoomName* room,
             const std::vector<ClientName>* clients) {
    const auto add = [](auto& list, auto id) {
        const bool known = std::ranges::find(list, id) != list.end();
        if (id.stored() && !known) { list.push_back(id); }  // what is not asked about has no id
    };
    if (professional != nullptr) { add(filter.professionals, professional->id); }
    if (room != nullptr && room->kind == RoomKind::in_person) { add(filter.rooms, room->id); }
    if (clients != nullptr) {
        for (const auto& client : *clients) { add(filter.clients, client.id); }
    }
}

/// The span in which what is checked lies, with a day of slack on both sides.
OpenSpan span_of(const FreeCheck& check, const TimeZones& zones) {
    constexpr std::chrono::days slack{1};
    if (!check.scope.only) {
        const auto whole = reach(check.planned, zones);
        return {whole.from - slack, whole.to ? std::optional{*whole.to + slack} : std::nullopt};
    }
    const auto& zone = *zones.find(check.planned.time_zone);
    std::optional<OpenSpan> span;
    for (const auto slot : *check.scope.only) {
        const auto occurrence = occurrence_at(check.planned, zone, slot);
        if (!occurrence) { continue; }
        if (!span) { span = {occurrence->start - slack, occurrence->end + slack}; }
        span->from = std::min(span->from, occurrence->start - slack);
        span->to = std::max(*span->to, occurrence->end + slack);
    }
    return span.value_or(OpenSpan{});
}

store::BusyFilter filter_for(const FreeCheck& check, const TimeZones& zones) {
    store::BusyFilter filter;
    const auto span = span_of(check, zones);
    filter.from = span.from;
    filter.to = span.to;
    const auto& planned = check.planned;
    add_all(filter, &planned.professional, &planned.room, &planned.clients);
    for (const auto& [slot, change] : planned.changes) {
        add_all(filter, change.professional ? &*change.professional : nullptr, change.room ? &*change.room : nullptr,
                change.clients ? &*change.clients : nullptr);
    }
    return filter;
}

}  // namespace

Conflicts SessionChanges::conflicts_of(const Session& before, const Session& after, const Session* beside) {
    const auto& zones = *office_.zones;
    const auto check = what_to_check(before, after, zones, beside);
    if (!check) { return {}; }
    const auto filter = filter_for(*check, zones);
    auto& busy = busy_.emplace_back();
    busy.sessions = store::load_busy(*office_.database, filter);
    busy.away = away_times(directory_, filter.professionals);
    busy.practice_zone = &office_.zone();
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
