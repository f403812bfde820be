// SPDX-License-Identifier: MIT
#include "app/query/occurrence_filter.h"

#include <algorithm>

#include "app/booking/standing_clashes.h"
#include "practice/client_status.h"

namespace practice::app {
namespace {

template <class Id>
bool wanted(const std::vector<Id>& ids, Id id) {
    return ids.empty() || std::ranges::find(ids, id) != ids.end();
}

}  // namespace

bool OccurrenceFilter::takes_status(const Occurrence& occurrence) const {
    return all_statuses || has_status(occurrence, statuses, sessions.clients);
}

bool OccurrenceFilter::takes(const Occurrence& occurrence) const {
    const auto has_client = [&] {
        return sessions.clients.empty() || std::ranges::any_of(occurrence.clients(), [&](const ClientName& client) {
                   return wanted(sessions.clients, client.id);
               });
    };
    const auto has_service = [&] {
        return sessions.services.empty() || std::ranges::any_of(occurrence.lines(), [&](const ServiceLine& line) {
                   return wanted(sessions.services, line.service);
               });
    };
    return takes_status(occurrence) && (!from || *from <= occurrence.start) && (!to || occurrence.start < *to) &&
           wanted(sessions.professionals, occurrence.professional().id) &&
           wanted(sessions.rooms, occurrence.room().id) && has_client() && has_service();
}

bool OccurrenceFilter::takes_booking(const Session& session, const TimeZone& zone) const {
    if (!from && !to) {
        return session.is_series() || all_statuses || takes(*occurrence_at(session, zone, std::nullopt));
    }
    const InstantSpan window{from.value_or(Instant{kFirstDate.time_since_epoch()}),
                             to.value_or(Instant{kLastDate.time_since_epoch()})};
    if (to) {
        const auto found = occurrences(session, zone, window);
        return std::ranges::any_of(found, [&](const Occurrence& occurrence) { return takes(occurrence); });
    }
    // Without an end a series may go on for ever: that it is not over is enough.
    const auto last = session.recurrence ? session.recurrence->last() : std::nullopt;
    if (session.is_series()) {
        return session.recurrence->never_ends() ||
               (last && zone.to_instant(LocalTime{*last} + std::chrono::days{1}) > window.from);
    }
    return takes(*occurrence_at(session, zone, std::nullopt));
}

Occurrences load_occurrences(Office& office, const OccurrenceFilter& filter) {
    Occurrences loaded;
    loaded.sessions = store::load_sessions(*office.database, filter.sessions);
    const InstantSpan window{filter.from.value_or(Instant{kFirstDate.time_since_epoch()}), *filter.to};
    for (auto& session : loaded.sessions) {
        forget_gone_clashes(office, session);
        for (const auto& occurrence : occurrences(session, office.zone(session.time_zone), window)) {
            if (filter.takes(occurrence)) { loaded.list.push_back(occurrence); }
        }
    }
    sort_by_start(loaded.list);
    return loaded;
}

Occurrences load_overlapping(Office& office, OccurrenceFilter filter, InstantSpan window) {
    // What began the evening before may run into the first day.
    filter.from = window.from - kLongestSession;
    filter.to = window.to;
    filter.sessions.from = filter.from;
    filter.sessions.to = filter.to;
    auto loaded = load_occurrences(office, filter);
    std::erase_if(loaded.list, [&](const Occurrence& one) { return one.end <= window.from; });
    return loaded;
}

}  // namespace practice::app
