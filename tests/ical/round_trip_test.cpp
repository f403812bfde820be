// SPDX-License-Identifier: MIT
// What a full feed says, read again: the rows have everything that the sessions had.
#include <catch2/catch.hpp>

#include "ical/calendar_world.h"
#include "ical/feed_world.h"

using namespace practice;
using namespace practice::test;
using std::chrono::hours;

namespace {

const LocalTime kTuesday = day(2026, 12, 1) + hours{14};

std::string full_feed(const std::vector<Session>& sessions, bool show_cancelled = false) {
    auto wanted = request(Privacy::full);
    wanted.show_cancelled = show_cancelled;
    wanted.window.to = now() + std::chrono::days{5 * 366};
    return feed(sessions, wanted);
}

std::string read_back(const std::vector<Session>& sessions, bool show_cancelled = false) {
    return told(read_schedule(full_feed(sessions, show_cancelled)));
}

}  // namespace

TEST_CASE("a single session comes back as it was") {
    auto one = session(kTuesday);
    one.clients.push_back({{4}, "Jo Ng"});
    one.lines.push_back({{2}, "90785", "Add-on", 2, {1050, {}}, {"95", "GT"}, ChargedPer::session});
    CHECK(read_back({one}) ==
          "row 24: ref=8b0c5a6e-0000-4000-8000-000000000012 professional=lee client=Anna Smith client=Jo Ng "
          "service=90834:1=0.00 service=90785:2=10.50 modifier=90785=95 modifier=90785=GT room=Room 1 "
          "at=2026-12-01T14:00:00 length=45 time-zone=America/New_York\n");
}

TEST_CASE("names with everything that a calendar file escapes come back") {
    auto one = session(kTuesday);
    one.clients[0].name = "Smith, Anna; \"x\" \\n C:\\ \U0001F600 and a name that is long enough to be folded, twice";
    one.professional.code = "l,e;e";
    const auto text = read_back({one});
    CHECK(text.find("client=" + one.clients[0].name + " service") != std::string::npos);
    CHECK(text.find("professional=l,e;e ") != std::string::npos);
}

TEST_CASE("clients come with the numbers that the practice gave them, and its identity") {
    auto one = session(kTuesday);
    one.clients = {{{7}, "Anna Smith"}, {{8}, "Jo Ng"}};
    CHECK(read_back({one}).find("practice-uid") == std::string::npos);
    auto wanted = request(Privacy::full);
    wanted.practice_uid = "0192-lakeside";
    CHECK(told(read_schedule(feed({one}, wanted)))
              .find("client=Anna Smith client=Jo Ng practice-uid=0192-lakeside client-numbers=7 client-numbers=8 ") !=
          std::string::npos);
}

TEST_CASE("a series comes back with its exceptions") {
    auto made = series(kTuesday, "FREQ=WEEKLY", "America/New_York", {day(2026, 12, 22)});
    SlotChange moved;
    moved.start = day(2026, 12, 9) + hours{9};
    moved.length = Length{60};
    made.changes[day(2026, 12, 8)] = moved;
    SlotChange attended;
    attended.status = Status::attended;
    made.changes[day(2026, 12, 15)] = attended;
    SlotChange cancelled;
    cancelled.status = Status::late_cancelled;
    made.changes[day(2026, 12, 29)] = cancelled;
    SlotChange given;
    given.professional = ProfessionalName{{2}, "orr", "Sam Orr"};
    given.room = RoomName{{2}, "Room 2", RoomKind::in_person, 1, ""};
    made.changes[day(2027, 1, 5)] = given;
    const std::string as_booked =
        "row 24: ref=8b0c5a6e-0000-4000-8000-000000000012 professional=lee client=Anna Smith client-numbers=3 "
        "service=90834:1=0.00 room=Room 1 at=2026-12-01T14:00:00 length=45 time-zone=America/New_York "
        "rrule=FREQ=WEEKLY except=2026-12-22\n";
    const std::string slots =
        "  slot 2026-12-08 at=2026-12-09T09:00:00 length=60\n  slot 2026-12-15 status=attended\n"
        "  slot 2026-12-29 status=late-cancelled\n  slot 2027-01-05 professional=orr room=Room 2\n";
    for (const bool shown : {false, true}) {
        const auto text = read_back({made}, shown);
        CHECK(text.starts_with(as_booked));
        CHECK(text.find(slots) != std::string::npos);
    }
}

