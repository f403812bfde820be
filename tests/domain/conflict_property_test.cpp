// SPDX-License-Identifier: MIT
// find_conflicts against brute force on made-up practices: the same clashes, the same first dates, the same
// counts, whatever the clocks do.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "domain/conflict_model.h"

using namespace conflict_world;

namespace {

/// The first start's hundred years.
InstantSpan horizon_of(const Session& planned) {
    const auto& zone = *zones().find(planned.time_zone);
    if (!planned.is_series()) { return {utc("1950-01-01 00:00"), utc("2400-01-01 00:00")}; }
    const auto first = planned.recurrence->first();
    if (!first) { return {}; }
    return {utc("1950-01-01 00:00"), zone.to_instant(*first + time_of_day(planned.start)) + kConflictHorizon};
}

void compare(const Session& planned, const Booked& booked) {
    const auto found = find_conflicts(planned, booked, zones());
    const auto expected = Model{planned, booked, horizon_of(planned)}.run();
    RC_ASSERT(in_full(found) == in_full(expected));
}

void compare_made_up(bool endless, int count) {
    const auto in_zones = made_up_zones();
    std::vector<Session> sessions;
    for (int i = 1; i <= count; ++i) { sessions.push_back(made_up_session(i, in_zones, endless)); }
    const auto absences = made_up_absences();
    compare(made_up_session(one_in(4) ? 1 : 99, in_zones, endless),
            {sessions, absences, zones().find(in_zones.front())});
}

}  // namespace

TEST_CASE("conflicts of series that end are those found by brute force") {
    CHECK(rc::check([] { compare_made_up(false, *rc::gen::inRange(1, 6)); }));
}

TEST_CASE("conflicts over a hundred years are those found by brute force") {
    CHECK(rc::check([] {
        if (one_in(6)) { compare_made_up(true, 2); }
    }));
}

TEST_CASE("conflicts about a change of the clock are those found by brute force") {
    CHECK(rc::check([] {
        const auto zone = one_of<std::string>(
            {"America/New_York", "Europe/London", "Odd/Midnight", "Odd/Half", "Odd/Day", "Odd/Often"});
        for (int round = 0; round < 5; ++round) {
            const std::vector<Session> sessions{made_up_night(1, zone), made_up_night(2, zone), made_up_night(3, zone)};
            compare(made_up_night(99, zone), {sessions, {}, nullptr});
        }
    }));
}

TEST_CASE("a room for three is full when brute force finds it so") {
    CHECK(rc::check([] {
        std::vector<Session> sessions;
        for (int i = *rc::gen::inRange(3, 9); i > 0; --i) { sessions.push_back(made_up_visitor(i)); }
        compare(made_up_visitor(99), {sessions, {}, nullptr});
    }));
}

TEST_CASE("some slots, and those from a moment on, clash as they do among all") {
    CHECK(rc::check([] {
        const auto in_zones = made_up_zones();
        const std::vector<Session> booked{made_up_session(1, in_zones, false), made_up_session(2, in_zones, false)};
        const auto planned = made_up_session(99, in_zones, false);
        const auto all = conflicts(planned, booked).slots;
        const auto cut = on("2027-03-01") + days{*rc::gen::inRange(0, 60)};

        std::vector<Date> some;
        for (auto date = cut; date < cut + days{40}; date += days{3}) { some.push_back(date); }
        std::vector<Date> expected;
        std::set_intersection(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(expected));
        RC_ASSERT(tell(conflicts(planned, booked, {some, {}}).slots) == tell(expected));

        const Instant not_before = zones().find(planned.time_zone)->to_instant(cut);
        expected.clear();
        for (const Date slot : all) {
            const auto& zone = *zones().find(planned.time_zone);
            const auto occurrence =
                occurrence_at(planned, zone, planned.is_series() ? std::optional{slot} : std::nullopt);
            if (occurrence->start >= not_before) { expected.push_back(slot); }
        }
        RC_ASSERT(tell(conflicts(planned, booked, {{}, not_before}).slots) == tell(expected));
    }));
}
