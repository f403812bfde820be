// SPDX-License-Identifier: MIT
// session add: books a session or a series.
#include <algorithm>

#include "app/booking/booking_request.h"
#include "app/booking/busy_times.h"
#include "app/booking/converted_time.h"
#include "app/change/marks_to_come.h"
#include "app/directory.h"
#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/flags/session_flags.h"
#include "cli/flags/session_form.h"
#include "cli/line/exit_code.h"
#include "store/sessions/session_rows.h"
#include "text/format_time.h"
#include "text/session/session_dates.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::cli {
namespace {

/// Whether any of the professional's hours on that date is no time off.
bool works_on(Date date, const WorkingHours& hours, std::span<const Away> away) {
    return std::ranges::any_of(hours.on(weekday_of(date)), [&](const Span<TimeOfDay>& span) {
        LocalTime from = date + span.from;
        for (const auto& off : away) {  // ascending
            if (off.span.from <= from && from < off.span.to) { from = off.span.to; }
        }
        return from < date + span.to;
    });
}

/// A date alone was asked for, and the professional does not work then; nullopt: they do.
std::optional<Refusal> day_off(const BookingRequest& request, const BusyTimes& busy) {
    if (!request.only_date || works_on(*request.only_date, *request.hours, busy.away)) { return std::nullopt; }
    const auto& name = request.draft.professional.name;
    auto next = *request.only_date + std::chrono::days{1};
    const auto last = *request.only_date + kFreeSlotHorizon;
    while (next < last && !works_on(next, *request.hours, busy.away)) { next += std::chrono::days{1}; }
    std::string why = name + " does not work on " + text::weekday_date(*request.only_date);
    for (const auto& off : busy.away) {
        const bool covers = off.span.from <= LocalTime{*request.only_date} &&
                            LocalTime{*request.only_date + std::chrono::days{1}} <= off.span.to;
        if (covers) { why += off.reason.empty() ? ": time off" : ": " + off.reason; }
    }
    return Refusal{RefusalKind::conflict, why + "; nothing was booked",
                   next < last ? "the next day on which " + name + " works is " + text::weekday_date(next) + ": --at " +
                                     to_string(next)
                               : "give a day with --at, or another --professional"};
}

Refusal nothing_free(const NothingFree& nothing, const BookingRequest& request, const BusyTimes& busy) {
    if (auto off = day_off(request, busy)) { return std::move(*off); }
    const std::string whole = request.draft.is_series() ? "the whole series" : "the session";
    return Refusal{RefusalKind::conflict,
                   "no time is free for " + whole + " up to " +
                       text::weekday_date(nothing.looked_until - std::chrono::days{1}) + "; nothing was booked",
                   "say a time with --at, another --professional or --room, or see their hours with 'practice "
                   "professional show " +
                       request.draft.professional.code + "'"};
}

Booking booking_or_refusal(const BookingRequest& request, const BusyTimes& busy, const Context& context,
                           const Directory& directory) {
    const auto others = in_person_rooms(directory);
    auto result = book(request, busy.booked(), *context.environment.zones, others);
    if (const auto* clashing = std::get_if<Clashing>(&result)) {
        throw text::clash_refusal(*clashing, context.zone(clashing->wanted.time_zone));
    }
    if (const auto* nothing = std::get_if<NothingFree>(&result)) { throw nothing_free(*nothing, request, busy); }
    return std::get<Booking>(std::move(result));
}

void tell(Context& context, const Booking& booking, SessionId id) {
    const auto& session = booking.session;
    const text::SessionView view{&session, &context.zone(session.time_zone), context.now};
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(text::booked_json(booking, view, context.dry_run));
        return;
    }
    if (context.quiet) {
        context.print_line(to_string(OccurrenceId{id, {}}));
        return;
    }
    context.print(text::booked_text(booking, view, context.dry_run));
    if (context.dry_run) { context.print(text::dates_lines(view)); }
    for (const auto& line : text::clash_lines(booking.conflicts)) { context.print_line("  clash    " + line); }
    if (context.dry_run) { context.print_line("Nothing was booked (--dry-run)."); }
    context.print_undo();
}

void tell_converted(Context& context, const SessionWords& words, const Session& session) {
    if (!words.at) { return; }
    const auto when = text::parse_when(*words.at, context.local_now());
    cli::tell_converted(context, when, session.start, context.zone(session.time_zone));
}

int run(const Arguments& arguments, Context& context) {
    auto words = session_words(arguments);
    if (context.interactive) { ask_for_missing(words, context); }

    Change change{context};
    const Directory directory{context};
    const auto request = read_request(words, context, directory);
    const auto busy = load_busy_times(context, directory, request);

    auto booking = booking_or_refusal(request, busy, context, directory);
    if (!words.allow_future) { check_marks_have_been(nullptr, booking.session, context); }

    const auto id = store::insert(*context.database, booking.session, *context.environment.zones);
    booking.session = store::load_session(*context.database, id).value();
    change.commit();

    tell_converted(context, words, booking.session);
    tell(context, booking, id);
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
