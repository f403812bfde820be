// SPDX-License-Identifier: MIT
// A slot as it now stands.
#pragma once

#include <functional>
#include <vector>

#include "practice/session.h"

namespace practice {

/// A view of one session at one slot: refers to the session it came from, which must outlive it.
struct Occurrence {
    const Session* session = nullptr;
    std::optional<Date> slot;            // empty for a single session
    const SlotChange* change = nullptr;  // null when the slot is as its series says
    Instant start;
    Instant end;
    LocalTime local_start;              // in the session's zone; after a skipped time has been moved
    std::chrono::seconds offset{};      // east of UTC at start
    std::chrono::seconds end_offset{};  // east of UTC at end

    [[nodiscard]] OccurrenceId id() const { return {session->number(), slot}; }
    [[nodiscard]] InstantSpan span() const { return {start, end}; }
    [[nodiscard]] LocalTime local_end() const { return LocalTime{end.time_since_epoch() + end_offset}; }
    [[nodiscard]] const ProfessionalName& professional() const;
    [[nodiscard]] const RoomName& room() const;
    [[nodiscard]] const std::vector<ClientName>& clients() const;
    [[nodiscard]] const std::vector<ServiceLine>& lines() const;
    [[nodiscard]] const std::string& note() const;
    [[nodiscard]] const std::string& reason() const;
    [[nodiscard]] Status status() const;
    [[nodiscard]] const std::vector<Attendance>& attendance() const;
    /// Moved or altered, a status apart.
    [[nodiscard]] bool changed() const;
    [[nodiscard]] Length length() const;
};

/// The occurrences of one session that overlap `window`, by start. Cancelled ones are among them.
/// `zone` is the session's.
[[nodiscard]] std::vector<Occurrence> occurrences(const Session& session, const TimeZone& zone, InstantSpan window);

/// The occurrence at one slot (nullopt as `slot` for a single session); nullopt when there is none.
[[nodiscard]] std::optional<Occurrence> occurrence_at(const Session& session, const TimeZone& zone,
                                                      std::optional<Date> slot);

/// By start, then by professional's code, then by id.
void sort_by_start(std::vector<Occurrence>& list);

}  // namespace practice
