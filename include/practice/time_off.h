// SPDX-License-Identifier: MIT
// Time off is an absence, not a clash. A series does not store the dates that time off takes from it, but which time
// off it gives way to: all that stood when it was booked, or when a change brought it there. Such a date does not take
// place as long as that time off stands and the date is its professional's. Time off that is entered later takes
// nothing by itself; a date that was moved or marked by itself never gives way.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "practice/conflict.h"
#include "practice/refusal.h"
#include "practice/session.h"

namespace practice {

/// The wall clocks of time off and of a session; null where the two are one.
struct AwayClocks {
    const TimeZone* practice = nullptr;
    const TimeZone* session = nullptr;
};

/// Finds the dates on which `session` does not take place: where what it yields to still stands. `standing`: all the
/// time off there is of those it yields to; more does no harm.
void leave_dates_away(Session& session, std::span<const Away> standing, const AwayClocks& clocks);

/// What was decided when a series was booked or changed.
struct YieldScope {
    /// Null: it is new.
    const Session* before = nullptr;
    /// Dates that the command itself names: they take place, or clash.
    std::vector<Date> named;
    /// False: it clashes with what it does not yield to already (it is booked all the same).
    bool to_more = true;
};

/// The one place that decides what a series yields to: what it did before, as far as it is still the same
/// professional's, and the time off into which a date has come that did not stand so before. False when that would
/// take every date, or all but a few for ever: then it yields to nothing new.
bool yield_to_time_off(Session& after, const Booked& booked, const TimeZones& zones, const YieldScope& scope = {});

/// What to say to whoever names a date on which the series does not take place for the time being.
[[nodiscard]] std::optional<Refusal> is_away(const Session& session, Date slot);

/// The dates on which `after` does not take place, and `before` did.
[[nodiscard]] std::vector<DateAway> newly_away(const Session& before, const Session& after);
/// Dates that were away in `before` and take place in `after`, ascending.
[[nodiscard]] std::vector<Date> back_again(const Session& before, const Session& after);

}  // namespace practice
