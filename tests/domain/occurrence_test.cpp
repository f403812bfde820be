// SPDX-License-Identifier: MIT
#include "practice/occurrence.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

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
Instant at(LocalTime time) {
    return zone().to_instant(time);
}

/// A single session of 45 minutes.
Session single(LocalTime start) {
    Session session;
    session.id = SessionId{12};
    session.professional = {ProfessionalId{1}, "lee", "Dana Lee"};
    session.time_zone = zone().name();
    session.start = start;
    session.length = 45min;
    return session;
}
/// Weekly, on the weekday of its start.
Session weekly(LocalTime start) {
    Session session = single(start);
    session.recurrence = Recurrence{date_of(start), RecurrenceRule{}};
    return session;
}
InstantSpan days(std::string_view from, std::string_view to) {
    return {at(day(from)), at(day(to))};
}
/// "12@2026-12-08 2026-12-08T14:00:00; ..."
std::string listed(const Session& session, InstantSpan window) {
    std::string text;
    for (const auto& occurrence : occurrences(session, zone(), window)) {
        text += (text.empty() ? "" : "; ") + to_string(occurrence.id()) + ' ' + to_string(occurrence.local_start);
    }
    return text;
}

}  // namespace

TEST_CASE("A single session is in the windows that it overlaps") {
    const auto session = single(day("2026-12-01") + 14h);
    CHECK(listed(session, days("2026-12-01", "2026-12-02")) == "12 2026-12-01T14:00:00");
    CHECK(listed(session, {at(day("2026-12-01") + 14h + 44min), at(day("2026-12-02"))}) == "12 2026-12-01T14:00:00");
    CHECK(listed(session, {at(day("2026-12-01") + 14h + 45min), at(day("2026-12-02"))}).empty());
    CHECK(listed(session, {at(day("2026-12-01")), at(day("2026-12-01") + 14h)}).empty());
    CHECK(listed(session, {at(day("2026-12-02")), at(day("2026-12-01"))}).empty());
}

TEST_CASE("A series keeps its wall-clock time through daylight saving") {
    const auto session = weekly(day("2027-03-02") + 14h);
    CHECK(listed(session, days("2027-03-08", "2027-03-22")) ==
          "12@2027-03-09 2027-03-09T14:00:00; 12@2027-03-16 2027-03-16T14:00:00");
    const auto found = occurrences(session, zone(), days("2027-03-08", "2027-03-22"));
    CHECK(found.at(0).offset == -5h);
    CHECK(found.at(1).offset == -4h);
    CHECK(found.at(1).start - found.at(0).start == 7 * 24h - 1h);
}

TEST_CASE("A skipped time is moved past the gap, a repeated one is the first") {
    const auto spring = weekly(day("2027-03-07") + 2h + 30min);
    CHECK(listed(spring, days("2027-03-14", "2027-03-15")) == "12@2027-03-14 2027-03-14T03:30:00");
    const auto autumn = weekly(day("2027-10-31") + 1h + 30min);
    CHECK(occurrences(autumn, zone(), days("2027-11-07", "2027-11-08")).at(0).offset == -4h);
}

TEST_CASE("What runs over midnight is in both days") {
    auto session = weekly(day("2026-12-01") + 23h + 30min);
    session.length = kLongestSession;
    CHECK(listed(session, days("2026-12-02", "2026-12-03")) == "12@2026-12-01 2026-12-01T23:30:00");
    CHECK(listed(session, days("2026-12-03", "2026-12-04")).empty());
}

TEST_CASE("A moved slot is where it now stands, under its old name") {
    auto session = weekly(day("2026-12-01") + 14h);
    session.changes[day("2026-12-08")].start = day("2027-06-02") + 9h;
    CHECK(listed(session, days("2026-12-07", "2026-12-14")).empty());
    CHECK(listed(session, days("2027-05-31", "2027-06-07")) ==
          "12@2027-06-01 2027-06-01T14:00:00; 12@2026-12-08 2027-06-02T09:00:00");

    SECTION("and comes in order of its time") {
        session.changes[day("2026-12-08")].start = day("2027-06-01") + 9h;
        CHECK(listed(session, days("2027-05-31", "2027-06-07")) ==
              "12@2026-12-08 2027-06-01T09:00:00; 12@2027-06-01 2027-06-01T14:00:00");
    }
    SECTION("unless the slot is no longer one of the series") {
        session.recurrence = Recurrence{day("2026-12-01"), RecurrenceRule{}, {day("2026-12-08")}};
        CHECK(listed(session, days("2027-06-02", "2027-06-03")).empty());
    }
}

TEST_CASE("A change of one slot shows there and nowhere else") {
    auto session = weekly(day("2026-12-01") + 14h);
    session.note = "as ever";
    session.room.name = "Room 1";
    SlotChange change;
    change.length = 90min;
    change.room = RoomName{RoomId{2}, "Room 2", RoomKind::in_person, 1, ""};
    change.status = Status::attended;
    session.changes[day("2026-12-08")] = change;
    session.changes[day("2026-12-15")].status = Status::cancelled;
    session.changes[day("2026-12-15")].reason = "ill";
    const auto found = occurrences(session, zone(), days("2026-12-01", "2026-12-16"));
    REQUIRE(found.size() == 3);
    CHECK(found[0].room().name == "Room 1");
    CHECK(found[0].status() == Status::scheduled);
    CHECK_FALSE(found[0].changed());
    CHECK(found[1].room().name == "Room 2");
    CHECK(found[1].length() == 90min);
    CHECK(found[1].status() == Status::attended);
    CHECK(found[1].changed());
    CHECK(found[1].note() == "as ever");
    CHECK(found[1].professional().code == "lee");
    CHECK(found[2].status() == Status::cancelled);
    CHECK(found[2].reason() == "ill");
    CHECK_FALSE(found[2].changed());  // a status alone
}

