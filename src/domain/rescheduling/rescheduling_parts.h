// SPDX-License-Identifier: MIT
// What the files of rescheduling.h share.
#pragma once

#include <set>

#include "practice/refusal.h"
#include "practice/rescheduling.h"

namespace practice::rescheduling {

[[nodiscard]] const TimeZone& zone_named(const TimeZones& zones, const std::string& name);
/// The number of a session, as people type it.
[[nodiscard]] std::string number_of(const Session& session);
/// "12@2026-12-08 is not one of its dates".
[[nodiscard]] Refusal no_such_slot(const Session& session, Date slot);
/// A change after which it would have no date left; or it has none, since it was cancelled.
[[nodiscard]] Refusal no_date_left(const Session& session);
/// The end wanted is before its first date, that of the rule without an end.
[[nodiscard]] Refusal ends_before_first(const Session& session, Date end, Date first);
/// From `date` on it has none, or they were cancelled.
[[nodiscard]] Refusal no_date_from(const Session& session, Date date);
/// The wall-clock start of a slot, its own change included.
[[nodiscard]] LocalTime wall_start(const Session& session, Date slot);
/// `time` on the day and at the time of day that `wanted` says; where daylight saving skips it, where it
/// really is.
[[nodiscard]] LocalTime at_new_time(LocalTime time, const NewTime& wanted, const TimeZone& zone);
/// Everything of the edit but time and recurrence.
[[nodiscard]] Session with_fields(Session session, const SessionEdit& edit);
/// Takes away a slot's change that says nothing.
void drop_if_empty(Session& session, Date slot);
/// The recurrence with other left-out and added dates.
[[nodiscard]] Recurrence with_dates(const Recurrence& recurrence, std::vector<Date> excluded, std::vector<Date> added);
/// The series with the dates that are away: time off is decided anew after a change.
[[nodiscard]] Session as_booked(Session session);
[[nodiscard]] std::vector<Date> without(std::vector<Date> dates, Date date);
[[nodiscard]] std::vector<Date> with(std::vector<Date> dates, Date date);

/// See rescheduling_over.cpp. The series without what would take place before `now`, but for the slots it `had`; they
/// go to `over`. With an end by what is held, it holds as many.
[[nodiscard]] Session without_over(Session series, const std::set<Date>& had, const std::optional<NewEnd>& end,
                                   const TimeZone& zone, Instant now, std::vector<Date>& over);

/// See rescheduling_delete.cpp. The slots with a change of their own that are none in `after`; all, when nothing is
/// left.
[[nodiscard]] std::vector<Date> own_changes_lost(const Session& before, const std::optional<Session>& after);

/// Where "from a date on" begins. See rescheduling_border.cpp.
struct Border {
    /// The first slot behind it, its own change aside.
    std::optional<Date> split;
    /// Slots from `split` on that stay: records, and what takes place before the border.
    std::vector<Date> staying;
    /// Slots before `split` that take place behind the border, and are no records.
    std::vector<Date> moved_on;
    /// What was asked for and has been.
    std::vector<Date> been;
};
[[nodiscard]] Border border_of(const Session& session, const FromDate& from, const TimeZones& zones, Instant now);
/// What takes place from this instant on, and not before `from`.
[[nodiscard]] Border border_since(const Session& session, Date from, Instant at, const TimeZones& zones, Instant now);
/// There is nothing behind the border.
[[nodiscard]] Refusal nothing_behind(const Session& session, const FromDate& from);

/// See rescheduling_series.cpp. `staying`: slots that stay as they are, beside the records.
[[nodiscard]] ChangePlan edit_series(const Session& session, const SessionEdit& edit, const TimeZones& zones,
                                     Instant now, const std::vector<Date>& staying = {});
/// What stays is the first slot, as it stands. See rescheduling_to_single.cpp.
[[nodiscard]] ChangePlan to_single(const Session& session, const SessionEdit& edit, const TimeZones& zones, Instant now,
                                   const std::vector<Date>& staying);
/// The first slot that has not begun by now, its own changes aside.
[[nodiscard]] std::optional<Date> next_slot(const Session& session, const TimeZone& zone, Instant now);
/// See rescheduling_split.cpp. REQUIRES: there is something behind the border.
[[nodiscard]] ChangePlan edit_behind(const Session& session, const Border& border, const SessionEdit& edit,
                                     const TimeZones& zones, Instant now);

/// See rescheduling_claims.cpp. Nullopt when nothing is asked of any kind.
[[nodiscard]] std::optional<FreeCheck> check_of(const Session& after,
                                                std::array<std::optional<ConflictScope>, 3> by_kind);

/// Nothing but the claims of this kind, in all of its slots. See rescheduling_claims.cpp.
[[nodiscard]] Session claims_only(Session session, ClashKind kind);

/// A series cut in two before `split`: records and what `keeps` stay with the first part.
struct Split {
    Session first;
    Session rest;
    std::vector<Date> kept;
};
/// REQUIRES: a slot on or after `split`.
[[nodiscard]] Split split_before(const Session& session, Date split, const std::vector<Date>& staying);
/// `session` where these slots, to come and before the border, get what they have not of their own. They keep their day
/// and time, which are their own.
[[nodiscard]] Session with_moved_on(Session session, const std::vector<Date>& slots, const SessionEdit& edit,
                                    const TimeZones& zones, Instant now);
/// The slots from `from` on that are records.
[[nodiscard]] std::vector<Date> records_from(const Session& session, Date from, const TimeZones& zones, Instant now);

}  // namespace practice::rescheduling
