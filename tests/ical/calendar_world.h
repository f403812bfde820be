// SPDX-License-Identifier: MIT
// Calendar files read, and what came out as text: one line for each row, slot, problem and note.
#pragma once

#include <string>

#include "ical/calendar_reader.h"
#include "practice/exchange/calendar_mapping.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "time/zone_database.h"

namespace practice::test {

inline const time::ZoneDatabase& zone_database() {
    static const time::ZoneDatabase database;
    return database;
}

inline ical::CalendarOptions calendar_options(const std::string& chosen = {}) {
    ical::CalendarOptions options;
    options.zones = &zone_database();
    options.practice_zone = zone_database().find("America/New_York");
    options.chosen_zone = chosen.empty() ? nullptr : zone_database().find(chosen);
    options.now = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
    return options;
}

inline ScheduleFile read_schedule(const std::string& text, const CalendarMapping& mapping = {},
                                  const std::string& chosen = {}) {
    const auto options = calendar_options(chosen);
    const auto calendar = ical::read_calendar(text, options);
    return schedule_of(calendar, mapping, {options.practice_zone, options.chosen_zone, zone_database().find("UTC")});
}

inline std::string cells_text(const std::vector<ScheduleCell>& cells) {
    std::string text;
    for (const auto& cell : cells) { text += ' ' + calendar_columns().at(cell.column) + '=' + std::string{cell.text}; }
    return text;
}

inline std::string cell_of(const ScheduleRow& row, std::string_view column) {
    for (const auto& cell : row.cells) {
        if (calendar_columns().at(cell.column) == column) { return std::string{cell.text}; }
    }
    return {};
}

/// When it takes place, in UTC: the first dates and the last.
inline std::string starts_text(const ScheduleRow& row) {
    constexpr std::size_t most = 6;
    const auto& zone = *zone_database().find(cell_of(row, "time-zone"));
    const auto at = cell_of(row, "at");
    const auto time = std::chrono::hours{std::stoi(at.substr(11, 2))} +
                      std::chrono::minutes{std::stoi(at.substr(14, 2))} +
                      std::chrono::seconds{std::stoi(at.substr(17, 2))};
    std::vector<Date> excluded;
    if (const auto except = cell_of(row, "except"); except != "none") {
        for (std::size_t from = 0; from < except.size(); from += 11) {
            excluded.push_back(parse_iso_date(except.substr(from, 10)).value());
        }
    }
    const Recurrence recurrence{parse_iso_date(at.substr(0, 10)).value(), parse_rrule(cell_of(row, "rrule")).rule,
                                excluded, row.added};
    std::string text;
    const auto dates = recurrence.next(kFirstDate, most + 1);
    for (std::size_t i = 0; i < dates.size() && i < most; ++i) {
        const LocalTime start = dates[i] + time;
        text += "  " + to_string(zone.to_instant(start));
    }
    if (dates.size() <= most) { return text; }
    return text +
           (recurrence.never_ends() ? "  for ever" : "  to " + to_string(zone.to_instant(*recurrence.last() + time)));
}

inline std::string problem_text(const char* kind, const ScheduleProblem& problem) {
    return std::string{kind} + (problem.line == 0 ? std::string{} : ' ' + std::to_string(problem.line)) + ": " +
           problem.message + (problem.hint.empty() ? "" : " | " + problem.hint) + '\n';
}

inline std::string told(const ScheduleFile& file) {
    std::string text;
    for (const auto& row : file.rows) {
        text += "row " + std::to_string(row.line) + ':' + cells_text(row.cells) + '\n';
        if (!cell_of(row, "rrule").empty()) { text += "  starts" + starts_text(row) + '\n'; }
        for (const auto& slot : row.slots) {
            text += "  slot " + to_string(slot.slot) + (slot.start ? " at " + to_string(*slot.start) : "") +
                    cells_text(slot.cells) + '\n';
        }
        for (const auto date : row.added) { text += "  added " + to_string(date) + '\n'; }
        if (!row.note_if_booked.empty()) {
            text += "booked " + std::to_string(row.line) + ": " + std::string{row.note_if_booked} + '\n';
        }
    }
    for (const auto& problem : file.problems) { text += problem_text("problem", problem); }
    for (const auto& note : file.notes) { text += problem_text("note", note); }
    return text;
}

/// The same; what a file as a whole is refused with is "refused: ...".
inline std::string told_or_refused(const std::string& text, const std::string& chosen = {}) {
    try {
        return told(read_schedule(text, {}, chosen));
    } catch (const Refusal& refusal) {
        return "refused: " + refusal.problems().at(0).message + " | " + refusal.problems().at(0).hint + '\n';
    }
}

}  // namespace practice::test
