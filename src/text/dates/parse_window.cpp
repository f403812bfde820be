// SPDX-License-Identifier: MIT
// Windows of time: --from, --to, --days, --week, --month.
#include <fmt/format.h>

#include "practice/plain_text.h"
#include "text/dates/time_words.h"

namespace practice::text {
namespace {

using std::chrono::days;

/// What one end of a window was given as: a time, or a whole day or month.
struct End {
    LocalTime first;
    LocalTime behind;  // where what was named ends; `first` for a time
};

LocalTime on_wall_clock(Instant instant, std::string_view text, const Now& now) {
    if (now.zone == nullptr) {
        throw misuse(fmt::format("{} has an offset", quoted(text)), "type it without, in the practice's time zone");
    }
    return now.zone->to_local(instant);
}

End parse_end(std::string_view text, std::string_view flag, const Now& now) {
    if (const auto month = parse_month(trimmed(text))) {
        const auto last = Date{*month / std::chrono::last};
        return {Date{*month / 1}, last + days{1}};
    }
    const When when = parse_when(text, now);
    if (when.first_free) {
        throw misuse(fmt::format("{} is not a date for {}", quoted(text), flag),
                     fmt::format("type it as {} 2026-12-01, {} monday or {} +2w", flag, flag, flag));
    }
    if (when.instant) {
        const LocalTime time = on_wall_clock(*when.instant, text, now);
        return {time, time};
    }
    const Date date = when.date.value_or(date_of(now.local));
    if (when.time) { return {date + *when.time, date + *when.time}; }
    return {date, date + days{1}};
}

void refuse_contradictions(const WindowWords& words) {
    std::vector<std::string_view> ends;
    if (words.to) { ends.push_back("--to"); }
    if (words.days) { ends.push_back("--days"); }
    if (words.week) { ends.push_back("--week"); }
    if (words.month) { ends.push_back("--month"); }
    if (ends.size() > 1) {
        throw misuse(fmt::format("{} and {} contradict each other", ends[0], ends[1]), "give one of them");
    }
}

void refuse_reversed(const Window& window, const WindowWords& words) {
    if (!window.from || !window.to || *window.from < *window.to) { return; }
    throw misuse(fmt::format("the window ends before it begins: from {} to {}", quoted(trimmed(*words.from)),
                             quoted(trimmed(*words.to))),
                 "give a later --to, or swap the two");
}

}  // namespace

Window parse_window(const WindowWords& words, const Now& now) {
    refuse_contradictions(words);
    Window window;
    if (words.from) { window.from = parse_end(*words.from, "--from", now).first; }
    if (words.to) { window.to = parse_end(*words.to, "--to", now).behind; }
    const LocalTime from = window.from.value_or(LocalTime{date_of(now.local)});
    if (words.days) {
        constexpr int most = 36'525;  // a hundred years
        window.from = from;
        window.to = from + days{parse_number(*words.days, "--days", 1, most)};
    }
    if (words.week) {
        window.from = start_of_week(date_of(from), now.week_starts);
        window.to = *window.from + days{7};
    }
    if (words.month) {
        const auto fields = fields_of(date_of(from));
        const auto month = fields.year() / fields.month();
        window.from = Date{month / 1};
        window.to = Date{month / std::chrono::last} + days{1};
    }
    refuse_reversed(window, words);
    return window;
}

}  // namespace practice::text
