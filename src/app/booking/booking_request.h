// SPDX-License-Identifier: MIT
// From words to what they mean: names become people and rooms, times become dates, rules become values, and
// what was not said gets its default (contract: Adding a session). Each reading function throws a Refusal
// with what to type instead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/booking.h"

namespace practice::app {

/// Each client's own status, in the order of `clients`; empty when none is said. `series`: of a series as a whole.
[[nodiscard]] std::vector<Attendance> read_client_statuses(const SessionWords& words,
                                                           const std::vector<ClientName>& clients, bool series);

/// All of it, with every problem of the words reported at once.
[[nodiscard]] BookingRequest read_request(const SessionWords& words, const Office& office, const Directory& directory);

// The parts, for verbs that change one of them.

struct People {
    const Professional* professional = nullptr;
    std::vector<ClientName> clients;
};
/// The professional given, else you, else the only one, else the clients' own.
[[nodiscard]] People read_people(const SessionWords& words, const Office& office, const Directory& directory);

/// The services with their prices: given, else the clients' fee, the professional's, the service's.
[[nodiscard]] std::vector<ServiceLine> read_lines(const SessionWords& words, const People& people, const Office& office,
                                                  const Directory& directory);

/// Adds the modifiers to the lines they belong to.
void read_modifiers(const SessionWords& words, std::vector<ServiceLine>& lines);

/// The rooms it may be in, in order of preference: the one named, the virtual one, the professional's
/// usual one, the configured one, else all in-person rooms.
[[nodiscard]] std::vector<RoomName> read_rooms(const SessionWords& words, const Professional& professional,
                                               const Office& office, const Directory& directory);

/// The rule with its end, or nullopt for a single session. `start` (the time of day at which it begins, when
/// known) decides which day an UNTIL with a time of day includes.
[[nodiscard]] std::optional<RecurrenceRule> read_rule(const SessionWords& words, const text::Now& now,
                                                      const TimeZone& zone, std::optional<TimeOfDay> start,
                                                      Weekday week_starts, const Directory& directory);

/// Refuses more than one of `ends`, `times` and `held`.
void refuse_two_ends(const SessionWords& words);
/// How many dates are to take place (`held`).
[[nodiscard]] std::optional<int> read_held(const SessionWords& words);

/// Refuses an end before `earliest` and a rule that never has a date from then on.
void check_rule(Date earliest, const RecurrenceRule& rule);
/// The same, and a start that is not a date of its rule.
void check_start_on_rule(Date start, std::optional<TimeOfDay> time, const RecurrenceRule& rule);
/// Refuses a start in the past unless `allowed`.
void check_not_past(LocalTime start, const TimeZone& zone, Instant now, bool allowed);

}  // namespace practice::app
