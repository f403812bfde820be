// SPDX-License-Identifier: MIT
#include "app/query/busy_times.h"

#include <algorithm>

namespace practice::app {
namespace {

template <class Id>
void add_once(std::vector<Id>& ids, Id id) {
    if (id.stored() && std::ranges::find(ids, id) == ids.end()) { ids.push_back(id); }
}

/// When `planned` takes place on the dates of `scope`.
OpenSpan span_of(const Session& planned, const ConflictScope& scope, const TimeZones& zones) {
    if (!scope.only) { return reach(planned, zones); }
    const auto& zone = *zones.find(planned.time_zone);
    std::optional<OpenSpan> span;
    for (const auto slot : *scope.only) {
        const auto occurrence = occurrence_at(planned, zone, slot);
        if (!occurrence) { continue; }
        if (!span) { span = {occurrence->start, occurrence->end}; }
        span->from = std::min(span->from, occurrence->start);
        span->to = std::max(*span->to, occurrence->end);
    }
    return span.value_or(OpenSpan{Instant{}, Instant{}});
}

}  // namespace

BusyQuery::BusyQuery(const OpenSpan& span) {
    filter_.from = span.from - kBusySlack;
    if (span.to) { filter_.to = *span.to + kBusySlack; }
}

BusyQuery::BusyQuery(const Session& planned, const ConflictScope& scope, const TimeZones& zones)
    : BusyQuery{span_of(planned, scope, zones)} {
    add(planned);
}

void BusyQuery::add(ProfessionalId id) {
    add_once(filter_.professionals, id);
}

void BusyQuery::add(ClientId id) {
    add_once(filter_.clients, id);
}

void BusyQuery::add(const RoomName& room) {
    if (room.kind == RoomKind::in_person) { add_once(filter_.rooms, room.id); }
}

void BusyQuery::add(const Session& session) {
    add(session.professional.id);
    add(session.room);
    for (const auto& client : session.clients) { add(client.id); }
    for (const auto& [slot, change] : session.changes) {
        if (change.professional) { add(change.professional->id); }
        if (change.room) { add(*change.room); }
        if (!change.clients) { continue; }
        for (const auto& client : *change.clients) { add(client.id); }
    }
}

void BusyQuery::add(const BusyQuery& other) {
    const auto& theirs = other.filter_;
    filter_.from = std::min(filter_.from, theirs.from);
    filter_.to = filter_.to && theirs.to ? std::optional{std::max(*filter_.to, *theirs.to)} : std::nullopt;
    for (const auto id : theirs.professionals) { add_once(filter_.professionals, id); }
    for (const auto id : theirs.clients) { add_once(filter_.clients, id); }
    for (const auto id : theirs.rooms) { add_once(filter_.rooms, id); }
}

std::vector<Session> busy_sessions(store::Database& database, const BusyQuery& query) {
    return store::load_busy(database, query.filter());
}

BusyTimes busy_times(Office& office, const Directory& directory, const BusyQuery& query) {
    BusyTimes busy;
    busy.sessions = busy_sessions(*office.database, query);
    busy.away = away_times(directory, query.filter().professionals);
    busy.practice_zone = &office.zone();
    return busy;
}

BusyTimes busy_times(Office& office, const Directory& directory, const BookingRequest& request) {
    // Of a single one that clashes, other times are proposed.
    constexpr std::chrono::weeks proposed{6};
    const auto from = request.start ? office.zone(request.draft.time_zone).to_instant(*request.start) : office.now;
    const bool looks_ahead = request.draft.is_series() || !request.start;
    BusyQuery query{{from, looks_ahead ? std::nullopt : std::optional{from + proposed}}};
    query.add(request.draft.professional.id);
    for (const auto& client : request.draft.clients) { query.add(client.id); }
    for (const auto& room : request.rooms) { query.add(room); }
    if (request.start) {
        for (const auto& room : in_person_rooms(directory)) { query.add(room); }
    }
    return busy_times(office, directory, query);
}

std::vector<RoomName> in_person_rooms(const Directory& directory) {
    std::vector<RoomName> rooms;
    for (const auto& room : directory.rooms()) {
        if (room.kind == RoomKind::in_person && !room.archived) { rooms.push_back(name_of(room)); }
    }
    return rooms;
}

std::vector<Away> away_times(const Directory& directory, const std::vector<ProfessionalId>& professionals) {
    std::vector<Away> away;
    for (const auto id : professionals) {
        const auto& professional = directory.with_id(id);
        for (const auto& off : professional.time_off) {
            away.push_back({id, professional.name.text, off.span, off.reason});
        }
    }
    return away;
}

}  // namespace practice::app
