// SPDX-License-Identifier: MIT
// calendar month: a cell for each day, with how many sessions there are and the first of them.
#include "text/calendar/calendar_month.h"
#include "cli/flags/calendar_request.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/dates/time_words.h"

namespace practice::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
    if (!has_practice(context)) { return kDone; }
    Calendar calendar{arguments, context};
    calendar.load(calendar.period(text::CalendarUnit::month));
    if (calendar.answered_program()) { return kDone; }
    const auto fields = fields_of(calendar.days().from);
    const auto& style = calendar.style();
    const auto month =
        text::lay_out_month(fields.year() / fields.month(), calendar.starting(), date_of(calendar.present().local),
                            style.week_starts, [&](Date date) { return !calendar.open_on(date).empty(); });
    const auto heading = std::string{text::long_month_name(static_cast<unsigned>(fields.month()))} + ' ' +
                         std::to_string(static_cast<int>(fields.year()));
    context.print_line(text::painted(heading, text::Colour::bold, style.terminal));
    context.print(text::month_text(month, style, calendar.omit()));
    if (calendar.starting().empty()) { print_no_sessions(context, calendar.days()); }
    return kDone;
}

}  // namespace

Command calendar_month_command() {
    Command command{
        .name = "calendar month",
        .summary = "See one month, a cell for each day",
        .needs = Needs::read,
        .positionals = {calendar_when()},
        .options = {},
        .examples =
            {
                {"practice calendar month", "This month"},
                {"practice calendar month 2027-03 --professional lee", "March 2027, for one professional"},
                {"practice calendar month next --names initials", "Next month, for a screen that others see"},
            },
        .run = run,
        .description =
            "Each day has the number of its sessions, and the first of them. A month can be a name too: "
            "'march', 'march 2027'. Off a terminal: one line for each session, as 'session list' has them.",
    };
    for (const auto& option : calendar_options()) { command.options.push_back(option); }
    return command;
}

}  // namespace practice::cli
