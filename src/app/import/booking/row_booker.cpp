// SPDX-License-Identifier: MIT
#include "app/import/booking/row_booker.h"

#include <algorithm>

#include "app/booking/booking_request.h"
#include "app/change/marks_to_come.h"
#include "app/import/planning/changed_by_file.h"
#include "app/import/row_change.h"
#include "app/import/row_slots.h"
#include "practice/skipping.h"
#include "store/sqlite/errors.h"

namespace practice::app {
namespace {

Refusal about(std::string field, RefusalKind kind, std::string message, std::string hint) {
    Problem problem{std::move(message), std::move(hint), {}, {}};
    problem.field = std::move(field);
    return Refusal{kind, std::move(problem)};
}

/// What else the file says of its dates is about so many, until it is known which are left out.
void end_as_held(BookingRequest& request) {
    if (!request.held) { return; }
    auto ended = holding(request.draft, *request.held);
    if (!ended) {
        throw about("held", RefusalKind::misuse,
                    "there are no " + std::to_string(*request.held) + " dates that could take place",
                    "give fewer with `held`, or an end with `ends`");
    }
    request.draft = std::move(*ended);
}

}  // namespace

RowBooker::RowBooker(const ImportRun& run, const DateRows& dates, ImportTimetable& timetable, const RowClashes& clashes)
    : run_{run}, dates_{dates}, timetable_{timetable}, clashes_{clashes} {}

Booking RowBooker::book(std::size_t row) {
    const auto& source = run_.source(row);
    const auto words = run_.words.for_new(source);
    if (!words.at) {
        throw about("at", RefusalKind::misuse, "there is no time",
                    "give a date and a time, or 'next' for the first free");
    }
    auto request = read_request(words, run_.office, run_.directory);
    request.policy = policy_of(words, run_.options.policy);
    const bool may_be_to_come = run_.words.allows_future();
    if (!request.start) {
        auto booking = book_first_free(request);
        if (!may_be_to_come) { check_marks_have_been(nullptr, booking.session, run_.office); }
        return booking;
    }
    request.draft.start = *request.start;
    end_as_held(request);
    RowChange with_slots{std::move(request.draft), {}, {}};
    put_slots(with_slots, source, run_.words, run_.office, run_.directory);
    request.draft = std::move(with_slots.after);
    if (!may_be_to_come) { check_marks_have_been(nullptr, request.draft, run_.office); }
    return book_at(request, row);
}

Booking RowBooker::book_first_free(const BookingRequest& request) {
    const auto& office = run_.office;
    auto& timetable = timetable_.covering(OpenSpan{office.now, std::nullopt});
    const InstantSpan window{office.now, office.now + kFreeSlotHorizon + kConflictHorizon};
    const auto around = timetable.around(request.draft, request.rooms, window);
    const Booked booked{{}, timetable.away(), &office.zone(), around};
    auto result = practice::book(request, booked, *office.zones);
    if (const auto* booking = std::get_if<Booking>(&result)) { return *booking; }
    throw about("at", RefusalKind::conflict, "no time is free for it in the next half year", "give a time");
}

/// A date that clashes because of a row of its own is that row's fault, and the series can do without it: it is booked
/// as it would be had the row not been there. A date that was asked for by itself is never left out instead.
Booking RowBooker::book_at(const BookingRequest& request, std::size_t row) {
    const auto given = dates_given(run_.source(row));
    std::vector<Date> without;
    std::vector<std::pair<std::size_t, Refusal>> refusals;
    std::optional<Refusal> of_all;
    while (true) {
        auto [result, tried, at_fault] = attempt(request, row, given, without);
        const auto* clashing = std::get_if<Clashing>(&result);
        if (clashing != nullptr && !of_all) {
            const auto& wanted = clashing->wanted;
            of_all = clashes_.refusal(wanted, clashing->conflicts,
                                      {wanted.is_series(), request.policy.skips(), date_of(wanted.start), given});
        }
        if (at_fault.empty()) {
            if (clashing != nullptr) {
                if (clashing->conflicts.endless) { throw ClashesForEver{*of_all}; }
                throw Refusal{*of_all};
            }
            auto& booking = std::get<Booking>(result);
            for (const auto date : given) {
                // It is in the same row: with it, the series is out.
                if (std::ranges::binary_search(booking.left_out, date)) { throw clash_on(tried, date); }
            }
            for (const auto& [date_row, refusal] : refusals) { run_.refuse(date_row, refusal); }
            return std::move(booking);
        }
        for (const auto& date : at_fault) {
            without.push_back(date.slot);
            refusals.emplace_back(date.row, clash_on(tried, date.slot));
        }
    }
}

/// `given`: dates that the row itself gives. `without`: those whose rows are left out.
RowBooker::Attempt RowBooker::attempt(BookingRequest wanted, std::size_t row, const std::vector<Date>& given,
                                      const std::vector<Date>& without) {
    const auto& rows = dates_.of(row);
    if (!rows.empty() && wanted.rooms.size() == 1) { wanted.draft.room = wanted.rooms.front(); }
    put_date_rows(wanted.draft, row, without);
    std::vector<SlotRow> asked_for;
    for (const auto& date : rows) {
        const bool there = std::ranges::find(without, date.slot) == without.end();
        if (there && !run_.is_rejected(date.row)) { asked_for.push_back(date); }
    }
    for (const auto& date : asked_for) { wanted.named.push_back(date.slot); }
    const bool carried = run_.words.as_written(run_.source(row).cells).practice_uid.has_value();
    if (!carried) { wanted.named.insert(wanted.named.end(), given.begin(), given.end()); }
    auto tried = asked_for.empty() && given.empty() ? Session{} : wanted.draft;
    auto result = ask(std::move(wanted));
    const auto* clashing = std::get_if<Clashing>(&result);
    const auto& dates = clashing != nullptr ? clashing->conflicts.slots : std::get<Booking>(result).left_out;
    std::erase_if(asked_for, [&](const SlotRow& date) { return !std::ranges::binary_search(dates, date.slot); });
    const auto& placed = clashing != nullptr ? clashing->wanted : std::get<Booking>(result).session;
    tried.room = placed.room;
    tried.allowed = placed.allowed;
    return {std::move(result), std::move(tried), std::move(asked_for)};
}

std::variant<Booking, Clashing> RowBooker::ask(BookingRequest&& wanted) {
    auto reached = wanted.draft;
    if (wanted.held) {  // that may take any number of dates
        auto rule = reached.recurrence->rule();
        rule.count.reset();
        reached.recurrence = Recurrence{reached.recurrence->anchor(), std::move(rule)};
    }
    return practice::book(std::move(wanted), timetable_.covering(reached), *run_.office.zones);
}

/// Those that cannot be are rejected. `without`: dates that stay as the series says.
void RowBooker::put_date_rows(Session& draft, std::size_t row, const std::vector<Date>& without) {
    for (const auto& date : dates_.of(row)) {
        const bool left_out = std::ranges::find(without, date.slot) != without.end();
        if (left_out || run_.is_rejected(date.row)) { continue; }
        const auto& source = run_.source(date.row);
        try {
            static_cast<void>(policy_of(run_.words.as_written(source.cells), run_.options.policy));
            draft = change_by_row(draft, date.slot, source, run_.words, OnConflict::refuse, run_.office, run_.directory)
                        .after;
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            run_.report.reject(date.row, refusal);
        }
    }
}

Refusal RowBooker::clash_on(const Session& session, Date date) {
    ConflictScope scope;
    scope.only = {date};
    return clashes_.refusal(session, timetable_.covering(session).conflicts(session, scope), {});
}

}  // namespace practice::app
