// SPDX-License-Identifier: MIT
// What a change did to a session, told to people (before -> after) and to programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "practice/occurrence.h"
#include "practice/session.h"
#include "text/wording/conflict_text.h"

namespace practice::text {

struct ChangeView {
    const Session* before = nullptr;
    /// Null: deleted.
    const Session* after = nullptr;
    /// What carries on after a split; null without one.
    const Session* continuation = nullptr;
    /// Set when the change is of one slot.
    std::optional<Date> slot;
    /// Set when it is of a date and all that follow.
    std::optional<Date> from;
    /// Records kept as they were, and slots whose own change went with them; of `before`.
    std::vector<Date> kept;
    std::vector<Date> lost;
    /// From a date on: slots before that which were moved behind it; and what has been, and stays.
    std::vector<Date> moved_on;
    std::vector<Date> been;
    /// Of a series of which the rest was cancelled: that it cannot be restored any more.
    bool rest_lost = false;
    /// Left out because they clash.
    std::vector<Date> left_out;
    /// Away before for time off, and left out now, since they are over or clash.
    std::vector<Date> stay_away;
    /// Not restored, or not given by a later end, for they were cancelled, left out or deleted one by one.
    std::vector<Date> singles;
    /// What was cancelled, left out or deleted one by one was to come back, too.
    bool brings_singles = false;
    /// The change is to restore.
    bool restores = false;
    /// Left as it was because it clashes.
    bool left_alone = false;
    const Conflicts* conflicts = nullptr;
    /// How clashes call what is booked, where its number does not do.
    NameBooked name_booked;
    const TimeZones* zones = nullptr;
    Instant now;
    bool dry_run = false;
};

/// What it is called: "12@2026-12-08", "12", or after a split the new one.
[[nodiscard]] std::string changed_id(const ChangeView& view);

/// "Moved 12@2026-12-08: Anna Smith with Dana Lee" and a line for everything that is different. `done` is
/// "Moved" or "Would move". In a dry run that gives a series other dates, all that come are among it.
[[nodiscard]] std::string change_told(const ChangeView& view, std::string_view done);
/// The first part of it: who, and what is different.
[[nodiscard]] std::string difference_told(const ChangeView& view, std::string_view done);
/// "12@2026-12-08: attended; note: ...", of each of these slots what it has of its own.
[[nodiscard]] std::vector<std::string> lost_with(const Session& before, const TimeZone& zone,
                                                 const std::vector<Date>& lost);
/// What a session has of its own that goes when `after` is left of it: of a single one, or of a series as a whole, its
/// marks, note and ref; the rest of a series that was cancelled, and could have been restored.
[[nodiscard]] std::vector<std::string> lost_of_itself(const Session& before, const std::optional<Session>& after,
                                                      const TimeZone& zone);
/// What did not come back with the rest, dates and clients who have cancelled for themselves, and how it would; nothing
/// when there is none.
[[nodiscard]] std::string still_out_told(const ChangeView& view);
/// "  clash    room  Room 1 is taken by ...", a line for each.
[[nodiscard]] std::string clashes_told(const ChangeView& view);
/// From a date on: what was moved across it, what was kept, and what has been.
[[nodiscard]] std::string kept_told(const ChangeView& view);
/// Of what is restored as a whole, or from a date on: the dates that were cancelled or left out and take place now.
[[nodiscard]] std::vector<Date> restored_dates(const ChangeView& view);
[[nodiscard]] std::string back_told(const ChangeView& view);
/// The rest: the dates it then has, those left out, gone and kept, and the clashes.
[[nodiscard]] std::string changed_dates_told(const ChangeView& view);
/// From this slot on the dates are told: today, on the session's wall clock.
[[nodiscard]] Date dates_told_from(const Session& session, const TimeZones& zones, Instant now);

/// The session or occurrence as it is now (as it was, when deleted), and "before", "after", "continuation",
/// "kept", "lost", "rest_lost", "left_out", "clashes", "dry_run".
[[nodiscard]] std::string change_json(const ChangeView& view);

}  // namespace practice::text
