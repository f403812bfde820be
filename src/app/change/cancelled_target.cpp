// SPDX-License-Identifier: MIT
#include "app/change/cancelled_target.h"

#include <algorithm>

#include "app/office.h"
#include "practice/standing.h"
#include "practice/zone_lookup.h"

namespace practice::app {
namespace {

/// There are dates to come, and each of them was cancelled for itself.
bool all_cancelled(const Session& series, const FromDate& from, const TimeZones& zones, Instant now) {
    if (!first_slot_from(series, from, zones, now)) { return false; }
    const auto& zone = stored_zone(zones, series.time_zone);
    const auto begin = zone.to_instant(LocalTime{from.date});
    return standing_from(series, zone, from.past_too ? begin : std::max(begin, now), 1).empty();
}

}  // namespace

bool is_cancelled(const Session& session, const ChangeScope& scope, const TimeZones& zones, Instant now) {
    if (!session.is_series()) { return !takes_time(session.status); }
    if (const auto* from = std::get_if<FromDate>(&scope)) { return all_cancelled(session, *from, zones, now); }
    const auto* one = std::get_if<OneSlot>(&scope);
    if (one == nullptr) { return all_cancelled(session, FromDate{kFirstDate}, zones, now); }
    const auto change = session.changes.find(one->slot);
    return change != session.changes.end() && !takes_time(change->second.status);
}

Refusal nothing_to_move(const Session& session, const ChangeScope& scope, const std::string& at) {
    const auto* one = std::get_if<OneSlot>(&scope);
    const auto id = to_string(OccurrenceId{session.number(), one != nullptr ? std::optional{one->slot} : std::nullopt});
    const auto move = "practice session move " + id + " '" + at + "'";
    if (session.is_series() && one == nullptr) {
        const auto* from = std::get_if<FromDate>(&scope);
        const auto part = from != nullptr ? " `from " + to_string(from->date) + "`" : std::string{" `all`"};
        return misuse("all dates of " + id + (from != nullptr ? " from " + to_string(from->date) + " on" : " to come") +
                          " are cancelled: there is nothing to move",
                      "'practice session restore " + id + part +
                          " `singles`' brings them back as they were; to bring them back at that time: " + move + part +
                          " `restore`");
    }
    return misuse(id + " is cancelled: there is nothing to move",
                  "'practice session restore " + id +
                      "' brings it back as it was; to bring it back at that time: " + move + " `restore`");
}

bool moves_cancelled(const Session& before, const Session& after, const std::optional<Date>& slot,
                     const Office& office) {
    const auto was = occurrence_at(before, office.zone(before.time_zone), slot);
    const auto is = occurrence_at(after, office.zone(after.time_zone), slot);
    return was && is && !takes_time(was->status()) && !takes_time(is->status()) && was->start != is->start;
}

void check_not_cancelled(const Session& before, const Session& after, const std::optional<Date>& slot,
                         const Office& office) {
    if (before.is_series() != after.is_series()) { return; }
    const bool whole = before.is_series() && !slot;
    const bool moves = whole ? before.start != after.start && is_cancelled(before, Whole{}, *office.zones, office.now)
                             : moves_cancelled(before, after, slot, office);
    if (!moves) { return; }
    const auto id = to_string(OccurrenceId{before.number(), slot});
    const auto hint =
        whole ? "to bring back those of its dates that are to take place: practice session restore " + id + "@DATE"
              : "to bring it back first: practice session restore " + id;
    throw Refusal{RefusalKind::misuse,
                  Problem{id + " is cancelled: there is nothing to move", hint, std::nullopt, {}, "at"}};
}

}  // namespace practice::app
