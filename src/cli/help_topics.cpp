// SPDX-License-Identifier: MIT
#include "cli/help_topics.h"

#include <fmt/format.h>

#include <array>

#include "cli/exit_code.h"

namespace practice::cli {
namespace {

std::string dates() {
    return R"(Dates and times

  2026-12-01 14:00          a date and a time; 2026-12-01T14:00 too
  2026-12-01T14:00-05:00    with an offset from UTC
  dec 1 2pm                 the next December 1st
  today 9:30, tomorrow 2pm
  tue 14:00                 the next Tuesday, strictly after today
  next tue 14:00            the Tuesday of next week
  +2w 14:00                 two weeks from today; +3d, +1m
  in 3 days 9am
  next                      the first free slot

Windows (--from, --to) take the same dates, and 2026-12 for a month. --to with a
date includes that day; with a time it stops there. --days N, --week, --month.

10/05/26 is never guessed: write 2026-05-10 or 2026-10-05.
A time that daylight saving skips is moved on by the gap, and said so; one that
comes twice is the first. Lengths: 50, 50m, 1h20m.
)";
}

std::string recurrence() {
    return R"(Recurrences

  --repeat daily | weekdays | weekly | biweekly | monthly | yearly
  --repeat 'every 2 weeks on tue,thu'
  --repeat 'monthly on 2nd tue'
  --repeat 'monthly on last day'
  --repeat every-6-weeks                   a name from the settings
  --repeat custom --every 2 --unit week --on tue,thu
  --rrule 'FREQ=MONTHLY;BYDAY=-1FR'        as iCalendar writes it (RFC 5545)

Ends: --ends never (the default), --ends 2027-06-30 (that day included),
--times 12. Dates left out: --except 2026-12-24,2026-12-31.

A series is one booking for ever: nothing is generated in advance. See the dates
of a rule with: practice recurrence preview 'monthly on 2nd tue' --at 'tue 14:00'
)";
}

std::string names() {
    return R"(Names

People and things are found by number or code; by the exact full, family or given
name; by the same without case and accents; or by a prefix that only one has:
smi, 'smith, a', 'a smith'. The first of these that finds anything decides: Smith
is Jo Smith although Al Smithson exists.

Several that match are an error (exit 4) that lists them; none is an error
(exit 3) that names the nearest. Nothing is guessed.
)";
}

std::string exit_codes() {
    std::string text = "Exit codes\n\n";
    for (const auto& row : kExitCodes) {
        text += fmt::format("  {:>3}  {:<14} {}\n", static_cast<int>(row.code), row.name, row.meaning);
    }
    return text;
}

}  // namespace

std::span<const HelpTopic> help_topics() {
    static constexpr std::array<HelpTopic, 4> topics{{
        {"dates", dates},
        {"recurrence", recurrence},
        {"names", names},
        {"exit-codes", exit_codes},
    }};
    return topics;
}

}  // namespace practice::cli
