// SPDX-License-Identifier: MIT
#include "practice/exchange/calendar_mapping.h"

#include <algorithm>
#include <unordered_map>

#include "calendar_own.h"
#include "calendar_series.h"
#include "calendar_words.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"

namespace practice {
namespace {

using calendars::EventWords;
using calendars::ForeignSeries;
using calendars::instant_of;
using calendars::local_in;

enum Column : std::size_t {
    ref,
    professional,
    client,
    service,
    modifier,
    room,
    at,
    length,
    time_zone,
    rrule,
    except,
    status,
    practice_uid,
    client_numbers,
    client_status,
    on_conflict,
    length_said,
};

/// All events of one UID; of an event without one, itself.
struct Group {
    std::vector<const ForeignEvent*> masters;
    std::vector<const ForeignEvent*> overrides;
};

std::vector<Group> grouped(const std::vector<const ForeignEvent*>& events) {
    std::vector<Group> groups;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const auto* event : events) {
        auto place = groups.size();
        if (!event->uid.empty()) { place = places.try_emplace(event->uid, place).first->second; }
        if (place == groups.size()) { groups.emplace_back(); }
        auto& group = groups[place];
        (event->slot ? group.overrides : group.masters).push_back(event);
    }
    return groups;
}

class ScheduleMaker {
public:
    ScheduleMaker(const ForeignCalendar& calendar, const CalendarMapping& mapping, const CalendarZones& zones)
        : calendar_{calendar}, mapping_{mapping}, zones_{zones} {
        file_.format = ScheduleFormat::calendar;
        file_.columns = calendar_columns();
        file_.problems = calendar.problems;
        file_.notes = calendar.notes;
        file_.rejects_head = calendar.head;
        file_.rejects_between = "\r\n";
        file_.rejects_tail = "\r\nEND:VCALENDAR\r\n";
    }

    ScheduleFile make() {
        const auto sorted = calendars::sorted_events(calendar_.events);
        for (const auto& series : sorted.series) { file_.rows.push_back(calendars::row_of(series, file_.texts)); }
        for (const auto* event : sorted.changed) {
            note(event->line, "the series " + quoted(event->summary) +
                                  " was changed in another program: it is read as the events of it that are here");
        }
        for (const auto& group : grouped(sorted.others)) {
            const auto rows_before = file_.rows.size();
            auto events = group.masters;
            events.insert(events.end(), group.overrides.begin(), group.overrides.end());
            source_ = calendars::joined_sources(events);
            line_ = (group.masters.empty() ? group.overrides : group.masters).front()->line;
            try {
                read(group);
            } catch (const Refusal& refusal) {
                file_.rows.resize(rows_before);
                for (const auto& problem : refusal.problems()) {
                    const auto line = problem.place ? static_cast<std::size_t>(problem.place->line) : line_;
                    complain(line, problem.message, problem.hint);
                }
            }
        }
        note_floating();
        note_locations();
        std::ranges::stable_sort(file_.problems, {}, &ScheduleProblem::line);
        std::ranges::stable_sort(file_.notes, {}, &ScheduleProblem::line);
        return std::move(file_);
    }

private:
    void complain(std::size_t line, std::string message, std::string hint) {
        file_.problems.push_back({line, {}, std::move(message), std::move(hint), source_, false, line_});
    }
    void note(std::size_t line, std::string message) { file_.notes.push_back({line, {}, std::move(message), {}, {}}); }

    void read(const Group& group) {
        bool readable = true;
        for (const auto* list : {&group.masters, &group.overrides}) {
            for (const auto* event : *list) {
                for (const auto& problem : event->problems) {
                    complain(problem.line, problem.message, problem.hint);
                    readable = false;
                }
            }
        }
        if (!readable) {  // what is wrong with the rule is told along with it
            for (const auto* event : group.masters) {
                if (!event->rule.empty()) { static_cast<void>(calendars::read_rule(*event)); }
            }
            return;
        }
        if (group.masters.size() > 1) {
            complain(group.masters[1]->line,
                     "the file has the event " + quoted(group.masters[1]->summary) + " twice, with one UID (line " +
                         std::to_string(line_) + ")",
                     "take one of them out, or give it a UID of its own");
            return;
        }
        if (group.masters.empty()) {
            for (const auto* event : group.overrides) { read_orphan(*event); }
        } else if (is_left_out(*group.masters.front())) {
            for (const auto* event : group.overrides) {
                if (!is_left_out(*event)) { read_orphan(*event); }
            }
        } else {
            read_master(*group.masters.front(), group.overrides);
        }
    }

    /// All-day events are no sessions; nor is what the mapping says not to be one. They are named.
    bool is_left_out(const ForeignEvent& event) {
        if (event.start.kind == ForeignTime::Kind::date) {
            note(event.line, "left out: " + quoted(event.summary) + " on " + to_string(date_of(event.start.time)) +
                                 ", an all-day event");
            return true;
        }
        const auto words = calendars::words_of(event, mapping_);
        if (!words || !words->leave_out) { return false; }
        note(event.line, "left out, as the mapping says: " + quoted(event.summary));
        return true;
    }

