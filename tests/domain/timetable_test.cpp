// SPDX-License-Identifier: MIT
// A timetable that has grown one by one gives the answers that find_conflicts gives on all of it.
#include "practice/timetable.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "domain/conflict_model.h"

using namespace conflict_world;

namespace {

/// What the report of a clash says, and what there was to look at.
Lines told(const Conflicts& conflicts) {
    auto lines = tell(conflicts);
    for (const auto& line : tell(conflicts.slots)) { lines.push_back(line); }
    lines.push_back(std::to_string(conflicts.checked) + (conflicts.endless ? ", for ever" : ""));
    return lines;
}

Session made_up(int number, const std::vector<std::string>& in_zones) {
    if (one_in(3)) { return made_up_visitor(number); }
    return made_up_session(number, in_zones, one_in(8));
}

}  // namespace

TEST_CASE("a timetable finds the conflicts that find_conflicts finds in everything") {
    CHECK(rc::check([] {
        const auto in_zones = made_up_zones();
        const auto absences = one_in(2) ? made_up_absences() : std::vector<Away>{};
        const auto* zone = zones().find(in_zones.front());
        Timetable timetable{zones(), absences, zone};
        std::vector<Session> booked;
        for (int i = 1; i <= 12; ++i) {
            const auto planned = made_up(i, in_zones);
            RC_ASSERT(told(timetable.conflicts(planned)) ==
                      told(find_conflicts(planned, {booked, absences, zone}, zones())));
            booked.push_back(planned);
            timetable.put(planned);
        }
    }));
}

TEST_CASE("what was taken out of a timetable, or has moved, is in nobody's way where it was") {
    CHECK(rc::check([] {
        const auto in_zones = made_up_zones();
        Timetable timetable{zones()};
        std::vector<Session> booked;
        for (int i = 1; i <= 8; ++i) {
            booked.push_back(made_up(i, in_zones));
            timetable.put(booked.back());
        }
        timetable.remove({3});
        std::erase_if(booked, [](const Session& session) { return session.id.value == 3; });
        booked[0] = made_up(1, in_zones);
        timetable.put(booked[0]);
        RC_ASSERT(!timetable.has({3}));
        for (int number : {2, 9}) {  // one that is there itself, and a new one
            const auto planned = made_up(number, in_zones);
            RC_ASSERT(told(timetable.conflicts(planned)) ==
                      told(find_conflicts(planned, {booked, {}, nullptr}, zones())));
        }
    }));
}

TEST_CASE("a room for two is full when two others are in it") {
    Timetable timetable{zones()};
    auto visit = [](int id, const ClientName& client, const ProfessionalName& professional) {
        return session(id,
                       {.start = "2027-03-02 10:00", .professional = professional, .client = client, .room = kHall});
    };
    const ProfessionalName third{{3}, "day", "Kim Day"};
    timetable.put(visit(1, kAnna, kLee));
    CHECK(timetable.conflicts(visit(-1, kJo, kOrr)).none());
    timetable.put(visit(2, kJo, kOrr));
    const auto full = timetable.conflicts(visit(-1, kKim, third));
    CHECK(tell(full) == Lines{"room Hall, with 1, first 2027-03-02 10:00, 1 time",
                              "room Hall, with 2, first 2027-03-02 10:00, 1 time"});
}

TEST_CASE("a client who has cancelled for himself is free") {
    Timetable timetable{zones()};
    auto pair = session(1, {.start = "2027-03-02 10:00"});
    pair.clients = {kAnna, kJo};
    pair.attendance = {{kJo.id, Status::late_cancelled}};
    timetable.put(pair);
    const auto other = [](const ClientName& client) {
        return session(9, {.start = "2027-03-02 10:30", .professional = kOrr, .client = client, .room = kRoom2});
    };
    CHECK(timetable.conflicts(other(kJo)).none());
    CHECK(tell(timetable.conflicts(other(kAnna))) ==
          Lines{"client Anna Smith, with 1, first 2027-03-02 10:30, 1 time"});
}
