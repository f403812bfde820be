// SPDX-License-Identifier: MIT
// recurrence preview: the dates of a rule, without booking anything.
#include "app/booking/rule_words.h"
#include "app/directory.h"
#include "cli/context.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/recurrence_text.h"
#include "text/format_time.h"
#include "text/wording/preview_text.h"

namespace practice::cli {
namespace {

constexpr int kUsualCount = 10;
constexpr int kMostShown = 100'000;

/// Before the practice was set up, a zone has to be named.
const TimeZone& preview_zone(const Arguments& arguments, const Context& context) {
    const auto given = arguments.value("--time-zone");
    if (given) { return context.named_zone(*given); }
    return context.practice ? context.zone() : context.zone("Etc/UTC");
}

LocalTime preview_start(const Arguments& arguments, const text::Now& now, const TimeZone& zone, Instant present) {
    const auto at = arguments.value("--at");
    if (!at) { return now.local; }
    const auto when = text::parse_when(*at, now);
    const auto start = when.instant ? text::on_clock(*when.instant, zone)
                                    : when.date.value_or(date_of(now.local)) + when.time.value_or(TimeOfDay{0});
    if (when.first_free) { throw misuse("a preview needs a date", "give --at '2026-12-01 14:00'"); }
    if (when.date && when.time) { check_not_past(start, zone, present, arguments.has("--allow-past")); }
    return start;
}

std::vector<Date> preview_slots(const Arguments& arguments, const Recurrence& recurrence, const text::Now& now) {
    const auto from = arguments.value("--from");
    const auto to = arguments.value("--to");
    const auto count = arguments.value("--count");
    const auto most = count ? text::parse_number(*count, "--count", 1, kMostShown) : to ? kMostShown : kUsualCount;
    if (!from && !to) { return recurrence.next(kFirstDate, static_cast<std::size_t>(most)); }
    text::WindowWords words;
    if (from) { words.from = *from; }
    if (to) { words.to = *to; }
    const auto window = text::parse_window(words, now);
    auto slots = recurrence.next(window.from ? date_of(*window.from) : kFirstDate, static_cast<std::size_t>(most));
    if (window.to) {
        std::erase_if(slots, [&](Date slot) { return LocalTime{slot} >= *window.to; });
    }
    return slots;
}

int run(const Arguments& arguments, Context& context) {
    const auto& zone = preview_zone(arguments, context);
    const Weekday week_starts = context.practice ? context.practice->week_starts : Weekday{std::chrono::Monday};
    const text::Now now{zone.to_local(context.now), week_starts};
    const auto start = preview_start(arguments, now, zone, context.now);
    const Directory directory{context};
    SessionWords words;
    words.repeat = arguments.positional(0);
    words.ends = arguments.value("--ends");
    words.times = arguments.value("--times");
    const auto rule = read_rule(words, now, zone, time_of_day(start), week_starts, directory);
    if (!rule) { throw misuse("a rule is needed", "give words such as 'every 2 weeks on tue,thu', or an RRULE"); }

    const auto except = arguments.value("--except");
    const Recurrence recurrence{date_of(start), *rule, except ? text::parse_dates(*except, now) : std::vector<Date>{}};
    const auto slots = preview_slots(arguments, recurrence, now);

    const auto by_rule = Recurrence{date_of(start), *rule}.first();
    if (by_rule && *by_rule != date_of(start) && arguments.has("--at")) {
        context.note(text::weekday_date(date_of(start)) + " is not a date of this rule; the first is " +
                     text::weekday_date(*by_rule));
    }
    if (!recurrence.first()) { context.note("this rule has no date from " + to_string(date_of(start)) + " on"); }
    const text::Preview preview{&recurrence, slots, time_of_day(start), &zone};
    if (context.format == Format::csv) { context.print_line("start"); }
    const bool json = context.format == Format::json || context.format == Format::jsonl;
    context.print(json ? text::preview_json(preview) : text::preview_lines(preview, context.format == Format::table));
    return kDone;
}

}  // namespace

Command recurrence_preview_command() {
    using enum Takes;
    return {
        .name = "recurrence preview",
        .summary = "Show the dates that a rule gives",
        .needs = Needs::read,
        .positionals = {{"RULE", "a configured name, words, or RRULE text", true, false, ValueKind::recurrence, "",
                         "daily|weekdays|weekly|biweekly|monthly|yearly"}},
        .options =
            {
                {"--at", "WHEN", one_value, "the day it begins, and its time; now, when not given", "",
                 ValueKind::when},
                {"--count", "N", one_value, "so many dates; 10, when not given"},
                {"--from", "DATE", one_value, "only from this day on", "", ValueKind::window_end},
                {"--to", "DATE", one_value, "only up to and with this day", "", ValueKind::window_end},
                {"--ends", "DATE", one_value, "the last day it may be on", "", ValueKind::date},
                {"--times", "N", one_value, "end after so many"},
                {"--except", "DATES", one_value, "dates to leave out"},
                {"--time-zone", "ZONE", one_value, "an IANA name; the practice's, when not given", "",
                 ValueKind::time_zone},
                {"--allow-past", "", nothing, "begin in the past"},
            },
        .examples =
            {
                {"practice recurrence preview 'monthly on 2nd tue' --at '2026-12-08 14:00' --count 4", "The next four"},
                {"practice recurrence preview 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH' --at '2026-12-01 09:00' --json",
                 "An iCalendar rule, for a program"},
            },
        .run = run,
    };
}

}  // namespace practice::cli