TEST_CASE("a series that another program has changed is what its events say") {
    auto made = series(kTuesday, "FREQ=WEEKLY", "America/New_York", {day(2026, 12, 22)}, {day(2026, 12, 10)});
    SlotChange cancelled;
    cancelled.status = Status::cancelled;
    made.changes[day(2026, 12, 29)] = cancelled;
    const auto text = full_feed({made});
    const auto changed = [&](const std::string& was, const std::string& is) {
        auto other = text;
        const auto at = other.find(was);
        REQUIRE(at != std::string::npos);
        return told(read_schedule(other.replace(at, was.size(), is)));
    };
    const std::string by_events =
        "professional=lee client=Anna Smith service=90834:1=0.00 room=Room 1 at=2026-12-01T15:00:00 length=45 "
        "time-zone=America/New_York rrule=FREQ=WEEKLY;BYDAY=TU except=2026-12-22,2026-12-29\n";
    SECTION("at another time: the added date is one of it, and stays where it was") {
        auto later = text;
        for (const auto* const line :
             {"DTSTART;TZID=America/New_York:20261201T", "DTEND;TZID=America/New_York:20261201T",
              "EXDATE;TZID=America/New_York:20261222T", "EXDATE;TZID=America/New_York:20261229T"}) {
            later.replace(later.find(line) + std::string{line}.size(), 2, "15");
        }
        const auto read = told(read_schedule(later));
        CHECK(read.find(by_events) != std::string::npos);
        CHECK(read.find("  slot 2026-12-10 at 2026-12-10T14:00:00\n  added 2026-12-10\n") != std::string::npos);
        CHECK(read.find("was changed in another program: it is read as the events of it that are here") !=
              std::string::npos);
    }
    SECTION("another version of one of them") {
        CHECK(changed("SEQUENCE:0", "SEQUENCE:1").find("changed in another program") != std::string::npos);
    }
    SECTION("its added date moved") {
        const auto read =
            changed("DTEND;TZID=America/New_York:20261210T144500", "DTEND;TZID=America/New_York:20261210T150000");
        CHECK(read.find("  slot 2026-12-10 length=60\n  added 2026-12-10\n") != std::string::npos);
    }
    SECTION("a line of it lost") {
        CHECK(changed("X-PRACTICE-SLOT:2026-12-29 status cancelled\r\n", "").find("changed in another program") !=
              std::string::npos);
    }
    SECTION("only written otherwise") {
        const auto read = changed("RRULE:FREQ=WEEKLY;BYDAY=TU", "RRULE:BYDAY=TU;FREQ=WEEKLY;WKST=MO;INTERVAL=1");
        CHECK(read.find("changed in another program") == std::string::npos);
    }
}

TEST_CASE("a series that goes out date by date comes back as the series that it is") {
    auto made = series(day(2026, 12, 31) + hours{14}, "FREQ=MONTHLY;BYMONTHDAY=31");
    const auto text = full_feed({made});
    CHECK(told(read_schedule(text)).find("rrule=FREQ=MONTHLY;BYMONTHDAY=31 except=none\n") != std::string::npos);
    CHECK(read_schedule(text).rows.size() == 1);
    // Changed elsewhere, it is the dates that are there, under its own reference.
    auto moved = text;
    const std::string start = "DTSTART;TZID=America/New_York:20270131T14";
    moved.replace(moved.find(start) + start.size() - 2, 2, "13");
    const auto read = told(read_schedule(moved));
    CHECK(read.find("ref=8b0c5a6e-0000-4000-8000-000000000012@2026-12-31 ") != std::string::npos);
    CHECK(read.find("ref=8b0c5a6e-0000-4000-8000-000000000012@2027-01-31 ") != std::string::npos);
    CHECK(read.find("rrule") == std::string::npos);
}

