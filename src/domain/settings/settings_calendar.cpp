// SPDX-License-Identifier: MIT
// The values of a settings file that are about time: working hours and time off.
#include <algorithm>
#include <map>

#include "domain/settings/settings_values.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

using std::chrono::days;

/// "2026-12-24", "2026-12-24T14:00", "2026-12-24 14:00".
struct DateOrTime {
    LocalTime time;
    bool date_only = false;
};
std::optional<DateOrTime> parse_date_or_time(std::string_view text) {
    constexpr std::size_t date_size = 10;
    const auto date = parse_iso_date(text.substr(0, date_size));
    if (!date) { return std::nullopt; }
    if (text.size() == date_size) { return DateOrTime{*date, true}; }
    if (text[date_size] != 'T' && text[date_size] != 't' && text[date_size] != ' ') { return std::nullopt; }
    try {
        // The same reading as of working hours, so that 24:00 and 9:00 mean the same in both.
        const auto clock = std::string{trimmed(text.substr(date_size + 1))};
        const auto until = clock == "00:00" ? TimeOfDay{0} : parse_day_hours("00:00-" + clock).at(0).to;
        return DateOrTime{*date + until, false};
    } catch (const Refusal&) { return std::nullopt; }
}

}  // namespace

void SettingsValues::hours(const std::vector<HoursEntry>& entries, WorkingHours& field) {
    WorkingHours week;
    std::map<unsigned, std::string> given;  // weekday -> the words that named it
    for (const auto& entry : entries) {
        if (!entry.days) {
            attempt(entry.spans.spot, [&] { week = parse_working_hours(entry.spans.text); });
            continue;
        }
        std::vector<Weekday> weekdays;
        attempt(entry.days->spot, [&] { weekdays = parse_weekdays(entry.days->text); });
        std::vector<Span<TimeOfDay>> spans;
        attempt(entry.spans.spot, [&] { spans = parse_day_hours(entry.spans.text); });
        for (const auto day : weekdays) {
            const auto [before, first] = given.emplace(day.c_encoding(), std::string{trimmed(entry.days->text)});
            if (first) {
                week.set(day, spans);
            } else {
                problem(entry.days->spot,
                        std::string{long_name(day)} + " has hours already, under " + quoted(before->second),
                        "several spans of one day are \"09:00-12:00, 13:00-17:00\"");
            }
        }
    }
    field = week;
}

std::optional<TimeOff> SettingsValues::one_time_off(const TimeOffEntry& entry) {
    const std::string hint = "type it as 2026-12-24..2027-01-02, or 2026-12-24T14:00..2026-12-24T17:00";
    const auto from = parse_date_or_time(trimmed(entry.from.text));
    if (!from) {
        problem(entry.from.spot, quoted(entry.from.text) + " is not a date", hint);
        return std::nullopt;
    }
    const Written& last = entry.to && !clears(*entry.to) ? *entry.to : entry.from;
    const auto to = parse_date_or_time(trimmed(last.text));
    if (!to) {
        problem(last.spot, quoted(last.text) + " is not a date", hint);
        return std::nullopt;
    }
    TimeOff away{{from->time, to->date_only ? LocalTime{to->time + days{1}} : to->time}, {}};
    if (away.span.empty()) {
        problem(last.spot, "the time off ends before it begins", hint);
        return std::nullopt;
    }
    if (away.span.to > LocalTime{kLastDate}) {
        problem(last.spot, "the time off would end after 9999-12-30, the last day that has sessions",
                "give an earlier end, or archive a professional who does not come back");
        return std::nullopt;
    }
    text(entry.reason, "the reason", away.reason, 200);
    return away;
}

void SettingsValues::time_off(const std::vector<TimeOffEntry>& entries, std::vector<TimeOff>& field) {
    std::vector<TimeOff> all;
    for (const auto& entry : entries) {
        const auto away = one_time_off(entry);
        if (!away) { continue; }
        const auto clash =
            std::find_if(all.begin(), all.end(), [&](const TimeOff& other) { return other.span.overlaps(away->span); });
        if (clash != all.end()) {
            problem(entry.from.spot, "this time off overlaps with that of " + time_off_text(clash->span),
                    "put the two together");
            continue;
        }
        all.push_back(*away);
    }
    std::sort(all.begin(), all.end(), [](const TimeOff& a, const TimeOff& b) { return a.span.from < b.span.from; });
    field = std::move(all);
}

}  // namespace practice
