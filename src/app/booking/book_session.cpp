// SPDX-License-Identifier: MIT
#include "app/booking/book_session.h"

#include <algorithm>

#include "app/booking/booking_request.h"
#include "app/booking/converted_time.h"
#include "app/change/marks_to_come.h"
#include "app/directory.h"
#include "store/sessions/session_rows.h"
#include "text/dates/parse_time.h"
#include "text/format_time.h"
#include "text/session/except_text.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
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
                   next < last ? "the next day on which " + name + " works is " + text::weekday_date(next) + ": `at` " +
                                     to_string(next)
                               : "give a day with `at`, or another `professional`"};
}

Refusal nothing_free(const NothingFree& nothing, const BookingRequest& request, const BusyTimes& busy) {
    if (auto off = day_off(request, busy)) { return std::move(*off); }
    const std::string whole = request.draft.is_series() ? "the whole series" : "the session";
    return Refusal{RefusalKind::conflict,
                   "no time is free for " + whole + " up to " +
                       text::weekday_date(nothing.looked_until - std::chrono::days{1}) + "; nothing was booked",
                   "say a time with `at`, another `professional` or `room`, or see their hours with 'practice "
                   "professional show " +
                       request.draft.professional.code + "'"};
}

Booking booking_or_refusal(const BookingRequest& request, const BusyTimes& busy, const Office& office,
                           const Directory& directory) {
    const auto others = in_person_rooms(directory);
    auto result = book(request, busy.booked(), *office.zones, others);
    if (const auto* clashing = std::get_if<Clashing>(&result)) {
        throw text::clash_refusal(*clashing, office.zone(clashing->wanted.time_zone), request.policy.skips());
    }
    if (const auto* nothing = std::get_if<NothingFree>(&result)) { throw nothing_free(*nothing, request, busy); }
    return std::get<Booking>(std::move(result));
}

}  // namespace

BookedSession book_session(Office& office, const SessionWords& words) {
    BookedSession booked;
    {
        Change change{office};
        const Directory directory{office};
        const auto request = read_request(words, office, directory);
        booked.busy = busy_times(office, directory, request);
        auto& booking = booked.booking = booking_or_refusal(request, booked.busy, office, directory);
        if (!words.allow_future) { check_marks_have_been(nullptr, booking.session, office); }
        const auto id = store::insert(*office.database, booking.session, *office.zones);
        booking.session = store::load_session(*office.database, id).value();
        change.commit();
    }
    const auto& session = booked.booking.session;
    if (words.except && session.is_series()) {
        // Those that were left out because they clash are dates of it.
        if (const auto note = text::left_out_in_vain(session, session.recurrence->excluded())) { office.notes(*note); }
    }
    if (words.at) {
        const auto when = text::parse_when(*words.at, office.local_now());
        tell_converted(office, when, session.start, office.zone(session.time_zone));
    }
    return booked;
}

}  // namespace practice::app
