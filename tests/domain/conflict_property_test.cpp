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

void compare(bool endless, int sessions) {
    const auto in_zones = made_up_zones();
    std::vector<Session> sessions_booked;
    for (int i = 1; i <= sessions; ++i) { sessions_booked.push_back(made_up_session(i, in_zones, endless)); }
    const auto absences = made_up_absences();
    const Booked booked{sessions_booked, absences, zones().find(in_zones.front())};
    const auto planned = made_up_session(one_in(4) ? 1 : 99, in_zones, endless);

    const auto found = find_conflicts(planned, booked, zones());
    auto window = horizon_of(planned);
    // The horizon is about starts: what starts before it counts with all its length, what starts at it does not.
    auto expected = Model{planned, booked, window}.run();
    RC_ASSERT(in_full(found) == in_full(expected));
}

}  // namespace

TEST_CASE("conflicts of series that end are those found by brute force") {
    CHECK(rc::check([] { compare(false, *rc::gen::inRange(1, 6)); }));
}

TEST_CASE("conflicts over a hundred years are those found by brute force") {
    CHECK(rc::check([] {
        if (one_in(6)) { compare(true, 2); }
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
