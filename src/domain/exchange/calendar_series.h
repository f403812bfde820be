// SPDX-License-Identifier: MIT
// The events of one UID as series: RRULE, EXDATE, RDATE, and the events that stand for single slots of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "practice/exchange/calendar_mapping.h"
#include "practice/recurrence.h"
#include "practice/recurrence_text.h"

namespace practice::calendars {

using Notes = std::vector<ScheduleProblem>;

/// An event that stands for one slot of a series.
struct SlotEvent {
    const ForeignEvent* event = nullptr;
    LocalTime start;  // on the series' clock
};

/// One series, or what is left of one behind a change to "this and following".
struct ForeignSeries {
    /// Whose words the slots have.
    const ForeignEvent* event = nullptr;
    LocalTime start;
    Recurrence recurrence;
    std::map<Date, SlotEvent> slots;
    /// The first part of a series keeps its UID; the others begin on this slot of it.
    std::optional<Date> carried_on_from;
};

/// A session of its own, out of a series that does not have it.
struct ForeignSingle {
    const ForeignEvent* event = nullptr;
    LocalTime start;
    std::string ref;
};

struct ForeignCourse {
    std::vector<ForeignSeries> series;
    std::vector<ForeignSingle> singles;
};

/// The rule of an event that has one. Throws as course_of does.
[[nodiscard]] ParsedRule read_rule(const ForeignEvent& event);

/// In which zone an event's wall clock is.
[[nodiscard]] const TimeZone& zone_of(const ForeignEvent& event, const CalendarZones& zones);
/// `time` on the wall clock of `zone`; a floating one is taken as it stands.
[[nodiscard]] LocalTime local_in(const ForeignTime& time, const TimeZone& zone);

/// The instant itself: a wall clock that is put back has two of one time. A floating one is on the clock of `zone`.
[[nodiscard]] Instant instant_of(const ForeignTime& time, const TimeZone& zone);

/// `master` with the events that stand for slots of it. Throws Refusal(misuse) for a rule that cannot be read, has no
/// date, or cannot be carried on: the problem's place has the line, when it is not the event's first.
[[nodiscard]] ForeignCourse course_of(const ForeignEvent& master, std::vector<const ForeignEvent*> overrides,
                                      const CalendarZones& zones, Notes& notes);

}  // namespace practice::calendars
