// SPDX-License-Identifier: MIT
// Fills a practice that has been set up with bookings: make_database FILE COUNT. The last year is the same for
// every COUNT: 200 weekly series that never end and 10,000 single sessions. Whatever is left over is older, over
// nineteen more years. Nothing of it clashes. The present is Monday 2026-11-23.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>

#include "practice/recurrence.h"
#include "store/database.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "time/zone_database.h"

namespace {

using namespace practice;
using std::chrono::days;
using std::chrono::hours;

constexpr int kSeries = 200;
constexpr int kRecentSingles = 10'000;
constexpr int kRecentWeeks = 52;
constexpr int kOlderWeeks = 19 * 52;
constexpr int kHoursOfDay = 8;
constexpr int kPlacesOfDay = kHoursOfDay * 5;
constexpr Date kNextWeek = Date{std::chrono::year{2026} / 11 / 23} + days{7};

/// The people and things of the practice, as sessions refer to them.
struct Cast {
    std::vector<Professional> professionals;
    std::vector<Room> rooms;
    std::vector<Client> clients;
    Service service;
    Practice practice;
};

Cast load_cast(store::Database& database) {
    Cast cast{store::load_professionals(database), store::load_rooms(database), store::load_clients(database),
              store::load_services(database).at(0), store::load_practice(database).value()};
    if (cast.professionals.size() > cast.rooms.size()) {
        throw std::runtime_error{"a room for each professional is needed"};
    }
    return cast;
}

/// The nth place of a week: professional by professional, day by day, hour by hour. A series takes a place of
/// every week, the single sessions of a week take the places after those.
Session at_place(const Cast& cast, int week_from_next, int place, int serial) {
    const auto who = static_cast<std::size_t>(place / kPlacesOfDay) % cast.professionals.size();
    const int hour = place % kPlacesOfDay;
    const auto& professional = cast.professionals[who];
    const auto& room = cast.rooms[who];
    const auto& client = cast.clients[static_cast<std::size_t>(serial) % cast.clients.size()];
    Session session;
    session.professional = {professional.id, professional.code, professional.name.text};
    session.room = {room.id, room.name.text, room.kind, room.capacity, room.link};
    session.clients = {{client.id, client.name.text}};
    session.lines = {
        {cast.service.id, cast.service.code, cast.service.description, 1, cast.service.price, {}, cast.service.per}};
    session.time_zone = cast.practice.time_zone;
    session.start =
        LocalTime{kNextWeek + days{7 * week_from_next + hour / kHoursOfDay}} + hours{9 + hour % kHoursOfDay};
    session.length = Length{45};
    session.currency = cast.practice.currency;
    session.created = session.changed = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}};
    return session;
}

void fill(store::Database& database, const TimeZones& zones, const Cast& cast, int count) {
    for (int i = 0; i < kSeries && i < count; ++i) {
        auto session = at_place(cast, -kRecentWeeks, i, i);
        session.recurrence = Recurrence{date_of(session.start), with_anchor(RecurrenceRule{}, date_of(session.start))};
        store::insert(database, session, zones);
    }
    const int recent = std::min(count - kSeries, kRecentSingles);
    for (int i = 0; i < recent; ++i) {
        // Weeks are filled in turn, so that each of them has as many; the week after next is the last.
        auto session = at_place(cast, 1 - i % kRecentWeeks, kSeries + i / kRecentWeeks, i);
        store::insert(database, session, zones);
    }
    for (int i = 0; i < count - kSeries - recent; ++i) {
        auto session = at_place(cast, -kRecentWeeks - 1 - i % kOlderWeeks, i / kOlderWeeks, i);
        session.status = Status::attended;
        store::insert(database, session, zones);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: make_database FILE COUNT\n";
        return 2;
    }
    const practice::time::ZoneDatabase zones;
    auto database = store::Database::open(argv[1], store::Access::write);
    const auto cast = load_cast(database);
    store::Writing writing{database, {Instant{}, "bench", "make_database"}};
    fill(database, zones, cast, std::atoi(argv[2]));
    writing.commit();
}