    void read_master(const ForeignEvent& master, const std::vector<const ForeignEvent*>& overrides) {
        count_floating(master);
        if (master.rule.empty() && master.added.empty() && overrides.empty()) {
            const auto& zone = calendars::zone_of(master, zones_);
            if (master.uid.empty()) {
                note(master.line, quoted(master.summary) + " has no UID: a second import would book it once more");
            }
            add_single(master, local_in(master.start, zone), calendars::ref_of(master));
            return;
        }
        auto course = calendars::course_of(master, overrides, zones_, file_.notes);
        for (const auto& single : course.singles) { add_single(*single.event, single.start, single.ref); }
        for (const auto& series : course.series) { add_series(series, master); }
    }

    /// An event for a slot of a series that the file does not have.
    void read_orphan(const ForeignEvent& event) {
        if (event.start.kind == ForeignTime::Kind::date) { return; }  // has been named
        const auto& zone = calendars::zone_of(event, zones_);
        const auto slot = date_of(local_in(*event.slot, zone));
        count_floating(event);
        auto& row = add_single(event, local_in(event.start, zone), calendars::ref_of(event) + '@' + to_string(slot));
        row.note_if_booked = file_.texts.keep("the file has " + quoted(event.summary) + " of " + to_string(slot) +
                                              " without its series: it is a session of its own");
    }

    EventWords words_of(const ForeignEvent& event) {
        auto words = calendars::words_of(event, mapping_);
        if (!words) {
            std::string patterns;
            for (const auto& pattern : mapping_.patterns) {
                patterns += (patterns.empty() ? "" : " or ") + quoted(pattern.text());
            }
            throw at_line(event.line,
                          event.summary.empty() ? "the event has no SUMMARY, which says who comes"
                                                : quoted(event.summary) + " does not read like " + patterns,
                          "add a pattern with `summary`, or name such events under 'events' in a `mapping` file");
        }
        if (!words->unknown_location.empty()) { ++locations_[words->unknown_location]; }
        return std::move(*words);
    }

    static Refusal at_line(std::size_t line, std::string message, std::string hint) {
        return Refusal{RefusalKind::misuse,
                       Problem{std::move(message), std::move(hint), Place{{}, static_cast<int>(line), 0, {}}, {}}};
    }

    /// Nullopt for an event without an end.
    std::optional<Length> length_of(const ForeignEvent& event) {
        std::chrono::seconds size{0};
        if (event.duration) { size = *event.duration; }
        if (event.end) {
            const auto& zone = calendars::zone_of(event, zones_);
            size = instant_of(*event.end, zone) - instant_of(event.start, zone);
        }
        const auto minutes = std::chrono::floor<Length>(size);
        const auto line = event.end ? event.end->line : event.line;
        if (size < size.zero()) {
            throw at_line(line, quoted(event.summary) + " ends before it begins", "mend its DTEND");
        }
        if (minutes > kLongestSession) {
            throw at_line(line, quoted(event.summary) + " lasts longer than a day, which no session does",
                          "leave it out: name it under 'events' in a `mapping` file, with leave-out: yes");
        }
        if (minutes != size) {
            throw at_line(line, quoted(event.summary) + " does not last whole minutes", "mend its DTEND");
        }
        return minutes == minutes.zero() ? std::nullopt : std::optional{minutes};
    }

    void add(std::vector<ScheduleCell>& cells, Column column, std::string_view text) {
        if (!text.empty()) { cells.push_back({column, file_.texts.keep(text)}); }
    }
    void add(std::vector<ScheduleCell>& cells, Column column, const std::vector<std::string>& texts) {
        for (const auto& text : texts) { add(cells, column, text); }
    }

    void add_clients(std::vector<ScheduleCell>& cells, const EventWords& words) {
        add(cells, client, words.clients);
        if (words.practice_uid.empty()) { return; }
        add(cells, practice_uid, words.practice_uid);
        add(cells, client_numbers, words.client_numbers);
    }

    ScheduleRow& add_row(const ForeignEvent& event, LocalTime start, std::string row_ref, const EventWords& words) {
        ScheduleRow row;
        row.line = event.line;
        row.source = file_.texts.keep(source_);
        auto& cells = row.cells;
        add(cells, ref, row_ref);
        add(cells, professional, words.professional);
        add_clients(cells, words);
        add(cells, service, words.services);
        add(cells, modifier, words.modifiers);
        add(cells, room, words.room);
        add(cells, at, to_string(start));
        if (const auto size = length_of(event)) { add(cells, length, std::to_string(size->count())); }
        add(cells, on_conflict, event.own.on_conflict);
        add(cells, length_said, event.own.length_said);
        file_.rows.push_back(std::move(row));
        return file_.rows.back();
    }

    ScheduleRow& add_single(const ForeignEvent& event, LocalTime start, std::string row_ref) {
        const auto words = words_of(event);
        auto& row = add_row(event, start, std::move(row_ref), words);
        add(row.cells, time_zone, calendars::zone_of(event, zones_).name());
        add(row.cells, status, words.status);
        add(row.cells, client_status, event.own.client_statuses);
        return row;
    }

