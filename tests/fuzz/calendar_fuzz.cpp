// SPDX-License-Identifier: MIT
// Any bytes as a calendar file: they are refused, or they are rows, problems and notes whose lines are those of the
// file. Nothing else may happen.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "ical/calendar_reader.h"
#include "practice/exchange/calendar_mapping.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "time/zone_database.h"

namespace {

using namespace practice;

void require(bool holds, const char* what, std::string_view input) {
    if (holds) { return; }
    std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(input.size()), input.data());
    std::abort();
}

const time::ZoneDatabase& zones() {
    static const time::ZoneDatabase database;
    return database;
}

void check_told(const std::string& message, std::string_view input) {
    require(!message.empty() && message.size() < 2'000, "no message, or a long one", input);
    require(message.find('\n') == std::string::npos, "a message of several lines", input);
}

void check_row(const ScheduleRow& row, std::string_view input) {
    for (const auto& cell : row.cells) {
        require(cell.column < calendar_columns().size(), "a cell of no column", input);
        require(!cell.text.empty() && cell.text.find('\n') == std::string::npos, "a cell of several lines", input);
        if (calendar_columns()[cell.column] != "rrule") { continue; }
        const auto rule = parse_rrule(cell.text).rule;
        require(to_rrule(rule) == cell.text, "a rule that is read back differently", input);
    }
    for (std::size_t i = 1; i < row.slots.size(); ++i) {
        require(row.slots[i - 1].slot < row.slots[i].slot, "slots that do not ascend", input);
    }
}

void check(const ScheduleFile& file, std::string_view input) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(input, '\n')) + 1;
    for (const auto& row : file.rows) {
        require(1 <= row.line && row.line <= lines, "a row outside of the file", input);
        require(!row.source.empty(), "a row without its text", input);
        check_row(row, input);
    }
    for (const auto* list : {&file.problems, &file.notes}) {
        for (const auto& problem : *list) {
            require(problem.line <= lines, "a place outside of the file", input);
            check_told(problem.message, input);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input{reinterpret_cast<const char*>(data), size};
    const auto* practice_zone = zones().find("America/New_York");
    const Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
    static const CalendarMapping mapping = [] {
        CalendarMapping made;
        for (const auto* pattern : {"{client} - {service}", "{clients}"}) { made.patterns.emplace_back(pattern); }
        made.location_is_room = true;
        return made;
    }();
    try {
        const auto calendar = ical::read_calendar(input, {&zones(), practice_zone, nullptr, now});
        check(schedule_of(calendar, mapping, {practice_zone, nullptr, zones().find("UTC")}), input);
    } catch (const Refusal& refusal) {
        for (const auto& problem : refusal.problems()) { check_told(problem.message, input); }
    }
    return 0;
}