TEST_CASE("One slot can be asked for") {
    const auto series = weekly(day("2026-12-01") + 14h);
    CHECK(occurrence_at(series, zone(), day("2026-12-08"))->start == at(day("2026-12-08") + 14h));
    CHECK_FALSE(occurrence_at(series, zone(), day("2026-12-09")));
    CHECK_FALSE(occurrence_at(series, zone(), std::nullopt));
    const auto once = single(day("2026-12-01") + 14h);
    CHECK(occurrence_at(once, zone(), std::nullopt)->length() == 45min);
    CHECK_FALSE(occurrence_at(once, zone(), day("2026-12-01")));
}

TEST_CASE("A never-ending series has occurrences in 2090, and a window may be open") {
    const auto session = weekly(day("2026-12-01") + 14h);
    CHECK(occurrences(session, zone(), days("2090-01-01", "2090-01-15")).size() == 2);
    CHECK(occurrences(session, zone(), {Instant::min(), at(day("2026-12-09"))}).size() == 2);
    CHECK(occurrences(session, zone(), {at(day("9999-12-01")), Instant::max()}).size() == 4);
}

TEST_CASE("Lists are sorted by start, professional, number") {
    auto early = single(day("2026-12-01") + 9h);
    auto late = single(day("2026-12-01") + 10h);
    auto other = single(day("2026-12-01") + 10h);
    other.professional.code = "adams";
    std::vector<Occurrence> list;
    for (const auto* session : {&late, &other, &early}) {
        list.push_back(*occurrence_at(*session, zone(), std::nullopt));
    }
    sort_by_start(list);
    CHECK(list[0].session == &early);
    CHECK(list[1].session == &other);
    CHECK(list[2].session == &late);
}

TEST_CASE("A window holds exactly the slots that overlap it") {
    CHECK(rc::check([] {
        const auto within = [](int most) { return *rc::gen::inRange(0, most); };
        auto session = weekly(day("2026-06-02") + std::chrono::minutes{within(1440)});
        session.length = Length{1 + within(1440)};
        for (int i = within(4); i > 0; --i) {
            auto& change = session.changes[day("2026-06-02") + std::chrono::days{7 * within(60)}];
            if (within(2) == 0) { change.start = day("2026-06-02") + std::chrono::minutes{within(500'000)}; }
            if (within(2) == 0) { change.length = Length{1 + within(1440)}; }
        }
        const Instant from = at(day("2026-06-02") + std::chrono::minutes{within(500'000)});
        const InstantSpan window{from, from + std::chrono::minutes{1 + within(20'000)}};
        std::vector<Instant> expected;
        for (const Date slot : session.recurrence->between(day("2026-06-01"), day("2028-06-01"))) {
            const auto occurrence = occurrence_at(session, zone(), slot);
            if (occurrence->span().overlaps(window)) { expected.push_back(occurrence->start); }
        }
        std::sort(expected.begin(), expected.end());
        std::vector<Instant> found;
        for (const auto& occurrence : occurrences(session, zone(), window)) { found.push_back(occurrence.start); }
        RC_ASSERT(found == expected);
    }));
}

TEST_CASE("A date with nothing but a note of its own was told as one like all others") {
    auto series = weekly(day("2026-12-01") + 14h);
    series.changes[day("2026-12-08")].note = "bring the form";
    CHECK(occurrence_at(series, zone(), day("2026-12-08"))->changed());
    CHECK_FALSE(occurrence_at(series, zone(), day("2026-12-15"))->changed());
    series.changes[day("2026-12-15")].status = Status::attended;
    CHECK_FALSE(occurrence_at(series, zone(), day("2026-12-15"))->changed());
}

TEST_CASE("Whatever a date has of its own, it is told as changed") {
    const auto changed_by = [](const auto& alter) {
        auto series = weekly(day("2026-12-01") + 14h);
        alter(series.changes[day("2026-12-08")]);
        return occurrence_at(series, zone(), day("2026-12-08"))->changed();
    };
    CHECK(changed_by([](SlotChange& own) { own.start = day("2026-12-09") + 14h; }));
    CHECK(changed_by([](SlotChange& own) { own.length = 60min; }));
    CHECK(changed_by([](SlotChange& own) {
        own.professional = ProfessionalName{ProfessionalId{2}, "orr", "Sam Orr"};
    }));
    CHECK(changed_by([](SlotChange& own) { own.room = RoomName{RoomId{2}, "Room 2", RoomKind::in_person, 1, ""}; }));
    CHECK(changed_by([](SlotChange& own) { own.clients.emplace(); }));
    CHECK(changed_by([](SlotChange& own) { own.lines.emplace(); }));
    CHECK(changed_by([](SlotChange& own) { own.note = ""; }));
    CHECK_FALSE(changed_by([](SlotChange& own) { own.reason = "ill"; }));
    CHECK_FALSE(changed_by([](SlotChange& own) { own.attendance = {{ClientId{1}, Status::attended}}; }));
}
