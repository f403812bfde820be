// SPDX-License-Identifier: MIT
// calendar, calendar agenda: the sessions of some days as a list.
#include "text/calendar/calendar_agenda.h"
#include "cli/flags/calendar_request.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

/// "calendar wek" is a view misspelt rather than a date.
InstantSpan window_of(const Calendar& calendar, const Arguments& arguments) {
    try {
        return calendar.window();
    } catch (const Refusal&) {
        const auto word = arguments.positional(0);
        const auto views = nearest(word.value_or(""), {"agenda", "day", "week", "month"}, 1);
        if (!word || views.empty() || arguments.command().name != "calendar") { throw; }
        throw misuse(practice::quoted(*word) + " is not a date, nor a view of the calendar",
                     "did you mean 'practice calendar " + views[0] + "'?");
    }
}

int run(const Arguments& arguments, Context& context) {
    if (!has_practice(context)) { return kDone; }
    Calendar calendar{arguments, context};
    calendar.load(window_of(calendar, arguments));
    if (calendar.answered_program()) { return kDone; }
    if (calendar.starting().empty()) {
        print_no_sessions(context, calendar.days());
    } else {
        context.print(text::agenda_text(calendar.starting(), calendar.days(), calendar.present(), calendar.style()));
    }
    return kDone;
}

Command agenda(std::string_view name, std::string_view summary) {
    Command command{
        .name = name,
        .summary = summary,
        .needs = Needs::read,
        .positionals = {{"DATE", "the first day; today, when not given", false, true, ValueKind::date}},
        .options = window_options(),
        .examples = {},
        .run = run,
        .description =
            "Seven days from today, or from the date given, or the window of the flags. Off a terminal: one line for "
            "each session, as 'session list' has them; with --json the sessions by day.",
    };
    for (const auto& option : calendar_options()) { command.options.push_back(option); }
    return command;
}

}  // namespace

Command calendar_command() {
    auto command = agenda("calendar", "See the sessions of the coming seven days (as calendar agenda)");
    command.examples = {
        {"practice calendar", "The coming seven days"},
        {"practice calendar tomorrow --days 1 --professional lee", "Tomorrow, for one professional"},
        {"practice calendar week next", "Next week, as a grid"},
    };
    return command;
}

Command calendar_agenda_command() {
    auto command = agenda("calendar agenda", "List the sessions of some days, day by day");
    command.examples = {
        {"practice calendar agenda --week --professional lee", "One professional's week"},
        {"practice calendar agenda mon --days 14 --json", "Two weeks by day, for a program"},
    };
    return command;
}

}  // namespace practice::cli
