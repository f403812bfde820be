// SPDX-License-Identifier: MIT
// What one of our own full feeds has in a calendar file: series that are carried whole, and single dates of series.
#pragma once

#include <list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/exchange/foreign_event.h"
#include "practice/exchange/schedule_row.h"

namespace practice::calendars {

/// A series as its first event carries it, which no other program has changed.
struct CarriedSeries {
    const ForeignEvent* first = nullptr;
    std::vector<const ForeignEvent*> events;  // all of it
    /// By the columns of an import.
    using Words = std::vector<std::pair<std::string, std::string>>;
    Words words;
    std::map<Date, Words> slots;
};

/// The events of a file, taken apart.
struct SortedEvents {
    std::vector<CarriedSeries> series;
    /// All others, in the order of the file. A date that was added to a series is in it as one of its dates.
    std::vector<const ForeignEvent*> others;
    /// Of series whose events were changed since: what they carry is not what they are any more.
    std::vector<const ForeignEvent*> changed;
    /// Events that are not as the file has them.
    std::list<ForeignEvent> made;
};
[[nodiscard]] SortedEvents sorted_events(const std::vector<ForeignEvent>& events);

[[nodiscard]] ScheduleRow row_of(const CarriedSeries& series, ScheduleTexts& texts);

/// Of the first event of a series: dates that are left out in this file only, since they are others'.
[[nodiscard]] std::vector<Date> untold_of(const ForeignEvent& event);

/// The lines of the file that they are.
[[nodiscard]] std::string joined_sources(const std::vector<const ForeignEvent*>& events);

/// "REF", "REF@2026-12-08": how a row names what an event of ours is about; of others, their UID.
[[nodiscard]] std::string ref_of(const ForeignEvent& event);
/// The same without the date.
[[nodiscard]] std::string ref_of_series(const ForeignEvent& event);

}  // namespace practice::calendars
