// SPDX-License-Identifier: MIT
#include "app/import/cancelled_by_file.h"

#include <string>

#include "practice/rescheduling.h"

namespace practice::app {

std::optional<Session> cancelled_by_file(const Session& session, std::string_view reason, const Office& office) {
    const auto& zone = office.zone(session.time_zone);
    if (!session.is_series()) {
        if (!takes_time(session.status) || is_record(session.status)) { return std::nullopt; }
        if (zone.to_instant(session.start) <= office.now) { return std::nullopt; }
    } else {
        const auto today = date_of(zone.to_local(office.now));
        if (!session.recurrence->on_or_after(today)) { return std::nullopt; }
    }
    auto plan = plan_cancel(session, Whole{}, {false, std::string{reason}}, *office.zones, office.now);
    auto after = as_next_version(session, std::move(*plan.after), office.now);
    return after == session ? std::nullopt : std::optional{std::move(after)};
}

Session here_again(Session session, const Office& office) {
    if (session.is_series() && session.former_end) {
        const auto local = office.zone(session.time_zone).to_local(office.now);
        const bool begun = time_of_day(session.start) <= time_of_day(local);
        const auto from = date_of(local) + std::chrono::days{begun ? 1 : 0};
        return std::move(*plan_restore(session, FromDate{from}).after);
    }
    if (session.status == Status::cancelled) {
        session.status = Status::scheduled;
        session.reason.clear();
    }
    return session;
}

}  // namespace practice::app
