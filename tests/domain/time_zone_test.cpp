// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "practice/time_zone.h"
#include "support/new_york.h"

using namespace practice;
using namespace std::chrono;
using practice::test::new_york;

namespace {

LocalTime local(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
    return make_date(year, month, day).value() + hours{hour} + minutes{minute} + seconds{second};
}
Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
    return Instant{local(year, month, day, hour, minute, second).time_since_epoch()};
}
std::string told(const TimeZone::Lookup& lookup) {
    constexpr const char* kinds[] = {"unique", "skipped", "repeated"};
    return to_string(lookup.instant) + ' ' + kinds[static_cast<int>(lookup.kind)];
}

/// Nothing repeats: three changes, the last for good.
TimeZone three_changes() {
    return TimeZone{"Test/Three",
                    hours{0},
                    {{utc(2000, 1, 1), hours{1}}, {utc(2010, 6, 1), hours{-2}}, {utc(2020, 6, 1), hours{9}}}};
}

/// Each time one by one, as time_zone.h puts it: with the offset before a gap, the first of two.
void cursor_agrees(const TimeZone& zone, LocalTime from, LocalTime to, seconds step) {
    InstantCursor cursor{zone};
    for (auto time = from; time < to; time += step) { REQUIRE(cursor.to_instant(time) == zone.to_instant(time)); }
}

}  // namespace

TEST_CASE("A skipped time has the offset before the gap, a repeated one is the first") {
    const auto zone = new_york();
    CHECK(told(zone.lookup(local(2027, 3, 14, 1, 59, 59))) == "2027-03-14T06:59:59Z unique");
    CHECK(told(zone.lookup(local(2027, 3, 14, 2))) == "2027-03-14T07:00:00Z skipped");
    CHECK(told(zone.lookup(local(2027, 3, 14, 2, 30))) == "2027-03-14T07:30:00Z skipped");
    CHECK(told(zone.lookup(local(2027, 3, 14, 3))) == "2027-03-14T07:00:00Z unique");
    CHECK(told(zone.lookup(local(2026, 11, 1, 0, 59, 59))) == "2026-11-01T04:59:59Z unique");
    CHECK(told(zone.lookup(local(2026, 11, 1, 1))) == "2026-11-01T05:00:00Z repeated");
    CHECK(told(zone.lookup(local(2026, 11, 1, 1, 59, 59))) == "2026-11-01T05:59:59Z repeated");
    CHECK(told(zone.lookup(local(2026, 11, 1, 2))) == "2026-11-01T07:00:00Z unique");
    CHECK(to_string(zone.to_local(utc(2027, 3, 14, 7, 30))) == "2027-03-14T03:30:00");
    CHECK(to_string(zone.to_local(utc(2026, 11, 1, 6, 30))) == "2026-11-01T01:30:00");
}

TEST_CASE("Behind the table its last 400 years are read again") {
    const auto zone = new_york();  // its table ends with the year 2400
    for (const int year : {2399, 2400, 2401, 2402, 2800, 2801, 5000, 9999}) {
        INFO(year);
        const sys_days forward{std::chrono::year{year} / March / Sunday[2]};
        const sys_days back{std::chrono::year{year} / November / Sunday[1]};
        CHECK(zone.offset_at(forward + hours{7} - seconds{1}) == hours{-5});
        CHECK(zone.offset_at(forward + hours{7}) == hours{-4});
        CHECK(zone.offset_at(back + hours{6} - seconds{1}) == hours{-4});
        CHECK(zone.offset_at(back + hours{6}) == hours{-5});
        const LocalTime skipped{forward.time_since_epoch() + minutes{150}};
        CHECK(zone.lookup(skipped).kind == TimeZone::Kind::skipped);
        CHECK(zone.lookup(skipped).instant == forward + minutes{450});
        const LocalTime repeated{back.time_since_epoch() + minutes{90}};
        CHECK(zone.lookup(repeated).kind == TimeZone::Kind::repeated);
        CHECK(zone.lookup(repeated).instant == back + minutes{330});
        CHECK(zone.transitions_within({forward - days{60}, back + days{50}}).size() == 2);
    }
}

