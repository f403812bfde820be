// SPDX-License-Identifier: MIT
// How calendars are drawn: names, clock, characters. The present comes in as a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "practice/civil_time.h"
#include "practice/session.h"
#include "text/table.h"

namespace practice::text {

enum class NameStyle { full, first, initials, number };
/// "full", "first", "initials", "number"; nullopt for anything else.
[[nodiscard]] std::optional<NameStyle> parse_name_style(std::string_view text);

struct CalendarStyle {
    TerminalStyle terminal;
    NameStyle names = NameStyle::full;
    bool twelve_hours = false;
    Weekday week_starts = std::chrono::Monday;
    /// The command that tells all, as it is typed.
    std::string agenda_command = "practice calendar agenda";
};

/// The present, and the same on the practice's wall clock.
struct Present {
    Instant instant{};
    LocalTime local{};
};

/// The characters of a drawing; each is one column wide.
struct CalendarGlyphs {
    std::string_view vertical, horizontal;
    std::string_view top_left, top, top_right;
    std::string_view left, cross, right;
    std::string_view bottom_left, bottom, bottom_right;
    std::string_view block_first, block_middle, block_last, block_single;
    std::string_view closed, missing, now_line;
    std::string_view here;   // the present day and time
    std::string_view again;  // an hour that daylight saving repeats
    std::string_view attended, no_show, cancelled, late_cancelled, changed;
};
[[nodiscard]] const CalendarGlyphs& glyphs(bool ascii);

/// "09:00", or "9:00am"; 24:00 is shown as midnight.
[[nodiscard]] std::string shown_time(TimeOfDay time, bool twelve_hours);
/// "09:00-09:45", or "9:00-9:45am".
[[nodiscard]] std::string shown_times(TimeOfDay from, TimeOfDay to, bool twelve_hours);
/// "Anna Smith, Jo Ng"; "Anna, Jo"; "A.S., J.N."; "#3, #7".
[[nodiscard]] std::string shown_clients(const std::vector<ClientName>& clients, NameStyle names);

[[nodiscard]] Colour colour_of(Status status);
/// One character; "" for scheduled.
[[nodiscard]] std::string_view sign_of(Status status, bool ascii);

/// `text` cut and padded to exactly `columns`, then coloured.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t columns, Colour colour, const TerminalStyle& style);
/// The same, in the middle.
[[nodiscard]] std::string centred(std::string_view text, std::size_t columns, Colour colour,
                                  const TerminalStyle& style);
/// `glyph` so many times.
[[nodiscard]] std::string repeated(std::string_view glyph, std::size_t count);

}  // namespace practice::text
