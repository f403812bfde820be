// SPDX-License-Identifier: MIT
// A series as people know it: one number, and the parts that it has had. What changes from a date on begins another
// part, with a rule, people, place, services, length and zone of its own. Every slot of a part is later than every slot
// of the part before it, so that no date is that of two. A single session is one part, without a recurrence.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "practice/rescheduling.h"
#include "practice/session.h"

namespace practice {

/// Of one number; in order, at least one.
using Parts = std::vector<Session>;

/// The part that has this slot; nullptr: none has.
[[nodiscard]] const Session* part_with(const Parts& parts, Date slot);
/// The part in whose stretch of the calendar a date lies: the last that begins on it or before; the first when all
/// begin later.
[[nodiscard]] const Session& part_around(const Parts& parts, Date date);
/// The nearest slots of all parts, before and after a date that is none of theirs.
struct NearSlots {
    std::optional<Date> before;
    std::optional<Date> after;
};
[[nodiscard]] NearSlots near_slots(const Parts& parts, Date date);

/// A slot of a part that is not later than one of the part before it.
struct OutOfOrder {
    Date slot;
    /// The last slot of the part before: what follows it begins behind that.
    Date last_before;
};
[[nodiscard]] std::optional<OutOfOrder> out_of_order(const Parts& parts);

/// What a later part has set itself, so that a change from an earlier date on leaves it alone.
enum class PartField { professional, room, clients, services, length, note, zone, time, rule };
/// In what `part` differs from the one before it, which it was cut from.
[[nodiscard]] std::vector<PartField> set_itself(const Session& before, const Session& part);
/// A change that an earlier part gets, as a later one takes it: without what is its own. `own` gets what was asked for
/// and stays.
[[nodiscard]] SessionEdit for_later_part(SessionEdit edit, const Session& before, const Session& part,
                                         std::vector<PartField>& own);

/// Both, when they are equal and the second goes on where the first ends; the first gives row and UID.
[[nodiscard]] std::optional<Session> as_one(const Session& first, const Session& second);

/// What of a series changes: dates that take place from `from` to `to`; without them, all that is to come.
struct Stretch {
    std::optional<Date> from;
    std::optional<Date> to;
    /// What has been changes, too, but for records.
    bool past_too = false;
    /// What later parts have set themselves changes as well.
    bool later_too = false;
};

struct PartAfter {
    Session session;
    /// The place, among the parts before, of the one that it was or was cut from.
    std::size_t of = 0;
    /// Cut from that: neither stored yet nor named.
    bool is_new = false;
};
/// What becomes of a series. Parts before that are not there any more have grown together with others, or ended before
/// they began.
struct SeriesPlan {
    std::vector<PartAfter> parts;
    /// As in ChangePlan; slots of the series before.
    std::vector<Date> kept;
    std::vector<Date> lost;
    std::vector<Date> moved_on;
    std::vector<Date> been;
    std::vector<Date> nobody_comes;
    std::vector<Date> over;
    std::vector<Date> singles;
    /// The first slot that the change is of, its own change aside.
    std::optional<Date> from;
    /// What later parts keep that was to change, by their first date.
    std::map<Date, std::vector<PartField>> own;
};

/// Throws Refusal as plan_edit() does, and Refusal(conflict) where a slot would not be later than those of the part
/// before. REQUIRES: parts of a series.
[[nodiscard]] SeriesPlan plan_series_edit(const Parts& parts, const Stretch& stretch, const SessionEdit& edit,
                                          const TimeZones& zones, Instant now);

/// All that is to come, or what takes place from a date on; as plan_cancel() does it, through all parts. A part that
/// had not begun is there still, without a date, and waits to be restored.
[[nodiscard]] SeriesPlan plan_series_cancel(const Parts& parts, std::optional<Date> from,
                                            const Cancellation& cancellation, const TimeZones& zones, Instant now);
/// All that was cancelled with the rest, or that of a date and later; as plan_restore() does it.
[[nodiscard]] SeriesPlan plan_series_restore(const Parts& parts, std::optional<Date> from,
                                             const Restoration& restoration);
/// All of it, or what takes place from a date on; as plan_delete() does it. No parts: the series is gone.
[[nodiscard]] SeriesPlan plan_series_delete(const Parts& parts, std::optional<Date> from);

}  // namespace practice
