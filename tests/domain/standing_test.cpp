// SPDX-License-Identifier: MIT
#include "practice/standing.h"

#include <catch2/catch.hpp>

#include "practice/recurrence_text.h"
#include "support/new_york.h"

using namespace practice;
using namespace std::chrono_literals;

namespace {

const TimeZone& zone() {
    static const TimeZone new_york = test::new_york();
    return new_york;
}
Date day(std::string_view iso) {
    return parse_iso_date(iso).value();
}
Session weekly(LocalTime start) {
    Session session;
    session.id = SessionId{12};
    session.professional = {ProfessionalId{1}, "lee", "Dana Lee"};
    session.time_zone = zone().name();
    session.start = start;
    session.length = 45min;
    session.recurrence = Recurrence{date_of(start), RecurrenceRule{}};
    return session;
}
std::string standing(const Session& session, std::string_view from, std::size_t most) {
    std::string text;
    for (const auto& one : standing_from(session, zone(), zone().to_instant(LocalTime{day(from)}), most)) {
        text += (text.empty() ? "" : " ") + to_string(date_of(one.local_start));
    }
    return text;
}

}  // namespace

TEST_CASE("Next dates were told that are cancelled, and moved ones where they had been") {
    auto series = weekly(day("2026-12-01") + 14h);
    series.changes[day("2026-12-08")].status = Status::cancelled;
    series.changes[day("2026-12-15")].start = day("2026-12-30") + 9h;
    CHECK(standing(series, "2026-12-01", 4) == "2026-12-01 2026-12-22 2026-12-29 2026-12-30");
    CHECK(standing(series, "2026-12-02", 2) == "2026-12-22 2026-12-29");
    CHECK(standing(series, "2026-12-30", 2) == "2026-12-30 2027-01-05");
}

TEST_CASE("A date that was moved to before the first is the first that stands") {
    auto series = weekly(day("2026-12-01") + 14h);
    series.changes[day("2027-01-05")].start = day("2026-11-28") + 9h;
    CHECK(standing(series, "2026-11-01", 2) == "2026-11-28 2026-12-01");
    CHECK(standing(series, "2026-11-01", 0).empty());
}

TEST_CASE("A series was told by its first date that was not moved, and what came before that was passed over") {
    auto series = weekly(day("2026-12-01") + 14h);
    CHECK(first_told(series, zone())->slot == day("2026-12-01"));
    series.changes[day("2026-12-01")].start = day("2026-12-03") + 9h;
    CHECK(to_string(first_told(series, zone())->local_start) == to_string(LocalTime{day("2026-12-03") + 9h}));
    // Behind the next one.
    series.changes[day("2026-12-01")].start = day("2026-12-10") + 9h;
    CHECK(first_told(series, zone())->slot == day("2026-12-08"));
    // One that was cancelled where it was moved to is none.
    series.changes[day("2026-12-08")].start = day("2026-12-02") + 9h;
    series.changes[day("2026-12-08")].status = Status::cancelled;
    CHECK(first_told(series, zone())->slot == day("2026-12-01"));
    // What was kept from before begins a series only where nothing else does.
    series.recurrence = Recurrence{day("2026-12-01"), RecurrenceRule{}, {}, {day("2026-06-01")}};
    CHECK(first_told(series, zone())->slot == day("2026-12-01"));
    series.recurrence =
        Recurrence{day("2026-12-01"), parse_rrule("FREQ=WEEKLY;UNTIL=20261101").rule, {}, {day("2026-06-01")}};
    CHECK(first_told(series, zone())->slot == day("2026-06-01"));
}
