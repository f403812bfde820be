// SPDX-License-Identifier: MIT
// find_conflicts against brute force on made-up practices: the same clashes, the same first dates, the same
// counts, whatever the clocks do.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "domain/conflict_model.h"

using namespace conflict_world;

namespace {

/// The first start's hundred years.
Model::Asked within_horizon(const Session& planned) {
    const auto& zone = *zones().find(planned.time_zone);
    const auto first = planned.is_series() ? planned.recurrence->first() : std::nullopt;
    if (!first) {
        return [](const Occurrence&) { return true; };
    }
    const auto end = zone.to_instant(*first + time_of_day(planned.start)) + kConflictHorizon;
    return [end](const Occurrence& one) { return one.start < end; };
}

void compare(const Session& planned, const Booked& booked) {
    const auto found = find_conflicts(planned, booked, zones());
    const auto expected = Model{planned, booked, within_horizon(planned)}.run();
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

TEST_CASE("a clash that either side was allowed is in nobody's way, and nothing else is let through") {
    CHECK(rc::check([] {
        const auto in_zones = made_up_zones();
        std::vector<Session> sessions;
        for (int i = *rc::gen::inRange(1, 5); i > 0; --i) { sessions.push_back(made_up_session(i, in_zones, false)); }
        const auto absences = made_up_absences();
        auto planned = made_up_session(99, in_zones, false);
        const Booked booked{sessions, absences, zones().find(in_zones.front())};
        for (const auto& clash : find_conflicts(planned, booked, zones()).clashes) {
            if (!one_in(2)) { continue; }
            auto pair = clash.pair;
            if (one_in(4)) { pair.kind = one_of<ClashKind>({kClashKinds.begin(), kClashKinds.end()}); }
            const auto other = std::ranges::find_if(sessions, [&](const Session& one) {
                return pair.with == AllowedClash{{}, one.id}.with;
            });
            if (other != sessions.end() && one_in(2)) {
                other->allowed.push_back({pair.kind, planned.id});
            } else {
                planned.allowed.push_back(pair);
            }
        }
        compare(planned, booked);
    }));
}

TEST_CASE("some slots, and those from a moment on, clash as they do among all") {
    CHECK(rc::check([] {
        const auto in_zones = made_up_zones();
        const std::vector<Session> booked{made_up_session(1, in_zones, false), made_up_session(2, in_zones, false)};
        const auto planned = made_up_session(99, in_zones, false);
        const auto cut = on("2027-03-01") + days{*rc::gen::inRange(0, 60)};

        std::vector<Date> some;
        for (auto date = cut; date < cut + days{40}; date += days{3}) { some.push_back(date); }
        const auto slots_of_model = [&](const Model::Asked& asked) {
            return tell(Model{planned, {booked, {}, nullptr}, asked}.run().slots);
        };
        const auto among = [&](const Occurrence& one) {
            return std::ranges::binary_search(some, one.slot.value_or(date_of(planned.start)));
        };
        RC_ASSERT(tell(conflicts(planned, booked, {some, {}, {}}).slots) == slots_of_model(among));
        RC_ASSERT(tell(conflicts(planned, booked, {{}, {}, some}).slots) ==
                  slots_of_model([&](const Occurrence& one) { return !among(one); }));

        const Instant not_before = zones().find(planned.time_zone)->to_instant(cut);
        const auto late = [&](const Occurrence& one) { return one.start >= not_before; };
        RC_ASSERT(tell(conflicts(planned, booked, {{}, not_before, {}}).slots) == slots_of_model(late));
    }));
}
