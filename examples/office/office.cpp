// SPDX-License-Identifier: MIT
// Books a series, lists the week in which it begins, and takes it back, in the database of a practice that was set up
// with the program: office practice.db 'Anna Smith' 90834 '2026-12-01 16:00'. For the example the present is always
// 2026-11-23, 13:00 UTC.
#include <app/booking/book_session.h>
#include <app/office.h>
#include <app/query/occurrence_filter.h>
#include <app/undo/undo_operation.h>
#include <time/zone_database.h>

#include <exception>
#include <iostream>

namespace {

using namespace practice;

void list_week(app::Office& office, Date first) {
    app::OccurrenceFilter filter;
    filter.from = office.zone().to_instant(LocalTime{first});
    filter.to = office.zone().to_instant(LocalTime{first + std::chrono::days{7}});
    const auto week = app::load_occurrences(office, filter);
    for (const auto& occurrence : week.list) {
        const auto start = office.zone().to_local(occurrence.start);
        std::cout << to_string(date_of(start)) << ' ' << to_string_time(time_of_day(start)) << ' '
                  << occurrence.professional().code << ':';
        for (const auto& client : occurrence.clients()) { std::cout << ' ' << client.name; }
        std::cout << '\n';
    }
}

void book_list_undo(app::Office& office, const app::SessionWords& words) {
    const auto booked = app::book_session(office, words);
    std::cout << "booked " << to_string(OccurrenceId{booked.booking.session.number(), {}}) << '\n';
    list_week(office, date_of(booked.booking.session.start));
    const auto operation = app::find_operation(office, office.made.value());
    static_cast<void>(app::turn_back(office, app::turns_of(*office.database, operation), app::Turn::undo));
    std::cout << "undone\n";
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::cerr << "usage: office DATABASE CLIENT SERVICE WHEN\n";
        return 2;
    }
    try {
        const time::ZoneDatabase zones;
        const Instant present = Instant{make_date(2026, 11, 23)->time_since_epoch()} + std::chrono::hours{13};
        auto office = app::open_office(words[1], store::Access::write, zones, present);
        office.account = "the example";
        office.notes = [](std::string_view text) { std::cerr << text << '\n'; };
        app::SessionWords session;
        session.clients = {words[2]};
        session.services = {words[3]};
        session.at = words[4];
        session.repeat = "weekly";
        book_list_undo(office, session);
        return 0;
    } catch (const Refusal& refusal) {
        for (const auto& problem : refusal.problems()) { std::cerr << problem.message << "; " << problem.hint << '\n'; }
    } catch (const std::exception& error) { std::cerr << error.what() << '\n'; }
    return 1;
}
