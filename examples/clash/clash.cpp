// SPDX-License-Identifier: MIT
// When do two weekly plans first get into each other's way? Takes two rules in words and answers for ever, daylight
// saving included: clash 'every 2 weeks on tue' 'monthly on 2nd tue'. Both begin on 2026-12-01 at 14:00, for an hour.
#include <practice/conflict.h>
#include <practice/recurrence_text.h>
#include <practice/refusal.h>
#include <practice/time/zone_database.h>

#include <cstdint>
#include <iostream>
#include <string>

namespace {

using namespace practice;

/// Both are in the one room that there is, with a professional of their own.
Session weekly_plan(std::int64_t number, const std::string& words) {
    Session session;
    session.id = SessionId{number};
    session.professional = {ProfessionalId{number}, "p" + std::to_string(number), "Professional"};
    session.room = {RoomId{1}, "the room", RoomKind::in_person, 1, {}};
    session.clients = {{ClientId{number}, "Client"}};
    session.time_zone = "America/New_York";
    const auto date = *make_date(2026, 12, 1);
    const Recurrence recurrence{date, parse_recurrence(words)};
    const auto first = recurrence.first().value_or(date);
    session.start = first + std::chrono::hours{14};
    session.length = std::chrono::minutes{60};
    session.recurrence = Recurrence{first, recurrence.rule()};
    return session;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "usage: clash RULE RULE\n";
        return 2;
    }
    try {
        const time::ZoneDatabase zones;
        const auto planned = weekly_plan(1, words[1]);
        const std::vector<Session> booked{weekly_plan(2, words[2])};
        const auto conflicts = find_conflicts(planned, {booked, {}, zones.find("America/New_York")}, zones);
        if (conflicts.none()) {
            std::cout << "never in " << conflicts.checked << " dates\n";
            return 0;
        }
        const auto& first = conflicts.clashes.front();
        std::cout << first.what << " is taken " << first.count << " times, first on " << to_string(*first.slot) << '\n';
        return 5;
    } catch (const Refusal& refusal) {
        std::cerr << refusal.what() << '\n';
        return 2;
    }
}
