// SPDX-License-Identifier: MIT
#include "ical/calendar_reader.h"

#include <algorithm>

#include "ical/event_reader.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::ical {
namespace {

std::string head_of(const CalendarOutline& outline) {
    std::string head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//practice//practice//EN\r\n";
    for (const auto& zone : outline.zones) {
        if (zone.cut_off) { continue; }
        head += zone.text;
        if (!head.ends_with('\n')) { head += "\r\n"; }
    }
    return head;
}

std::string list_of_lines(const std::vector<std::size_t>& lines) {
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) {
        text += (i == 0 ? "" : ", ") + std::to_string(lines[i]);
    }
    return lines.size() > most ? text + " and more" : text;
}

/// VTODO, VJOURNAL, VFREEBUSY and what else is no event.
void note_others(const CalendarOutline& outline, std::vector<ScheduleProblem>& notes) {
    for (const auto& [name, lines] : outline.others) {
        const auto count = lines.size();
        notes.push_back({lines.front(),
                         {},
                         "left out: " + std::to_string(count) + ' ' + capital_letters(name.substr(0, 40)) + " (line" +
                             (count == 1 ? " " : "s ") + list_of_lines(lines) + "), which " +
                             (count == 1 ? "is no event" : "are no events"),
                         {},
                         {}});
    }
}

void note_left_out(const LeftOut& left_out, std::vector<ScheduleProblem>& notes) {
    if (left_out.empty()) { return; }
    std::string text;
    for (const auto& [name, count] : left_out) {
        text += (text.empty() ? "" : ", ") + name + " (" + std::to_string(count) + ')';
    }
    notes.push_back({0, {}, "not read, since sessions have nothing of the kind: " + text, {}, {}});
}

/// A file that tells somebody of a change is no calendar. One that cancels is read as what it cancels.
void check_method(const CalendarOutline::Calendar& calendar) {
    if (calendar.method == "reply" || calendar.method == "refresh" || calendar.method == "counter" ||
        calendar.method == "declinecounter") {
        throw misuse(
            "this file is an answer to an invitation (METHOD:" + capital_letters(calendar.method) + "), no calendar",
            "export the calendar itself");
    }
}

}  // namespace

ForeignCalendar read_calendar(std::string_view text, const CalendarOptions& options) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) { text.remove_prefix(byte_order_mark.size()); }
    auto outline = outline_of(text);
    for (const auto& calendar : outline.calendars) { check_method(calendar); }
    ForeignCalendar read;
    read.problems = std::move(outline.problems);
    read.head = head_of(outline);
    ForeignZones zones{options, outline};
    LeftOut left_out;
    read.events.reserve(outline.events.size());
    for (const auto& part : outline.events) {
        auto event = read_event(part, zones, left_out);
        const auto& calendar = outline.calendars[part.calendar];
        event.calendar = calendar.name;
        event.cancelled = event.cancelled || calendar.method == "cancel";
        read.events.push_back(std::move(event));
    }
    read.notes = std::move(zones.notes());
    note_others(outline, read.notes);
    note_left_out(left_out, read.notes);
    return read;
}

}  // namespace practice::ical