    void add_series(const ForeignSeries& series, const ForeignEvent& master) {
        const auto& event = *series.event;
        const auto words = words_of(event);
        const auto row_ref = series.carried_on_from && !master.uid.empty()
                                 ? master.uid + '/' + to_string(*series.carried_on_from)
                                 : calendars::ref_of(master);
        const LocalTime start = series.recurrence.anchor() + time_of_day(series.start);
        auto& row = add_row(event, start, row_ref, words);
        add(row.cells, time_zone, calendars::zone_of(master, zones_).name());
        add(row.cells, rrule, to_rrule(series.recurrence.rule()));
        std::string dates;
        for (const auto date : series.recurrence.excluded()) { dates += (dates.empty() ? "" : ",") + to_string(date); }
        add(row.cells, except, dates.empty() ? "none" : dates);
        if (master.cancelled) { add(row.cells, status, "cancelled"); }
        row.added = series.recurrence.added();
        for (const auto date : calendars::untold_of(event)) {
            if (std::ranges::binary_search(series.recurrence.excluded(), date)) { row.untold.push_back(date); }
        }
        const auto usual_length = length_of(event);
        for (const auto& [slot, changed] : series.slots) {
            ScheduleSlot made{slot, std::nullopt, {}};
            if (changed.start != slot + time_of_day(series.start)) { made.start = changed.start; }
            if (changed.event != &event) { made.cells = differing(*changed.event, words, usual_length); }
            if (made.start || !made.cells.empty()) { row.slots.push_back(std::move(made)); }
        }
    }

    /// What an event for one slot says that its series does not.
    std::vector<ScheduleCell> differing(const ForeignEvent& event, const EventWords& usual,
                                        std::optional<Length> usual_length) {
        std::vector<ScheduleCell> cells;
        EventWords words = usual;
        // An instance that is cancelled may come without anything but its date.
        if (!event.cancelled || !event.summary.empty() || !event.own.empty()) { words = words_of(event); }
        if (event.cancelled && words.status.empty()) { words.status = "cancelled"; }
        if (words.professional != usual.professional) { add(cells, professional, words.professional); }
        if (words.clients != usual.clients || words.client_numbers != usual.client_numbers) {
            add_clients(cells, words);
        }
        if (words.services != usual.services) { add(cells, service, words.services); }
        if (words.modifiers != usual.modifiers) {
            add(cells, modifier, words.modifiers.empty() ? std::vector<std::string>{"none"} : words.modifiers);
        }
        if (words.room != usual.room) { add(cells, room, words.room); }
        const auto size = length_of(event);
        if (size && size != usual_length) { add(cells, length, std::to_string(size->count())); }
        add(cells, status, words.status);
        add(cells, client_status, event.own.client_statuses);
        return cells;
    }

    void count_floating(const ForeignEvent& event) {
        if (event.start.kind != ForeignTime::Kind::floating) { return; }
        if (floating_++ == 0) { first_floating_ = event.start.line; }
    }

    void note_floating() {
        if (floating_ == 0 || zones_.chosen != nullptr) { return; }
        file_.notes.push_back({first_floating_,
                               {},
                               std::to_string(floating_) + (floating_ == 1 ? " event has" : " events have") +
                                   " no time zone: read in that of the practice, " + zones_.practice->name(),
                               "if that is wrong: `time-zone NAME`",
                               {}});
    }

    void note_locations() {
        if (locations_.empty()) { return; }
        std::size_t events = 0;
        for (const auto& [location, count] : locations_) { events += count; }
        file_.notes.push_back({0,
                               {},
                               "places were not read, those of " + std::to_string(events) +
                                   (events == 1 ? " event: " : " events: ") + quoted(locations_.begin()->first) +
                                   (locations_.size() == 1 ? "" : " and others"),
                               "if they are rooms: `location room`, or 'rooms' in a `mapping` file",
                               {}});
    }

    const ForeignCalendar& calendar_;
    const CalendarMapping& mapping_;
    const CalendarZones& zones_;
    ScheduleFile file_;
    /// Of the group that is being read.
    std::string source_;
    std::size_t line_ = 0;
    std::size_t floating_ = 0;
    std::size_t first_floating_ = 0;
    std::map<std::string, std::size_t> locations_;
};

}  // namespace

const std::vector<std::string>& calendar_columns() {
    static const std::vector<std::string> columns{
        "ref",           "professional", "client",      "service",    "modifier", "room",         "at",
        "length",        "time-zone",    "rrule",       "except",     "status",   "practice-uid", "client-numbers",
        "client-status", "on-conflict",  "length-said", "former-end", "yields"};
    return columns;
}

ScheduleFile schedule_of(const ForeignCalendar& calendar, const CalendarMapping& mapping, const CalendarZones& zones) {
    return ScheduleMaker{calendar, mapping, zones}.make();
}

}  // namespace practice
