// SPDX-License-Identifier: MIT
// session add: books a session or a series.
#include "app/booking/book_session.h"
#include "cli/context.h"
#include "cli/flags/session_flags.h"
#include "cli/flags/session_form.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/session/session_dates.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::cli {
namespace {

void tell(Context& context, const Booking& booking) {
    const auto& session = booking.session;
    const text::SessionView view{&session, &context.zone(session.time_zone), context.now};
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(text::booked_json(booking, view, context.dry_run));
        return;
    }
    if (context.quiet) {
        context.print_line(to_string(OccurrenceId{session.number(), {}}));
        return;
    }
    context.print(text::booked_text(booking, view, context.dry_run));
    if (context.dry_run) { context.print(text::dates_lines(view)); }
    for (const auto& line : text::clash_lines(booking.conflicts)) { context.print_line("  clash    " + line); }
    if (context.dry_run) { context.print_line("Nothing was booked (--dry-run)."); }
    context.print_undo();
}

int run(const Arguments& arguments, Context& context) {
    auto words = session_words(arguments);
    if (context.interactive) { ask_for_missing(words, context); }

    const auto booked = book_session(context, words);
    tell(context, booked.booking);
    return kDone;
}

}  // namespace

Command session_add_command() {
    return {
        .name = "session add",
        .summary = "Book a session, or a series of them",
        .needs = Needs::write,
        .positionals = {},
        .options = session_options(),
        .examples =
            {
                {"practice session add --client Smith --service 90834 --repeat weekly",
                 "Every week, at the first time that is free for all of it"},
                {"practice session add --client 'Jo Ng' --service 90837 --at '2026-12-01 14:00' --virtual",
                 "A single session in a virtual room"},
                {"practice session add --client Smith --service 90834 --at 'dec 8 10:00' --repeat custom --every 2 "
                 "--unit week "
                 "--on tue,thu --ends 2027-06-30 --dry-run",
                 "See what a series of one's own would be, without booking it"},
            },
        .run = run,
        .description =
            "Only a client and a service are needed. The professional is you (from the configuration), the only one, "
            "or "
            "the client's own; the room is the professional's usual one; the time is the first that is free, inside "
            "the "
            "working hours, for the whole session or series. What clashes is refused: nothing is booked then.\n"
            "At a terminal, what is missing is asked for.",
    };
}

}  // namespace practice::cli