TEST_CASE("what a series carries has no comma, behind which other programs lose what there is") {
    auto made = series(kTuesday, "FREQ=WEEKLY;BYDAY=TU,TH", "America/New_York", {day(2026, 12, 8), day(2026, 12, 22)});
    made.clients[0].name = "Smith, Anna 100%2C \\n";
    const auto text = full_feed({made});
    for (auto at = text.find("X-PRACTICE-S"); at != std::string::npos; at = text.find("X-PRACTICE-S", at + 1)) {
        CHECK(text.substr(at, text.find('\r', at) - at).find_first_of(",\\") == std::string::npos);
    }
    const auto read = told(read_schedule(text));
    CHECK(read.find("client=Smith, Anna 100%2C \\n client") != std::string::npos);
    CHECK(read.find("rrule=FREQ=WEEKLY;BYDAY=TU,TH except=2026-12-08,2026-12-22\n") != std::string::npos);
}

TEST_CASE("a series whose next date is beyond the window is in a full feed with that date") {
    const auto text = full_feed({series(day(2040, 2, 29) + hours{14}, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")});
    CHECK(text.find("DTSTART;TZID=America/New_York:20400229T140000") != std::string::npos);
    CHECK(read_schedule(text).rows.size() == 1);
}

TEST_CASE("a feed about some has nothing of the dates that are others', but that it does not tell them") {
    auto made = series(kTuesday, "FREQ=WEEKLY", "America/New_York", {day(2026, 12, 22)});
    SlotChange given;
    given.professional = ProfessionalName{{2}, "orr", "Sam Orr"};
    made.changes[day(2026, 12, 1)] = given;
    made.changes[day(2026, 12, 29)] = given;
    auto wanted = request(Privacy::full);
    wanted.professionals = {{2}};
    CHECK(feed({made}, wanted).find("X-PRACTICE-SERIES") == std::string::npos);
    wanted.professionals = {{1}};
    const auto text = feed({made}, wanted);
    CHECK(text.find("orr") == std::string::npos);
    CHECK(text.find("X-PRACTICE-SERIES:untold 2026-12-01 2026-12-29\r\n") != std::string::npos);
    const auto file = read_schedule(text);
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows.front().untold == std::vector<Date>{day(2026, 12, 1), day(2026, 12, 29)});
    CHECK(told(file).find("at=2026-12-01T14:00:00 ") != std::string::npos);
    CHECK(told(file).find("except=2026-12-01,2026-12-22,2026-12-29\n") != std::string::npos);
    // Changed elsewhere: what its events leave out is still told from what nobody has.
    auto changed = text;
    changed.replace(changed.find("SEQUENCE:0"), 10, "SEQUENCE:1");
    CHECK(read_schedule(changed).rows.front().untold == std::vector<Date>{day(2026, 12, 29)});
}

TEST_CASE("what is written in UTC comes back in its zone") {
    const auto read = read_back({session(kTuesday, "Africa/Casablanca")});
    CHECK(read.find("at=2026-12-01T14:00:00 length=45 time-zone=Africa/Casablanca") != std::string::npos);
}

TEST_CASE("an event that ends in the hour that comes twice was said to end before it begins") {
    auto one = session(day(2027, 11, 7) + hours{1} + std::chrono::minutes{30});
    one.length = Length{30};
    CHECK(read_back({one}).find("at=2027-11-07T01:30:00 length=30 ") != std::string::npos);
    one.length = Length{75};
    CHECK(read_back({one}).find("at=2027-11-07T01:30:00 length=75 ") != std::string::npos);
}

TEST_CASE("what was allowed to clash comes back so") {
    auto allowed = session(kTuesday);
    allowed.clash_allowed = true;
    CHECK(read_back({allowed}).find("on-conflict=allow") != std::string::npos);
    CHECK(read_back({session(kTuesday)}).find("on-conflict") == std::string::npos);
}

TEST_CASE("each of several clients comes back with their status") {
    auto one = session(kTuesday);
    one.clients.push_back({{4}, "Jo Ng"});
    one.attendance = {{{4}, Status::no_show}};
    CHECK(read_back({one}).find("client-status=scheduled client-status=no-show") != std::string::npos);
}

TEST_CASE("nothing of our own feed is passed over with a note") {
    auto one = session(kTuesday);
    one.room = {{9}, "Video", RoomKind::is_virtual, 1, "https://video.example/lakeside"};
    const auto text = read_back({one});
    CHECK(text.find("room=Video ") != std::string::npos);
    CHECK(text.find("note") == std::string::npos);
}
