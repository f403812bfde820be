// SPDX-License-Identifier: MIT
// What a change alters of the dates that somebody attended or missed: they are records of what has been.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "practice/occurrence.h"

namespace practice {

/// A date with that mark, for all or for one of its clients.
struct ChangedMark {
    OccurrenceId id;
    Status status = Status::attended;
    std::optional<ClientId> client;  // of one of several; none: of all

    friend bool operator==(const ChangedMark&, const ChangedMark&) = default;
};

/// Those of `before`, in the order of their slots, that are otherwise in `after` (empty: deleted) or in
/// `continuation`, which took over from it: at another time, with others, for another price, marked otherwise.
[[nodiscard]] std::vector<ChangedMark> marks_changed(const Session& before, const std::optional<Session>& after,
                                                     const std::optional<Session>& continuation,
                                                     const TimeZones& zones);

/// Those of `before` that are marked, or records as `is_record` says, and stand otherwise in `after` in more than how
/// they are marked: at another time, with others, for another price, or not at all.
[[nodiscard]] std::vector<ChangedMark> records_altered(const Session& before, const Session& after,
                                                       const TimeZones& zones,
                                                       const std::function<bool(const Occurrence&)>& is_record);

}  // namespace practice
