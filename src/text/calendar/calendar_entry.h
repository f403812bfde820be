// SPDX-License-Identifier: MIT
// One occurrence as calendars tell it: the words, on the practice's wall clock, ready to be placed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/occurrence.h"
#include "practice/time_zone.h"
#include "text/calendar/calendar_style.h"

namespace practice::text {

struct CalendarEntry {
    const Occurrence* occurrence = nullptr;
    // On the practice's wall clock, which need not be the session's.
    LocalTime start;
    LocalTime end;
    std::string time;          // "09:00"; with the sign of a repeated hour when it is the second one
    std::string times;         // "09:00-09:45"
    std::string signs;         // of status and change; mostly empty
    std::string clients;       // in the style asked for
    std::string professional;  // code
    std::string room;          // "Room 1", "Video (virtual)"
    std::string place;         // "Room 1", "virtual"
    std::string id;            // "12", "12@2026-12-08"
    std::string short_id;      // "12", "12@": where the id has no space
    Colour colour = Colour::none;

    [[nodiscard]] InstantSpan span() const { return occurrence->span(); }
    [[nodiscard]] Date date() const { return date_of(start); }
};

/// Refers to the occurrences, which must outlive it. `zone` is the practice's.
[[nodiscard]] std::vector<CalendarEntry> calendar_entries(const std::vector<Occurrence>& occurrences,
                                                          const TimeZone& zone, const CalendarStyle& style);

/// "attended", "attended, changed"; empty for a scheduled one as its series says.
[[nodiscard]] std::string state_in_words(const Occurrence& occurrence, NameStyle names);
/// Whether it has the status as a whole, or one of its clients has.
[[nodiscard]] bool has_status(const Occurrence& occurrence, Status status);

/// What a block need not say, because its column does.
enum class Omit { nothing, professional, room };

struct Piece {
    std::string text;
    Colour colour = Colour::none;
};
/// An entry put into a space of some lines.
struct BlockText {
    std::vector<std::vector<Piece>> lines;  // one space goes between the pieces of a line
    /// Whether the whole id is among them.
    bool whole_id = false;
    /// The place and the professional, where they had to be left out: "Room 1 lee".
    std::string left_out;
    /// Whether time, clients, room, professional and id (short at least) are.
    bool complete = false;
};
/// What does not fit is left out in this order: the end of the time, the date of the id, the professional,
/// the room, the id; clients are cut. REQUIRES: `columns` and `lines` are not 0.
[[nodiscard]] BlockText block_text(const CalendarEntry& entry, std::size_t columns, std::size_t lines, Omit omit,
                                   bool ascii);

}  // namespace practice::text
