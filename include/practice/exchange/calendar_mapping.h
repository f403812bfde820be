// SPDX-License-Identifier: MIT
// How the events of another calendar become sessions: which words of an event say who, what and where, and what a
// series of theirs is as one of ours. Pure: a calendar and rules in, rows to import out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/exchange/foreign_event.h"
#include "practice/exchange/schedule_row.h"

namespace practice {

/// "{client} - {service}": text that has to be there as it stands (without case), and words to take out of it. Words
/// are as short as they can be, and never empty.
class SummaryPattern {
public:
    /// Throws Refusal(misuse) for a pattern without words, with unknown ones, or with two that touch.
    explicit SummaryPattern(std::string_view text);

    /// The words by their names (client, clients, service, professional, room); nullopt when `summary` does not fit.
    /// {anything} takes a word that is not needed.
    [[nodiscard]] std::optional<std::map<std::string, std::string, std::less<>>> match(std::string_view summary) const;
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    struct Part {
        bool is_word = false;
        std::string text;  // the word's name, or the text in small letters
    };
    std::string text_;
    std::vector<Part> parts_;
};

/// What events with a certain SUMMARY are, whatever the patterns say.
struct EventRule {
    /// Compared without case; "*" at the end stands for anything.
    std::string summary;
    bool leave_out = false;
    std::string professional;
    std::vector<std::string> clients;
    std::vector<std::string> services;
    std::string room;
};

/// Texts in a calendar, in small letters, and what they stand for.
using Translations = std::map<std::string, std::string, std::less<>>;

struct CalendarMapping {
    /// Of events that nothing else says it of; empty: as with `session add`.
    std::string professional;
    std::vector<std::string> services;
    std::string room;
    /// By category, by the organizer's address, by the name of the calendar; looked for in this order.
    Translations professionals;
    /// Tried in order; "{client}" when there are none.
    std::vector<SummaryPattern> patterns;
    std::vector<EventRule> events;
    // Of the words that patterns give.
    Translations clients;
    Translations service_words;
    /// By LOCATION.
    Translations rooms;
    /// Whether LOCATION is the room's name where `rooms` does not have it.
    bool location_is_room = false;
};

/// In which zones times without one are.
struct CalendarZones {
    const TimeZone* practice = nullptr;
    /// What was said for the whole file; null: not given.
    const TimeZone* chosen = nullptr;
    /// Of series that keep their UTC time.
    const TimeZone* utc = nullptr;
};

/// The columns of the rows that it makes.
[[nodiscard]] const std::vector<std::string>& calendar_columns();

/// One row for each event or series, with the UID as its reference: "UID@2026-12-08" for one date of a series that the
/// file does not have, "UID/2026-12-08" for what another rule or none carries on from there. Problems are events that
/// cannot be sessions, notes what was left out or read in a way that the user should hear of; both name the line of the
/// file.
[[nodiscard]] ScheduleFile schedule_of(const ForeignCalendar& calendar, const CalendarMapping& mapping,
                                       const CalendarZones& zones);

/// What a row of any other file calls its clients, services, rooms and professional, as `mapping` has them. What that
/// says of rows without one, and of events, is not used.
void translate_rows(ScheduleFile& file, const CalendarMapping& mapping);

}  // namespace practice
