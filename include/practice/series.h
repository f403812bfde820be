// SPDX-License-Identifier: MIT
// A series as people know it: one number, and the parts that it has had. What changes from a date on begins another
// part, with a rule, people, place, services, length and zone of its own. Every slot of a part is later than every slot
// of the part before it, so that no date is that of two. A single session is one part, without a recurrence.
#pragma once

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

/// Parts that have become equal and continue each other become one; the earlier keeps its row and UID.
[[nodiscard]] Parts grown_together(Parts parts);

}  // namespace practice
