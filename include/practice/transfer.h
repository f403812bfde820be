// SPDX-License-Identifier: MIT
// Handing over what is to come: from one professional to another, or from one room to another. A series is
// split at the moment of the handover; what has been stays where it was. Only what the new professional or
// room already has can be in the way: everything else about a session stays as it is.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "practice/booking.h"
#include "practice/conflict.h"
#include "practice/session.h"

namespace practice {

struct ProfessionalTransfer {
    ProfessionalName from;
    ProfessionalName to;
};
struct RoomTransfer {
    RoomName from;
    RoomName to;
};
using TransferSubject = std::variant<ProfessionalTransfer, RoomTransfer>;

struct TransferRequest {
    TransferSubject subject;
    /// Occurrences that start before this stay.
    Instant since;
    /// Refused clashes are only reported. Skipping: what clashes stays; of a series those dates, or all of it
    /// when there are many of them; what clashes for ever is for the caller to refuse. What is allowed goes all the
    /// same.
    ClashPolicy policy = {};
    Instant now;
};

/// What becomes of one session.
struct Transferred {
    Session before;
    Session after;
    /// What carries on after a split: not stored yet, with no id and no UID.
    std::optional<Session> continuation;
    /// The slots that go, where the series as such stays; empty otherwise.
    std::vector<Date> slots;
    /// Of a series, the slots from before that were moved to a time that goes.
    std::vector<Date> moved_on;
    /// Of a series, the slots from later on that were moved to a time before that, and stay.
    std::vector<Date> moved_before;
    /// Dates that stay because they clash.
    std::vector<Date> stayed;
    /// All of it stays because it clashes: `after` is as `before`, and there is no continuation.
    bool left = false;
    /// What is in the way; and, apart, what is allowed to be.
    Conflicts conflicts;

    /// The part that has gone over.
    [[nodiscard]] const Session& moved() const { return continuation ? *continuation : after; }
};

struct TransferPlan {
    /// By id; sessions with nothing to hand over are not in it.
    std::vector<Transferred> list;
    /// What the conflicts refer to: what the receiving side had, and what has gone over.
    std::vector<Session> others;

    [[nodiscard]] bool clashes() const;
    /// Any of them clashes for ever.
    [[nodiscard]] bool clashes_endlessly() const;
};

/// `booked`: what the new professional or room has from `since` on, and the time off. Those that go over are
/// checked against each other, too, in their order.
[[nodiscard]] TransferPlan plan_transfer(std::vector<Session> sessions, const TransferRequest& request,
                                         const Booked& booked, const TimeZones& zones);

}  // namespace practice
