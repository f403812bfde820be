// SPDX-License-Identifier: MIT
// What was booked, and what stands on a date. A session is a single one or a series; a series is one
// value for ever, and only slots that differ from it have a change of their own. Occurrences are
// computed when asked for (occurrence.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/allowed_clash.h"
#include "practice/former_end.h"
#include "practice/ids.h"
#include "practice/recurrence.h"
#include "practice/room.h"
#include "practice/service.h"
#include "practice/time_zone.h"

namespace practice {

enum class Status { scheduled, attended, no_show, cancelled, late_cancelled };

/// "scheduled", "attended", "no-show", "cancelled", "late-cancelled".
[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::optional<Status> parse_status(std::string_view text);
/// A cancelled or late-cancelled occurrence takes nobody's time.
[[nodiscard]] constexpr bool takes_time(Status status) {
    return status != Status::cancelled && status != Status::late_cancelled;
}
/// A status that was given to something that has been: such a slot is a record.
[[nodiscard]] constexpr bool is_record(Status status) {
    return status != Status::scheduled;
}

// Who and where, with what is needed to tell of them without another look-up.
struct ProfessionalName {
    ProfessionalId id;
    std::string code;
    std::string name;
    bool operator==(const ProfessionalName&) const = default;
};
struct RoomName {
    RoomId id;
    std::string name;
    RoomKind kind = RoomKind::in_person;
    int capacity = 1;
    std::string link;
    bool operator==(const RoomName&) const = default;
};
struct ClientName {
    ClientId id;
    std::string name;
    bool operator==(const ClientName&) const = default;
};
/// One client's own status in a session of several; without one, the occurrence's holds.
struct Attendance {
    ClientId client;
    Status status = Status::scheduled;
    bool operator==(const Attendance&) const = default;
};

/// How one slot differs from its series. An empty field is as the series says.
struct SlotChange {
    std::optional<LocalTime> start;  // in the session's zone
    std::optional<Length> length;
    std::optional<ProfessionalName> professional;
    std::optional<RoomName> room;
    std::optional<std::vector<ClientName>> clients;
    std::optional<std::vector<ServiceLine>> lines;
    std::optional<std::string> note;
    Status status = Status::scheduled;
    std::string reason;  // of a cancellation
    std::vector<Attendance> attendance;
    bool operator==(const SlotChange&) const = default;
};

/// A stretch of a professional's time off to which a series gives way, as it stood when the series was booked, or
/// when a change brought the series into it. On the practice's wall clock.
struct Yield {
    ProfessionalId to;
    Span<LocalTime> span;
    bool operator==(const Yield&) const = default;
};
/// A date on which a series does not take place for the time being.
struct DateAway {
    Date date;
    std::string because;  // "Dana Lee is away (vacation)"
    bool operator==(const DateAway&) const = default;
};

struct Session {
    SessionId id;
    /// Of a later part of a series: the first part. None: it is the first, or the only one.
    SessionId first_part = {};
    /// RFC 5545 UID; stays for good.
    std::string uid;
    /// RFC 5545 SEQUENCE; rises with each change.
    int sequence = 0;
    ProfessionalName professional;
    RoomName room;
    std::vector<ClientName> clients;  // at least one, in the order given
    std::vector<ServiceLine> lines;   // at least one, in the order given
    std::string time_zone;            // IANA
    /// The first one's start on the wall clock of `time_zone`; for a series the anchor's date, and the
    /// time of day of all slots.
    LocalTime start;
    Length length{0};
    /// Whether somebody said that length, or it is that of the services; nullopt: booked when that was not kept.
    std::optional<bool> length_said = std::nullopt;
    /// Set for a series. Its anchor is start's date.
    std::optional<Recurrence> recurrence;
    /// Series only. A change of a slot beyond the end means nothing as long as that is the end; it waits for a later
    /// one, or for the rest that was cancelled (former_end).
    std::map<Date, SlotChange> changes;
    /// Of a series of which the rest has been cancelled.
    std::optional<FormerEnd> former_end = std::nullopt;
    /// Which time off it gives way to (time_off.h); ascending. Series only.
    std::vector<Yield> yields = {};
    /// Derived from `yields` and the time off that stands: the same dates as the recurrence's away().
    std::vector<DateAway> away = {};
    // Of a single session; a series has them by slot.
    Status status = Status::scheduled;
    std::string reason;
    std::vector<Attendance> attendance;
    std::string note;
    /// The key under which it was imported; empty: none.
    std::string ref;
    Currency currency;
    /// What it may clash with, because whoever booked or changed it said so; ascending.
    std::vector<AllowedClash> allowed = {};
    /// Booked although it clashed, when it was not kept with what: with anything that was there then.
    bool clash_allowed = false;
    Instant created;
    Instant changed;

    /// The number that people know it by, for good: that of the first part.
    [[nodiscard]] SessionNumber number() const { return {first_part.none() ? id.value : first_part.value}; }
    [[nodiscard]] bool is_series() const { return recurrence.has_value(); }
    [[nodiscard]] bool may_clash() const { return clash_allowed || !allowed.empty(); }
    bool operator==(const Session&) const = default;
};

/// Throws Refusal(misuse) when it, or a changed slot, would end after the last day for one (9999-12-30).
void require_end_in_calendar(const Session& session);

}  // namespace practice
