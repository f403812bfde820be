// SPDX-License-Identifier: MIT
#include "practice/zone_rule.h"

#include <catch2/catch.hpp>

#include "support/new_york.h"

using namespace practice;
using namespace std::chrono_literals;
using std::chrono::year;

namespace {

Instant utc(std::string_view date, std::chrono::seconds time = 0s) {
    return Instant{parse_iso_date(date).value().time_since_epoch() + time};
}
const InstantSpan kTenYears{utc("2026-01-01"), utc("2036-01-01")};

/// As Auckland has it: daylight from the last Sunday of September to the first of April.
TimeZone southern() {
    using namespace std::chrono;
    std::vector<TimeZone::Transition> transitions;
    for (year y{1970}; y <= year{2400}; ++y) {
        transitions.push_back({sys_days{y / April / Sunday[1]} - 10h, hours{12}});
        transitions.push_back({sys_days{y / September / Sunday[last]} - 10h, hours{13}});
    }
    return TimeZone{"Pacific/Auckland", hours{13}, std::move(transitions)};
}

}  // namespace

TEST_CASE("A zone with two changes a year has a rule of two") {
    const auto rule = rule_of(test::new_york(), kTenYears);
    REQUIRE(rule);
    CHECK(*rule == ZoneRule{"America/New_York", -5h, ZoneRule::Change{3, 2, std::chrono::Sunday, 2h, -5h, -4h},
                            ZoneRule::Change{11, 1, std::chrono::Sunday, 2h, -4h, -5h}});
    CHECK(rule->to_daylight->in(year{2027}) == parse_iso_date("2027-03-14").value() + 2h);
    CHECK(rule_of(southern(), kTenYears)->to_daylight->ordinal == -1);
    CHECK(rule_of(southern(), kTenYears)->to_daylight->in(year{2027}) == parse_iso_date("2027-09-26").value() + 2h);
}

TEST_CASE("A rule has the zone's offset at every moment, that of a change included") {
    for (const auto& zone : {test::new_york(), southern()}) {
        const auto rule = rule_of(zone, kTenYears);
        REQUIRE(rule);
        for (const auto& change : zone.transitions_within(kTenYears)) {
            for (const auto moment : {change.at - 1s, change.at, change.at + 1s, change.at + 24h * 40}) {
                CHECK(rule->offset_at(moment) == zone.offset_at(moment));
            }
        }
        CHECK(rule->offset_at(kTenYears.from) == zone.offset_at(kTenYears.from));
    }
}

TEST_CASE("A zone without changes has one offset, and one whose changes follow no rule has none") {
    const auto none = rule_of(TimeZone{"Etc/GMT-3", 3h, {}}, kTenYears);
    REQUIRE(none);
    CHECK(none->offset_at(utc("2030-07-01")) == 3h);
    CHECK_FALSE(none->to_daylight);
    // It gave up daylight saving in 2030.
    std::vector<TimeZone::Transition> given_up;
    for (const auto& change : test::new_york().transitions_within({kTenYears.from, utc("2030-01-01")})) {
        given_up.push_back(change);
    }
    CHECK_FALSE(rule_of(TimeZone{"America/New_York", -5h, given_up}, kTenYears));
    // It changes to another offset than the one it comes back from.
    auto odd = test::new_york().transitions_within(kTenYears);
    for (std::size_t i = 0; i < odd.size(); i += 2) { odd[i].offset = -3h; }
    odd[2].offset = -4h;
    CHECK_FALSE(rule_of(TimeZone{"America/New_York", -5h, odd}, kTenYears));
}
