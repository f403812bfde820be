// SPDX-License-Identifier: MIT
// Changes told in a line each, for the tests of rescheduling.h.
#pragma once

#include "domain/conflict_world.h"
#include "practice/refusal.h"
#include "practice/rescheduling.h"

namespace rescheduling_world {

using namespace conflict_world;

/// The present, unless a test says otherwise.
inline const Instant kNow = utc("2026-11-23 13:00");

inline Session weekly(const std::string& rrule = "FREQ=WEEKLY", const std::string& start = "2026-12-01 09:00") {
    return session(12, {.start = start, .length = 45, .rrule = rrule});
}

/// "12@2026-12-08 2026-12-09 15:00 45 Room 1 attended", for the first `most` of a session.
inline Lines told(const Session& session, std::size_t most = 4) {
    Lines lines;
    const auto& zone = *zones().find(session.time_zone);
    const auto add = [&](std::optional<Date> slot) {
        const auto occurrence = *occurrence_at(session, zone, slot);
        auto line = (slot ? "@" + to_string(*slot) + " " : "") + minute_of(occurrence.local_start) + " " +
                    std::to_string(occurrence.length().count()) + " " + occurrence.room().name;
        if (occurrence.status() != Status::scheduled) { line += " " + std::string{to_string(occurrence.status())}; }
        lines.push_back(line);
    };
    if (!session.is_series()) {
        add(std::nullopt);
    } else {
        for (const auto slot : session.recurrence->next(kFirstDate, most)) { add(slot); }
    }
    return lines;
}

inline SessionEdit at_time(const std::string& time) {
    SessionEdit edit;
    edit.time.time = time_of_day(at("2026-01-01 " + time));
    return edit;
}
inline SessionEdit to(const std::string& when, std::optional<Date> instead_of = {}) {
    SessionEdit edit;
    edit.time = {date_of(at(when)), time_of_day(at(when)), instead_of};
    return edit;
}
inline SessionEdit into(const RoomName& room) {
    SessionEdit edit;
    edit.room = room;
    return edit;
}
inline SessionEdit with_rule(const std::string& rrule) {
    SessionEdit edit;
    edit.rule = NewRule{parse_rrule(rrule).rule};
    return edit;
}
inline SessionEdit ending(const NewEnd& end) {
    SessionEdit edit;
    edit.end = end;
    return edit;
}

inline ChangePlan edited(const Session& session, const ChangeScope& scope, const SessionEdit& edit,
                         Instant now = kNow) {
    return plan_edit(session, scope, edit, zones(), now);
}
inline ChangeScope one(const std::string& slot) {
    return OneSlot{on(slot)};
}
inline ChangeScope from(const std::string& date) {
    return FromDate{on(date)};
}

inline Session marked(const Session& session, const std::string& slot, Status status) {
    return *plan_mark(session, one(slot), status, {}).after;
}
inline Session cancelled(const Session& session, const std::string& slot) {
    return *plan_cancel(session, one(slot), {}, zones(), kNow).after;
}

/// "message | hint".
template <class Call>
std::string refused(Call&& call) {
    try {
        (void)call();
    } catch (const Refusal& refusal) {
        return refusal.problems().at(0).message + " | " + refusal.problems().at(0).hint;
    }
    return "accepted";
}

}  // namespace rescheduling_world
