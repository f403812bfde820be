// SPDX-License-Identifier: MIT
// Changing what is booked, as decisions: a session and what is wanted go in, the session as it will be comes
// out, with a list of everything that could not come along. Nothing but what the scope names is changed:
//
//   one slot          a change of that slot alone
//   from a date on    the series ends before the first slot from then on; a new one carries on, changed
//   the whole         the series itself; changes made to single slots are kept
//
// Records (what has been attended or missed, and past cancellations) are kept as they were by both of the
// wider scopes. Whether the time is free is asked afterwards (what_to_check, conflict.h).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "practice/conflict.h"
#include "practice/occurrence.h"
#include "practice/refusal.h"
#include "practice/session.h"

namespace practice {

/// A single session, or all of a series.
struct Whole {
    bool operator==(const Whole&) const = default;
};
struct OneSlot {
    Date slot;
    bool operator==(const OneSlot&) const = default;
};
/// What takes place on `date` and later, wherever its slot lies. What has begun stays as it was.
struct FromDate {
    Date date;
    /// What has been changes, too, but for records.
    bool past_too = false;
    bool operator==(const FromDate&) const = default;
};
using ChangeScope = std::variant<Whole, OneSlot, FromDate>;

/// Another day, another time of day, or both. What is empty stays.
struct NewTime {
    std::optional<Date> date;
    std::optional<TimeOfDay> time;
    /// With `date`, for more than one slot: the slot that goes there. All others go as many days.
    std::optional<Date> instead_of;
};

struct NewRule {
    /// Nullopt: a single session. Without an end of its own it keeps the one that the series had.
    std::optional<RecurrenceRule> rule;
    /// A date from which its steps are counted; nullopt: the first that it gives.
    std::optional<Date> counted_from = {};
};

struct NeverEnds {};
/// When so many dates take place: left-out and cancelled ones are not counted.
struct HeldDates {
    int count = 1;
};
/// Never, the last date there may be, how many the rule gives, or how many take place.
using NewEnd = std::variant<NeverEnds, Date, int, HeldDates>;

/// What is to be different. An empty field stays as it is.
struct SessionEdit {
    std::optional<ProfessionalName> professional;
    std::optional<RoomName> room;
    std::optional<std::vector<ClientName>> clients;
    std::optional<std::vector<ServiceLine>> lines;
    std::optional<Length> length;
    std::optional<bool> length_said;  // of a whole, or from a date on
    /// With a length that follows the services: how long dates with services of their own are, by their old slots.
    std::map<Date, Length> own_lengths;
    std::optional<std::string> note;  // empty: none
    NewTime time;
    // Only of a whole, or from a date on:
    std::optional<std::string> ref;
    std::optional<std::string> time_zone;
    std::optional<NewRule> rule;
    std::optional<NewEnd> end;
    /// Left out too; empty: all that were left out come back.
    std::optional<std::vector<Date>> excluded;
    /// Dates before now may come to be, as when history is written down.
    bool adds_past = false;
};

struct ChangePlan {
    /// Nullopt: it is deleted.
    std::optional<Session> after;
    /// What carries on after a split: not stored yet, with no id and no UID.
    std::optional<Session> continuation;
    /// Records that the change would have altered, kept as they were; slots of the session before.
    std::vector<Date> kept;
    /// Slots with a change of their own that are no slots any more. Where only the end took them, the change waits for
    /// a later one.
    std::vector<Date> lost;
    /// The date that a series was moved to by name: it is never left out, by time off neither.
    std::optional<Date> named = {};
    /// Cancelled, left out or deleted one by one, in what was to be restored or is given by a later end: they come
    /// back by name only.
    std::vector<Date> singles = {};
    /// How many dates are to take place, when that was the end wanted.
    std::optional<int> held = {};
    /// From a date on: the first slot that the change is of, its own change aside.
    std::optional<Date> from = {};
    /// From a date on: slots before that which were moved behind it, and change, too.
    std::vector<Date> moved_on = {};
    /// From a date on: dates that have been and stay as they were, records among them.
    std::vector<Date> been = {};
    /// Of a series: slots that are cancelled now, since all who are left had cancelled them for themselves.
    std::vector<Date> nobody_comes = {};
    /// Dates that it would have had before now, and never did: they are left out.
    std::vector<Date> over = {};
};

/// Attended, missed or cancelled late; or it began before `now`, and was cancelled or a client's own status is known.
/// That one of several clients has cancelled a date to come is no record: the date changes with its series.
[[nodiscard]] bool is_kept_record(const Occurrence& occurrence, Instant now);

/// The slot that a new date is for when it is given for more than one: the first from a date on; the
/// first of a whole series that has not begun, else the one nearest to `date`. Nullopt for a single
/// session, and when there is none.
[[nodiscard]] std::optional<Date> slot_to_move(const Session& session, const ChangeScope& scope, Date date, Date today);

/// The first slot that a change from a date on is of, its own change aside; nullopt: none is to come.
[[nodiscard]] std::optional<Date> first_slot_from(const Session& session, const FromDate& from, const TimeZones& zones,
                                                  Instant now);

// All of these throw Refusal(misuse) for what makes no sense in that scope, and Refusal(not_found) for a slot
// that is not there.

[[nodiscard]] ChangePlan plan_edit(const Session& session, const ChangeScope& scope, const SessionEdit& edit,
                                   const TimeZones& zones, Instant now);

struct Cancellation {
    bool late = false;
    std::string reason;
    /// Only theirs, in one slot or single session; the others come. Empty: everybody's. REQUIRES: they take part.
    std::vector<ClientId> clients = {};
};
/// One slot or a single session becomes cancelled. From a date on, a series ends before it; as a whole, it
/// ends as of now. The end it had is kept beside the new one.
[[nodiscard]] ChangePlan plan_cancel(const Session& session, const ChangeScope& scope, const Cancellation& cancellation,
                                     const TimeZones& zones, Instant now);

/// A series of which the rest was cancelled, with the end that it had before; any other as it is.
[[nodiscard]] Session with_former_end(Session series);
/// Every date that a series has, would have if it never ended, or had before the rest was cancelled; whoever is away. A
/// slot's own change waits on such a date for the series to have it (again).
[[nodiscard]] Recurrence dates_without_end(const Session& series);
/// What to say to whoever names a date that was cancelled with the rest of its series.
[[nodiscard]] std::optional<Refusal> is_cut_off(const Session& session, Date slot);

/// `clients`: only for them, in one slot or single session; without any, for all. REQUIRES: they take part.
struct Restoration {
    std::vector<ClientId> clients = {};
    /// Of a series, or from a date on: what was cancelled, left out or deleted one by one comes back, too.
    bool singles = false;
    /// With `singles`, what has been stays: slots before this.
    std::optional<Date> not_before = {};
};
/// What was cancelled takes place again; a slot that was left out comes back. A date that time off has taken is named
/// by that: yield_to_time_off() makes it take place. A series, or all of it from a date on,
/// gets back the end that it had, and what was cancelled with the rest.
[[nodiscard]] ChangePlan plan_restore(const Session& session, const ChangeScope& scope,
                                      const Restoration& restoration = {});

/// A plan of plan_restore() for a series: what did not take place in `before` is not brought back where it is over.
[[nodiscard]] ChangePlan only_what_comes(const Session& before, ChangePlan plan, const TimeZones& zones, Instant now);

/// `clients`: only theirs, in a session of several. REQUIRES: they take part.
[[nodiscard]] ChangePlan plan_mark(const Session& session, const ChangeScope& scope, Status status,
                                   const std::vector<ClientId>& clients);

/// For what was entered by mistake: records go too.
[[nodiscard]] ChangePlan plan_delete(const Session& session, const ChangeScope& scope);

/// `after` with the next SEQUENCE and the time of the change, when it differs from `before` at all.
[[nodiscard]] Session as_next_version(const Session& before, Session after, Instant now);

/// What has to be free for `after` to stand: the occurrences, those of `scope`, that `before` did not have at that
/// time, with that professional, with those clients, in that room.
struct FreeCheck {
    /// `after`, with nobody and no room where that is as it was: a new room is looked at on a day of vacation, and the
    /// vacation is not. The others of it stand.
    Session planned;
    ConflictScope scope;
    /// By ClashKind, what is asked; nullopt: nothing.
    std::array<std::optional<ConflictScope>, 3> by_kind;
};
/// Nullopt when nothing that takes time has changed. `beside`: what else has become of `before`, when it was cut in
/// two; what stands there as it stood is not there twice.
[[nodiscard]] std::optional<FreeCheck> what_to_check(const Session& before, const Session& after,
                                                     const TimeZones& zones, const Session* beside = nullptr);
/// What was found of `check`, with what the dates of `after` find among themselves: each kind that is asked about,
/// beside all that its other dates have.
[[nodiscard]] Conflicts with_own_clashes(Conflicts found, const Session& after, const FreeCheck& check,
                                         const TimeZones& zones);
/// Of `check`, with what it found, what is to be asked all the same: `before` did not meet it already, with the same
/// partner, over the same kind of thing, on the same date. `then`: who was found to be in the way, as they stood before
/// the change, and all the time off. Nullopt: nothing.
[[nodiscard]] std::optional<FreeCheck> what_is_newly_met(const Session& before, const Session& after,
                                                         const FreeCheck& check, const Conflicts& found,
                                                         const Booked& then, const TimeZones& zones);
/// `after` with what a check does not ask about: whom and which room its occurrences have as before. Nullopt when it
/// asks about all.
[[nodiscard]] std::optional<Session> what_stays(const Session& after, const FreeCheck& check);

/// `after` without these slots of a series.
[[nodiscard]] Session leaving_out(Session after, const std::vector<Date>& slots);
/// `after` without these slots, which clash: what had been cancelled in `before` is cancelled as it was, all others are
/// left out.
[[nodiscard]] Session without_clashing(const Session& before, Session after, const std::vector<Date>& slots);
/// Those of these slots that would so be left out although they had something of their own: it is lost.
[[nodiscard]] std::vector<Date> own_changes_among(const Session& before, const Session& after,
                                                  const std::vector<Date>& slots);
/// `after` with one slot as it was in `before`.
[[nodiscard]] Session with_slot_of(const Session& before, Session after, Date slot);

}  // namespace practice
