// SPDX-License-Identifier: MIT
// The system's zones as values, against the library that they were read with.
#include "time/zone_database.h"

#include <cctz/time_zone.h>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace practice;
using namespace std::chrono;
using practice::time::ZoneDatabase;

namespace {

cctz::civil_second in_cctz(LocalTime time) {
    return cctz::civil_second{} + time.time_since_epoch().count();
}

TimeZone::Kind kind_of(const cctz::time_zone::civil_lookup& lookup) {
    using Kind = cctz::time_zone::civil_lookup::civil_kind;
    return lookup.kind == Kind::UNIQUE    ? TimeZone::Kind::unique
           : lookup.kind == Kind::SKIPPED ? TimeZone::Kind::skipped
                                          : TimeZone::Kind::repeated;
}

void agrees_at(const TimeZone& zone, const cctz::time_zone& other, LocalTime time) {
    const auto expected = other.lookup(in_cctz(time));
    const auto found = zone.lookup(time);
    REQUIRE(found.instant.time_since_epoch() == expected.pre.time_since_epoch());
    REQUIRE(found.kind == kind_of(expected));
    REQUIRE(zone.offset_at(found.instant).count() == other.lookup(expected.pre).offset);
}

}  // namespace

TEST_CASE("Only names of the IANA list are found") {
    const ZoneDatabase zones;
    for (const auto* name : {"America/New_York", "UTC", "Etc/UTC", "Europe/Berlin", "US/Eastern", "Asia/Kolkata"}) {
        INFO(name);
        REQUIRE(zones.find(name) != nullptr);
        CHECK(zones.find(name)->name() == name);
    }
    for (const auto* name : {"",
                             "localtime",
                             "posixrules",
                             "Factory",
                             "/etc/localtime",
                             "../../../etc/localtime",
                             "/usr/share/zoneinfo/Europe/Berlin",
                             "libc:localtime",
                             "libc:America/New_York",
                             "file:UTC",
                             "Fixed/UTC+01:00:00",
                             "UTC+1",
                             "EST5EDT4",
                             "america/new_york",
                             "America/New York",
                             "America/Atlantis",
                             "posix/Europe/Berlin",
                             "right/Europe/Berlin",
                             "America",
                             "tzdata.zi",
                             "zone.tab"}) {
        INFO(name);
        CHECK(zones.find(name) == nullptr);
    }
    CHECK(zones.find(std::string_view{"UTC\0", 4}) == nullptr);
    CHECK(zones.find(std::string(100'000, 'x')) == nullptr);
}

TEST_CASE("A zone found stays where it is") {
    const ZoneDatabase zones;
    const auto* zone = zones.find("Europe/Berlin");
    for (const auto& name : zones.names()) { (void)zones.find(name); }
    CHECK(zones.find("Europe/Berlin") == zone);
    CHECK(zone->name() == "Europe/Berlin");
}

TEST_CASE("Names ascend, and each can be loaded") {
    const ZoneDatabase zones;
    const auto names = zones.names();
    CHECK(names.size() > 400);
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK_FALSE(zones.version().empty());
    for (const auto& name : names) {
        INFO(name);
        CHECK(zones.find(name) != nullptr);
    }
}

TEST_CASE("All zones agree with the library, around each change and in between") {
    const ZoneDatabase zones;
    for (const auto& name : zones.names()) {
        INFO(name);
        const auto* zone = zones.find(name);
        REQUIRE(zone != nullptr);
        cctz::time_zone other;
        REQUIRE(cctz::load_time_zone(name, &other));
        const Instant from{kFirstDate.time_since_epoch()};
        const Instant to{make_date(2060, 1, 1)->time_since_epoch()};
        for (const auto& change : zone->transitions_within({from, to})) {
            const LocalTime at{change.at.time_since_epoch() + zone->offset_at(change.at - seconds{1})};
            for (const auto by : {-days{1}, days{1}}) { agrees_at(*zone, other, at + by); }
            for (const auto by : {-7200, -3601, -3600, -1800, -1, 0, 1, 1800, 3599, 3600, 7200}) {
                agrees_at(*zone, other, at + seconds{by});
            }
        }
        for (int year = 1900; year < 2400; year += 3) {
            for (const unsigned month : {1U, 7U}) { agrees_at(*zone, other, *make_date(year, month, 15) + hours{12}); }
        }
    }
}

TEST_CASE("Far years repeat the calendar of 400 years before") {
    const ZoneDatabase zones;
    for (const auto* name : {"America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago",
                             "America/St_Johns", "Africa/Casablanca", "Asia/Tokyo"}) {
        INFO(name);
        const auto* zone = zones.find(name);
        REQUIRE(zone != nullptr);
        for (auto date = *make_date(2440, 1, 1); date < *make_date(2444, 1, 1); date += days{1}) {
            for (const int cycles : {1, 7, 18}) {
                const auto later = date + cycles * days{146'097};
                CHECK(zone->to_instant(later + minutes{150}) - zone->to_instant(date + minutes{150}) == later - date);
            }
        }
    }
}
