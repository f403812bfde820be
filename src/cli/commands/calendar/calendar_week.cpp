// SPDX-License-Identifier: MIT
// calendar week: seven days beside each other on a grid of the clock.
#include "cli/flags/calendar_request.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/calendar/calendar_grid_text.h"
#include "text/format_time.h"

namespace practice::cli {
namespace {

using std::chrono::days;

int run(const Arguments& arguments, Context& context) {
    if (!has_practice(context)) { return kDone; }
    Calendar calendar{arguments, context};
    calendar.load(calendar.period(text::CalendarUnit::week));
    text::GridRequest request;
    request.hours = calendar.hours();
    if (calendar.answered_program()) { return kDone; }
    const auto span = calendar.days();
    const auto& style = calendar.style();
    for (Date date = span.from; date < span.to; date += days{1}) {
        request.columns.push_back(calendar.day_column(date));
    }
    request.present = calendar.present();
    request.omit = calendar.omit();
    request.narrow_empty = true;
    const auto heading = text::weekday_date(span.from) + " to " + text::weekday_date(span.to - days{1});
    context.print_line(text::painted(heading, text::Colour::bold, style.terminal));
    context.print(text::grid_text(text::lay_out(request, calendar.zone(), style), style));
    if (calendar.overlapping().empty()) { print_no_sessions(context, span); }
    return kDone;
}

}  // namespace

Command calendar_week_command() {
    Command command{
        .name = "calendar week",
        .summary = "See one week on a grid of the clock, a column for each day",
        .needs = Needs::read,
        .positionals = {calendar_when()},
        .options = {hours_option()},
        .examples =
            {
                {"practice calendar week", "This week"},
                {"practice calendar week next --professional lee", "Next week, for one professional"},
                {"practice calendar week 2027-03-08 --hours 7-21", "The week that a date is in"},
            },
        .run = run,
        .description =
            "The week begins as the practice says. Sessions at the same time stand side by side. Off a "
            "terminal: one line for each session, as 'session list' has them.",
    };
    for (const auto& option : calendar_options()) { command.options.push_back(option); }
    return command;
}

}  // namespace practice::cli
