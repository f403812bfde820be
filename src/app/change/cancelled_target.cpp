// SPDX-License-Identifier: MIT
#include "app/change/cancelled_target.h"

#include "app/office.h"
#include "practice/skipping.h"

namespace practice::app {
namespace {

bool is_cancelled_date_by_date(const Session& series) {
    return series.recurrence->first() && series.recurrence->last() && dates_held(series) == 0;
}

}  // namespace

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
    const bool moves = whole ? before.start != after.start && is_cancelled_date_by_date(before)
                             : moves_cancelled(before, after, slot, office);
    if (!moves) { return; }
    const auto id = to_string(OccurrenceId{before.id, slot});
    Problem problem{id + " is cancelled: there is nothing to move",
                    whole ? "bring back the dates that are to take place, with 'practice session restore', and import "
                            "again"
                          : "to bring it back first: practice session restore " + id,
                    {},
                    {}};
    problem.field = "at";
    throw Refusal{RefusalKind::misuse, std::move(problem)};
}

}  // namespace practice::app
