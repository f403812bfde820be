// SPDX-License-Identifier: MIT
// An event as another program's calendar file has it: read, but not yet understood as a session.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "practice/exchange/schedule_row.h"
#include "practice/time_zone.h"

namespace practice {

/// A date, or a time on some clock.
struct ForeignTime {
    enum class Kind { date, floating, utc, zoned };

    Kind kind = Kind::floating;
    LocalTime time{};  // of a date: its midnight
    /// Of a zoned one; lives as long as the TimeZones it came from.
    const TimeZone* zone = nullptr;
    /// The physical line that it stands on.
    std::size_t line = 0;
};

/// What one of our own feeds adds for whoever reads it back (X-PRACTICE-*); empty in all others.
struct ForeignWords {
    std::string practice_uid;
    std::string professional;
    std::vector<std::string> clients;
    std::vector<std::string> client_numbers;  // as many, in the same order; or none
    std::vector<std::string> services;        // CODE:UNITS=PRICE
    std::vector<std::string> modifiers;
    std::string room;
    std::string status;
    std::vector<std::string> client_statuses;  // of each of several clients, in their order; or none
    std::string ref;
    std::string on_conflict;
    std::string length_said;
    std::string time_zone;
    // On the first event of a series: what it is (feed_series.h).
    std::vector<std::string> series;  // "COLUMN TEXT"
    std::vector<std::string> slots;   // "DATE COLUMN TEXT"
    std::string seal;

    [[nodiscard]] bool empty() const { return professional.empty() && clients.empty() && services.empty(); }
};

struct ForeignEvent {
    /// The physical line on which it begins.
    std::size_t line = 0;
    std::string uid;
    int sequence = 0;
    ForeignTime start;
    /// At most one of the two.
    std::optional<ForeignTime> end;
    std::optional<std::chrono::seconds> duration;
    /// The value of RRULE as it stands; empty: none.
    std::string rule;
    std::size_t rule_line = 0;
    std::vector<ForeignTime> excluded;  // EXDATE
    std::vector<ForeignTime> added;     // RDATE
    /// RECURRENCE-ID: it stands for this slot of the event with its uid, or for it and all that follow.
    std::optional<ForeignTime> slot;
    bool and_following = false;
    bool cancelled = false;

    std::string summary;
    std::string location;
    std::vector<std::string> categories;
    /// "dana@lakeside.example".
    std::string organizer;
    /// The name of the calendar that it is in.
    std::string calendar;
    ForeignWords own;
    /// The zone of `own.time_zone`; null: none is named.
    const TimeZone* own_zone = nullptr;

    /// Why it cannot be read; the rest of it is then what could be.
    std::vector<ScheduleProblem> problems;
    /// Its lines as they stand, from BEGIN:VEVENT to END:VEVENT.
    std::string source;
};

struct ForeignCalendar {
    std::vector<ForeignEvent> events;
    /// What is wrong with the file itself.
    std::vector<ScheduleProblem> problems;
    std::vector<ScheduleProblem> notes;
    /// What a file of some of its events begins with: BEGIN:VCALENDAR and its time zones.
    std::string head;
};

}  // namespace practice