TEST_CASE("A table of less than 400 years keeps its last offset for good") {
    const auto zone = three_changes();
    CHECK(zone.offset_at(utc(1950, 1, 1)) == hours{0});
    CHECK(zone.offset_at(utc(2005, 1, 1)) == hours{1});
    CHECK(zone.offset_at(utc(2020, 5, 31, 23, 59, 59)) == hours{-2});
    CHECK(zone.offset_at(utc(2020, 6, 1)) == hours{9});
    CHECK(zone.offset_at(utc(9999, 1, 1)) == hours{9});
    CHECK(told(zone.lookup(local(2020, 6, 1, 8, 59))) == "2020-06-01T10:59:00Z skipped");
    CHECK(told(zone.lookup(local(2020, 6, 1, 9))) == "2020-06-01T00:00:00Z unique");
    CHECK(told(zone.lookup(local(2010, 5, 31, 23))) == "2010-05-31T22:00:00Z repeated");
    CHECK(told(zone.lookup(local(9999, 12, 31))) == "9999-12-30T15:00:00Z unique");
    CHECK(zone.transitions_within({utc(1900, 1, 1), utc(9999, 1, 1)}).size() == 3);
}

TEST_CASE("A zone without changes has one offset") {
    const TimeZone zone{"Test/Fixed", hours{3}};
    CHECK(told(zone.lookup(local(1900, 1, 1))) == "1899-12-31T21:00:00Z unique");
    CHECK(told(zone.lookup(local(9999, 12, 31))) == "9999-12-30T21:00:00Z unique");
    CHECK(zone.stretch_at(local(2026, 1, 1)).span == Span<LocalTime>{LocalTime::min(), LocalTime::max()});
    CHECK(zone.transitions_within({Instant::min(), Instant::max()}).empty());
}

TEST_CASE("Changes are listed half-open, without those that change nothing") {
    const TimeZone zone{"Test/Idle", hours{1}, {{utc(2000, 1, 1), hours{1}}, {utc(2001, 1, 1), hours{2}}}};
    CHECK(zone.transitions_within({utc(1999, 1, 1), utc(2002, 1, 1)}).size() == 1);
    CHECK(zone.transitions_within({utc(2001, 1, 1), utc(2001, 1, 1, 0, 0, 1)}).size() == 1);
    CHECK(zone.transitions_within({utc(1999, 1, 1), utc(2001, 1, 1)}).empty());
    CHECK(zone.transitions_within({utc(2001, 1, 1, 0, 0, 1), utc(2003, 1, 1)}).empty());
    CHECK(zone.lookup(local(2000, 1, 1, 1)).kind == TimeZone::Kind::unique);
}

TEST_CASE("Stretches follow one another without gap, from the first to far behind the table") {
    for (const auto& zone : {new_york(), three_changes(), TimeZone{"Test/Fixed", hours{3}}}) {
        auto stretch = zone.stretch_at(LocalTime::min());
        CHECK(stretch.span.from == LocalTime::min());
        while (stretch.span.to < local(3300, 1, 1)) {
            const auto next = zone.stretch_at(stretch.span.to);
            REQUIRE(next.span.from == stretch.span.to);
            REQUIRE(zone.stretch_at(next.span.to - seconds{1}).span == next.span);
            REQUIRE(next.number == stretch.number + 1);
            stretch = next;
        }
    }
}

TEST_CASE("A cursor gives what single conversions give") {
    cursor_agrees(new_york(), local(2025, 1, 1), local(2028, 1, 1), minutes{17});
    cursor_agrees(new_york(), local(1960, 1, 1), local(1975, 1, 1), hours{7});
    cursor_agrees(new_york(), local(2395, 1, 1), local(2410, 1, 1), hours{7});
    cursor_agrees(new_york(), local(1900, 1, 1), local(9999, 1, 1), hours{24 * 97 + 1});
    cursor_agrees(three_changes(), local(1990, 1, 1), local(2030, 1, 1), hours{5});
    const auto zone = new_york();
    InstantCursor cursor{zone};  // steps back are slower, not wrong
    for (const int year : {2027, 1950, 2900, 2026, 1970, 9999, 1900}) {
        CHECK(cursor.to_instant(local(year, 7, 1, 12)) == zone.to_instant(local(year, 7, 1, 12)));
    }
}
