// SPDX-License-Identifier: MIT
#include "app/change/marks_to_come.h"

#include "app/office.h"
#include "practice/marks_to_come.h"
#include "text/format_time.h"

namespace practice::app {

void check_marks_have_been(const Session* before, const Session& after, const Office& office) {
    const auto& zone = office.zone(after.time_zone);
    const auto& zone_before = before != nullptr ? office.zone(before->time_zone) : zone;
    const auto mark = mark_to_come(before, zone_before, after, zone, office.now);
    if (!mark) { return; }
    const std::string status{to_string(mark->status)};
    const auto start = text::weekday_date(date_of(mark->start)) + " " + to_string_time(time_of_day(mark->start));
    Problem problem{mark->id.session.stored()
                        ? to_string(mark->id) + " cannot be marked " + status + ": it begins on " + start +
                              ", which is still to come"
                        : "what begins on " + start + " is still to come, and cannot be marked " + status,
                    "mark it once it has begun, or add `allow-future`",
                    std::nullopt,
                    {}};
    problem.field = mark->client ? "client-status" : "status";
    throw Refusal{RefusalKind::misuse, std::move(problem)};
}

}  // namespace practice::app
