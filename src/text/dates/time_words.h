// SPDX-License-Identifier: MIT
// The parts that times are typed in: words, clock times, dates. Each take_* reads as many words as belong to
// it: none when they begin nothing of its kind; a Refusal when they begin it and then go wrong.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/refusal.h"
#include "text/dates/parse_time.h"

namespace practice::text {

/// What was typed, as words in small letters, read from left to right.
class Words {
public:
    /// Throws Refusal(misuse) for a text longer than anybody types; `what` names it ("the time").
    Words(std::string_view text, std::string_view what);

    [[nodiscard]] bool done() const { return at_ == words_.size(); }
    [[nodiscard]] std::size_t left() const { return words_.size() - at_; }
    /// The word `ahead` of the next one; empty behind the end.
    [[nodiscard]] std::string_view peek(std::size_t ahead = 0) const;
    void take(std::size_t count = 1) { at_ += count; }
    bool take_if(std::string_view word);
    /// "2026-12-01t14:00": the next word becomes two. False when it is not of this form.
    bool part_date_and_time();
    /// As typed, in quotes, for messages.
    [[nodiscard]] const std::string& shown() const { return shown_; }

private:
    std::string shown_;
    std::vector<std::string> words_;
    std::size_t at_ = 0;
};

struct ClockTime {
    TimeOfDay time{};
    std::optional<std::chrono::seconds> offset;  // east of UTC
};
/// "14:00", "2pm", "2 pm", "noon"; "14:00z" and "14:00-05:00" with the offset. `beside_date`: the word was
/// joined to a date by a "T", so that "-09:45" is an offset; elsewhere it may as well end a span.
[[nodiscard]] std::optional<ClockTime> take_clock(Words& words, bool beside_date = false);

struct FoundDate {
    Date date;
    std::optional<TimeOfDay> time;  // "in 2 hours", "now"
};
[[nodiscard]] std::optional<FoundDate> take_date(Words& words, const Now& now);

// Pieces of take_date, by kind.
[[nodiscard]] std::optional<FoundDate> take_relative(Words& words, const Now& now);  // "+2w", "in 3 days", "today"
[[nodiscard]] std::optional<Date> take_month_and_day(Words& words, const Now& now);  // "dec 1", "1 dec 2027"
[[nodiscard]] std::optional<Date> take_numeric_date(Words& words, const Now& now);   // "2026-12-01"; refuses others

/// The date, or a Refusal that says why there is none: the month's length, the calendar's limits.
[[nodiscard]] Date checked_date(std::string_view shown, std::int64_t year, unsigned month, unsigned day);
/// "2026-12"; nullopt for anything else.
[[nodiscard]] std::optional<std::chrono::year_month> parse_month(std::string_view word);
/// "dec", "december", "sept".
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);
/// "February".
[[nodiscard]] std::string_view long_month_name(unsigned month);
[[nodiscard]] Refusal out_of_calendar(std::string_view shown);

/// At most nine digits; nullopt for anything else.
[[nodiscard]] std::optional<int> small_number(std::string_view digits);

}  // namespace practice::text
