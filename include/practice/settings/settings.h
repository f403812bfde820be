// SPDX-License-Identifier: MIT
// What somebody wants a practice to be: the contents of a settings file (`practice apply`), or of one
// command such as `room add`. Values are as they were written; settings_plan.h makes sense of them against
// what there is. Whatever is not given stays as it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/ids.h"

namespace practice {

/// A place in the file, counted from 1; line 0: there is no file (a command line).
struct Spot {
    int line = 0;
    int column = 0;
    bool operator==(const Spot&) const = default;
};

/// A value as it was written. Nothing, "none" and "null" clear it.
struct Written {
    std::string text;
    Spot spot;
    bool operator==(const Written&) const = default;
};
using Given = std::optional<Written>;

struct FeeEntry {
    Written service;  // a code
    Written price;
};
struct HoursEntry {
    /// "mon-thu"; without it `spans` says a whole week: "mon-thu 09:00-17:00; fri 09:00-13:00".
    Given days;
    Written spans;
};
struct TimeOffEntry {
    /// "2026-12-24", or with a time "2026-12-24T14:00".
    Written from;
    /// A date is included, at a time it stops; not given: the one day of `from`.
    Given to;
    Given reason;
};

struct PracticeEntry {
    Spot spot;
    bool incomplete = false;
    Given name, time_zone, currency, week_starts, slot;
};
/// In all entries:
/// - `id` says which one is meant, and the code or name is then a new one;
/// - `incomplete`: something in it made no sense already, so that what is missing is not told as well;
/// - lists and maps that are given replace what there was, the whole of it.
struct ProfessionalEntry {
    Spot spot;
    bool incomplete = false;
    std::optional<ProfessionalId> id;
    Given code, name, email, phone, room, archived;
    std::optional<std::vector<HoursEntry>> hours;
    std::optional<std::vector<FeeEntry>> fees;
    std::optional<std::vector<TimeOffEntry>> time_off;
};
struct RoomEntry {
    Spot spot;
    bool incomplete = false;
    std::optional<RoomId> id;
    Given name, kind, address, link, capacity, archived;
};
struct ServiceEntry {
    Spot spot;
    bool incomplete = false;
    std::optional<ServiceId> id;
    Given code, description, length, price, per, archived;
};
struct RecurrenceEntry {
    Spot spot;
    bool incomplete = false;
    std::optional<NamedRecurrenceId> id;
    Given name, archived;
    /// One of: words or an RRULE value; or "6 weeks" with the weekdays or days of the month it is on.
    Given rule, every, on;
};
struct ClientEntry {
    Spot spot;
    bool incomplete = false;
    std::optional<ClientId> id;
    /// As `id`, as written.
    Given number;
    Given name, email, phone, note, time_zone, archived;
    std::optional<std::vector<Written>> professionals;  // codes
    std::optional<std::vector<FeeEntry>> fees;
};

struct FeedEntry {
    Spot spot;
    bool incomplete = false;
    std::optional<DeclaredFeedId> id;
    Given name, file, privacy, since, until, show_cancelled, per, mode, archived;
    std::optional<std::vector<Written>> professionals;  // codes
    std::optional<std::vector<Written>> rooms;          // names
    std::optional<std::vector<Written>> clients;        // numbers or names
    std::optional<std::vector<Written>> services;       // codes
};

/// A section that is not there at all says nothing; an empty one says that there are none (which matters
/// for `prune`).
struct Settings {
    std::optional<PracticeEntry> practice;
    std::optional<std::vector<ProfessionalEntry>> professionals;
    std::optional<std::vector<RoomEntry>> rooms;
    std::optional<std::vector<ServiceEntry>> services;
    std::optional<std::vector<RecurrenceEntry>> recurrences;
    std::optional<std::vector<ClientEntry>> clients;
    std::optional<std::vector<FeedEntry>> feeds;
};

}  // namespace practice
