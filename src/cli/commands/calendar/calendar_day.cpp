// SPDX-License-Identifier: MIT
// calendar day: one day as a grid of the clock; with --by a column for each professional or room, and who
// is free now.
#include <algorithm>

#include "cli/flags/calendar_request.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/calendar/calendar_free.h"
#include "text/calendar/calendar_grid_text.h"
#include "text/fold.h"
#include "text/format_time.h"

namespace practice::cli {
namespace {

using Entries = std::vector<const text::CalendarEntry*>;

template <class Belongs>
Entries entries_of(const Entries& all, Belongs belongs) {
    Entries some;
    std::ranges::copy_if(all, std::back_inserter(some), belongs);
    return some;
}

/// Who is free can be told only when no filter hides what makes them busy.
bool tells_free(const Calendar& calendar, Date date, bool by_room) {
    const auto& filter = calendar.filter();
    const auto& sessions = filter.sessions;
    const bool all_times = filter.statuses.empty() && sessions.clients.empty() && sessions.services.empty();
    const bool others = by_room ? sessions.professionals.empty() : sessions.rooms.empty();
    return date == date_of(calendar.present().local) && all_times && others;
}

/// One for each who works or has sessions on that day; for all when nobody does.
std::vector<text::GridColumn> by_professional(const Calendar& calendar, Date date) {
    const auto all = calendar.on(date);
    const bool tells = tells_free(calendar, date, false);
    std::vector<text::GridColumn> columns;
    std::vector<text::GridColumn> away;
    for (const auto* professional : calendar.professionals()) {
        text::GridColumn column;
        column.title = text::harmless(professional->name.text);
        column.short_title = text::harmless(professional->code);
        column.date = date;
        column.open = text::working_spans(*professional, date);
        column.entries = entries_of(all, [&](const text::CalendarEntry* entry) {
            return entry->occurrence->professional().id == professional->id;
        });
        if (tells) {
            column.note = text::availability({&column.open, 1}, column.entries, calendar.present(),
                                             calendar.style().twelve_hours);
        }
        auto& list = column.open.empty() && column.entries.empty() ? away : columns;
        list.push_back(std::move(column));
    }
    return columns.empty() ? away : columns;
}

std::vector<text::GridColumn> by_room(const Calendar& calendar, Date date) {
    const auto all = calendar.on(date);
    const auto open = calendar.open_on(date);
    const auto& wanted = calendar.filter().sessions.rooms;
    const bool tells = tells_free(calendar, date, true);
    std::vector<text::GridColumn> columns;
    for (const auto& room : calendar.directory().rooms()) {
        text::GridColumn column;
        column.title = text::harmless(room.name.text);
        column.date = date;
        column.open = open;
        column.entries =
            entries_of(all, [&](const text::CalendarEntry* entry) { return entry->occurrence->room().id == room.id; });
        const bool named = std::ranges::find(wanted, room.id) != wanted.end();
        const bool shown = named || (wanted.empty() && (!room.archived || !column.entries.empty()));
        if (!shown) { continue; }
        if (room.kind == RoomKind::is_virtual) {
            column.note = "virtual";
        } else if (tells) {
            column.note = text::availability({nullptr, static_cast<std::size_t>(room.capacity)}, column.entries,
                                             calendar.present(), calendar.style().twelve_hours);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

text::GridRequest request_of(const Calendar& calendar, Date date, const std::optional<std::string>& by) {
    constexpr std::size_t least_column = 14;
    text::GridRequest request;
    request.present = calendar.present();
    request.omit = calendar.omit();
    if (by) {
        request.columns = *by == "room" ? by_room(calendar, date) : by_professional(calendar, date);
        request.omit = *by == "room" ? text::Omit::room : text::Omit::professional;
        request.least_column = least_column;
    }
    if (request.columns.empty()) { request.columns.push_back(calendar.day_column(date)); }
    return request;
}

int run(const Arguments& arguments, Context& context) {
    if (!has_practice(context)) { return kDone; }
    Calendar calendar{arguments, context};
    calendar.load(calendar.period(text::CalendarUnit::day));
    const auto hours = calendar.hours();  // refused in every format when it is wrong
    if (calendar.answered_program()) { return kDone; }
    const Date date = calendar.days().from;
    const auto& style = calendar.style();
    std::string heading = text::weekday_date(date);
    if (date == date_of(calendar.present().local)) {
        heading += ", now " + text::shown_time(time_of_day(calendar.present().local), style.twelve_hours);
    }
    context.print_line(text::painted(heading, text::Colour::bold, style.terminal));
    auto request = request_of(calendar, date, arguments.value("--by"));
    request.hours = hours;
    context.print(text::grid_text(text::lay_out(request, calendar.zone(), style), style));
    if (calendar.overlapping().empty()) { print_no_sessions(context, calendar.days()); }
    return kDone;
}

}  // namespace

Command calendar_day_command() {
    Command command{
        .name = "calendar day",
        .summary = "See one day on a grid of the clock",
        .needs = Needs::read,
        .positionals = {calendar_when()},
        .options = {{"--by", "WHAT", Takes::one_value, "a column for each, and who is free now", "", ValueKind::choice,
                     "professional|room"},
                    hours_option()},
        .examples =
            {
                {"practice calendar day", "Today"},
                {"practice calendar day --by room", "Which rooms are free now, and when the others will be"},
                {"practice calendar day next tue --by professional --hours 7-21", "A day of next week, side by side"},
            },
        .run = run,
        .description =
            "Sessions at the same time stand side by side. Off a terminal: one line for each session, as "
            "'session list' has them.",
    };
    for (const auto& option : calendar_options()) { command.options.push_back(option); }
    return command;
}

}  // namespace practice::cli
