// SPDX-License-Identifier: MIT
// Dates, times, windows and lengths as people type them. Nothing here reads a clock: the present comes in
// as a value. All functions throw Refusal(misuse) with what to type instead; 10/05/26 is refused with
// both readings, never guessed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"
#include "practice/recurrence.h"
#include "practice/time_zone.h"

namespace practice::text {

/// What relative words are relative to.
struct Now {
    LocalTime local;  // in the zone that the words are read in
    Weekday week_starts = std::chrono::Monday;
    /// Of `local`; without it "in 2 hours" counts on the wall clock, and windows refuse offsets.
    const TimeZone* zone = nullptr;
};

/// Either a wall-clock time with its date, or words without a date or time that leave a part open.
struct When {
    std::optional<Date> date;
    std::optional<TimeOfDay> time;
    /// "next": the first free slot.
    bool first_free = false;
    /// Given with an offset ("2026-12-01T14:00-05:00"): the instant meant; date and time are then as
    /// written there, and the caller converts.
    std::optional<Instant> instant;
};

/// Where the wall clock of `zone` stands at that instant. Throws Refusal(misuse) for the second of two equal times (the
/// hour that comes twice when daylight saving ends), with both instants: a session is kept by the wall clock, and would
/// be at the first of them.
[[nodiscard]] LocalTime on_clock(Instant instant, const TimeZone& zone);

/// Reads what contract.md lists under When. A date alone leaves `time` empty; a time alone ("14:00",
/// "2pm") leaves `date` empty. Case does not matter.
[[nodiscard]] When parse_when(std::string_view text, const Now& now);

/// A date: "2026-12-01", "dec 1", "today", "tomorrow", "tue", "next tue", "+2w", "in 3 days", ...
[[nodiscard]] Date parse_date(std::string_view text, const Now& now);
/// "2026-12-24,2026-12-31": dates separated by commas, ascending and without duplicates.
[[nodiscard]] std::vector<Date> parse_dates(std::string_view text, const Now& now);
/// "14:00", "9:30", "2pm", "2:30 pm", "noon", "midnight".
[[nodiscard]] TimeOfDay parse_time_of_day(std::string_view text);
/// "50", "50m", "1h20m", "1h", "1:20"; 1 minute .. kLongestSession.
[[nodiscard]] Length parse_length(std::string_view text);

/// The words of a window: --from, --to, --days, --week, --month.
struct WindowWords {
    std::optional<std::string_view> from = std::nullopt;
    std::optional<std::string_view> to = std::nullopt;
    std::optional<std::string_view> days = std::nullopt;
    bool week = false;   // the week that from (or today) is in
    bool month = false;  // the month that from (or today) is in
};
/// Half-open wall-clock times; either end may be open when nothing says otherwise.
struct Window {
    std::optional<LocalTime> from;
    std::optional<LocalTime> to;
};
/// `--to` with a date includes that day, with a time it stops there; "2026-12" is that month. Reversed or
/// contradicting words are refused.
[[nodiscard]] Window parse_window(const WindowWords& words, const Now& now);

/// `text` read as a whole number in [least, most]; `what` names it in the message.
[[nodiscard]] int parse_number(std::string_view text, std::string_view what, int least, int most);

}  // namespace practice::text
