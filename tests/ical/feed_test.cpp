// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "ical/feed_linter.h"
#include "ical/feed_world.h"
#include "ical/one_line.h"

using namespace practice;
using namespace practice::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const LocalTime kTuesday = day(2026, 12, 1) + hours{14};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
    int times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) { ++times; }
    return times;
}

/// The feed, checked.
std::string linted(const std::vector<Session>& sessions, const FeedRequest& wanted = request()) {
    auto text = feed(sessions, wanted);
    const FeedLinter linter{text};
    CHECK(linter.problems() == "");
    return text;
}

}  // namespace

TEST_CASE("an empty feed is a whole calendar") {
    const auto text = linted({});
    CHECK(text ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//practice//practice//EN\r\nCALSCALE:GREGORIAN\r\n"
          "NAME:Lakeside\r\nX-WR-CALNAME:Lakeside\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
          "X-PUBLISHED-TTL:PT1H\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("a single session: wall-clock time, its zone once, who as a number") {
    const auto text = linted({session(kTuesday)});
    CHECK(
        has(text, "DTSTART;TZID=America/New_York:20261201T140000\r\nDTEND;TZID=America/New_York:20261201T144500\r\n"));
    CHECK(has(text, "SUMMARY:Client 3 (lee)\r\nLOCATION:Room 1\r\n"));
    CHECK(has(text, "DTSTAMP:20261123T000000Z\r\n"));
    CHECK(has(text,
              "BEGIN:DAYLIGHT\r\nDTSTART:19700308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"
              "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"));
    CHECK(count(text, "BEGIN:VTIMEZONE") == 1);
}

TEST_CASE("single sessions outside the window stay at home") {
    CHECK(FeedLinter{linted({session(day(2026, 9, 1) + hours{9}), session(day(2028, 9, 1) + hours{9})})}
              .events()
              .empty());
}

TEST_CASE("a series is one event for ever") {
    const auto text = linted({series(kTuesday, "FREQ=WEEKLY")});
    CHECK(has(text, "RRULE:FREQ=WEEKLY;BYDAY=TU\r\n"));
    CHECK(count(text, "BEGIN:VEVENT") == 1);
}

TEST_CASE("the end of a series: COUNT while nothing is cut off, UNTIL in UTC otherwise") {
    CHECK(has(linted({series(kTuesday, "FREQ=WEEKLY;COUNT=3")}), "COUNT=3"));
    CHECK(has(linted({series(kTuesday, "FREQ=WEEKLY;COUNT=3", "America/New_York", {day(2026, 12, 1)})}),
              "UNTIL=20261216T045959Z"));
    CHECK(has(linted({series(kTuesday, "FREQ=WEEKLY;UNTIL=20270704")}), "UNTIL=20270630T035959Z"));
}

TEST_CASE("DTSTART is the first date that really is one") {
    // The anchor is a Tuesday, the rule says Thursdays; the first two are left out.
    const auto text = linted({series(kTuesday, "FREQ=WEEKLY;BYDAY=TH", "America/New_York",
                                     {day(2026, 12, 3), day(2026, 12, 10), day(2026, 12, 24)})});
    CHECK(has(text, "DTSTART;TZID=America/New_York:20261217T140000\r\n"));
    CHECK(has(text, "EXDATE;TZID=America/New_York:20261224T140000\r\n"));
    CHECK(count(text, "EXDATE") == 1);
}

TEST_CASE("a series whose dates are all left out is no event") {
    const auto text =
        linted({series(kTuesday, "FREQ=WEEKLY;COUNT=2", "America/New_York", {day(2026, 12, 1), day(2026, 12, 8)})});
    CHECK(count(text, "BEGIN:VEVENT") == 0);
}

TEST_CASE("slots that differ: moved, given to another client, cancelled; a status or note alone says nothing") {
    auto one = series(kTuesday, "FREQ=WEEKLY");
    one.changes[day(2026, 12, 8)].start = day(2027, 1, 2) + hours{9};
    one.changes[day(2026, 12, 15)].clients = std::vector<ClientName>{{{4}, "Jo Ng"}};
    one.changes[day(2026, 12, 22)].status = Status::late_cancelled;
    one.changes[day(2026, 12, 29)].status = Status::attended;
    one.changes[day(2027, 1, 5)].note = "bring the form";
    const auto text = linted({one});
    CHECK(has(text, "RECURRENCE-ID;TZID=America/New_York:20261208T140000\r\n"));
    CHECK(has(text, "DTSTART;TZID=America/New_York:20270102T090000\r\n"));
    CHECK(has(text, "SUMMARY:Client 4 (lee)\r\n"));
    CHECK(has(text, "EXDATE;TZID=America/New_York:20261222T140000\r\n"));
    CHECK(count(text, "BEGIN:VEVENT") == 3);
    CHECK(!has(text, "form"));
    auto shown = request();
    shown.show_cancelled = true;
    const auto with_cancelled = linted({one}, shown);
    CHECK(has(with_cancelled, "STATUS:CANCELLED\r\n"));
    CHECK(!has(with_cancelled, "EXDATE"));
    shown.privacy = Privacy::busy;
    CHECK(!has(linted({one}, shown), "CANCELLED"));
}

TEST_CASE("a slot given to a colleague leaves one feed and stands alone in the other") {
    auto one = series(kTuesday, "FREQ=WEEKLY");
    one.changes[day(2026, 12, 8)].professional = ProfessionalName{{2}, "orr", "Sam Orr"};
    auto of_lee = request();
    of_lee.professionals = {{1}};
    CHECK(has(linted({one}, of_lee), "EXDATE;TZID=America/New_York:20261208T140000\r\n"));
    auto of_orr = request();
    of_orr.professionals = {{2}};
    const auto text = linted({one}, of_orr);
    CHECK(count(text, "BEGIN:VEVENT") == 1);
    CHECK(!has(text, "RRULE:FREQ=WEEKLY"));
    CHECK(!has(text, "RECURRENCE-ID"));
}

TEST_CASE("rules that not all programs understand go out date by date") {
    for (const auto* rule :
         {"FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=5WE", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;INTERVAL=65537"}) {
        INFO(rule);
        CHECK(!has(linted({series(kTuesday, rule)}), "RRULE:FREQ=M"));
    }
    for (const auto* rule : {"FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", "FREQ=MONTHLY;BYMONTHDAY=-1",
                             "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=28"}) {
        INFO(rule);
        CHECK(count(linted({series(kTuesday, rule)}), "BEGIN:VEVENT") == 1);
    }
    CHECK(has(linted({series(kTuesday, "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR")}),
              "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n"));
}

TEST_CASE("added dates stand alone beside their series") {
    const auto text = linted({series(kTuesday, "FREQ=WEEKLY", "America/New_York", {}, {day(2026, 12, 3)})});
    CHECK(count(text, "BEGIN:VEVENT") == 2);
    CHECK(has(text, "DTSTART;TZID=America/New_York:20261203T140000\r\n"));
    CHECK(!has(text, "RDATE"));
}

TEST_CASE("times that a change of the clock skips or repeats go out date by date, in UTC where they are unclear") {
    // 02:30 on 14 March 2027 is skipped: 03:30 it is. 01:30 on 7 November 2027 comes twice: the first.
    const auto skipped = linted({series(day(2027, 3, 13) + hours{2} + minutes{30}, "FREQ=DAILY;COUNT=3")});
    CHECK(!has(skipped, "COUNT"));
    CHECK(has(skipped, "DTSTART;TZID=America/New_York:20270314T033000\r\n"));
    CHECK(has(skipped, "DTSTART;TZID=America/New_York:20270315T023000\r\n"));
    const auto repeated = linted({session(day(2027, 11, 7) + hours{1} + minutes{30})});
    CHECK(has(repeated, "DTSTART:20271107T053000Z\r\n"));
}

TEST_CASE("zones: with thirty minutes, with none, from far south, and those without a simple rule") {
    CHECK(has(linted({session(kTuesday, "Australia/Lord_Howe")}), "TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100\r\n"));
    CHECK(
        has(linted({session(kTuesday, "Asia/Tokyo")}),
            "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\n"));
    CHECK(has(linted({session(kTuesday, "UTC")}), "DTSTART;TZID=UTC:20261201T140000\r\n"));
    const auto israel = linted({series(kTuesday, "FREQ=WEEKLY", "Asia/Jerusalem")});
    CHECK(!has(israel, "VTIMEZONE"));
    CHECK(has(israel, "DTSTART:20261201T120000Z\r\n"));
}

TEST_CASE("every zone's rule gives the zone's own offsets") {
    const time::ZoneDatabase database;
    const InstantSpan span{now(), now() + std::chrono::days{366 * 40}};
    int without = 0;
    for (const auto& name : database.names()) {
        const auto* zone = database.find(name);
        if (zone == nullptr) { continue; }
        const auto rule = rule_of(*zone, span);
        if (!rule) {
            ++without;
            continue;
        }
        for (auto at = span.from; at < span.to; at += std::chrono::days{9} + hours{7}) {
            if (rule->offset_at(at) != zone->offset_at(at)) { FAIL_CHECK(name << " at " << to_string(at)); }
        }
    }
    CHECK(without < 20);
}

TEST_CASE("privacy: each level tells what it says and no more") {
    auto one = session(kTuesday);
    one.room = {{9}, "Video", RoomKind::is_virtual, 1, "https://video.example/lakeside"};
    one.note = "secret";
    const auto busy = linted({one}, request(Privacy::busy));
    CHECK(has(busy, "SUMMARY:Busy\r\n"));
    for (const auto* told : {"Client", "lee", "video", "LOCATION", "DESCRIPTION"}) { CHECK(!has(busy, told)); }
    const auto code = linted({one});
    CHECK(has(code, "LOCATION:https://video.example/lakeside\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video."));
    CHECK(!has(code, "Anna"));
    CHECK(!has(code, "X-PRACTICE"));
    CHECK(has(linted({one}, request(Privacy::initials)), "SUMMARY:A.S. (lee)\r\n"));
    CHECK(has(linted({one}, request(Privacy::first)), "SUMMARY:Anna (lee)\r\n"));
    const auto full = linted({one}, request(Privacy::full));
    CHECK(has(full, "SUMMARY:Anna Smith (lee)\r\n"));
    CHECK(has(full, "DESCRIPTION:90834 Psychotherapy\\, 45 minutes\r\n"));
    CHECK(has(full, "UID:8b0c5a6e"));
    CHECK(has(full,
              "X-PRACTICE-PROFESSIONAL:lee\r\nX-PRACTICE-CLIENT:Anna Smith\r\nX-PRACTICE-CLIENT-NUMBER:3\r\n"
              "X-PRACTICE-SERVICE:90834:1=0.00\r\nX-PRACTICE-ROOM:Video\r\n"));
    CHECK(!has(full, "secret"));
}

TEST_CASE("texts cannot add lines to the file, nor bytes that are no text") {
    auto one = session(kTuesday);
    one.clients[0].name = "Eve\r\nATTENDEE:mailto:x@example.com\x1b\xff\xc3";
    one.room = {{9}, "Video", RoomKind::is_virtual, 1, "https://video.example/\r\nX-EVIL:1"};
    one.uid = "1\r\nBEGIN:VALARM";
    const auto text = linted({one}, request(Privacy::full));
    CHECK(!has(text, "\r\nATTENDEE"));
    CHECK(!has(text, "\r\nX-EVIL"));
    CHECK(ical::one_line("a\xE2\x80\xA8z\xC0\x80") == "a z\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(ical::one_line("a\xE2\x80\xAEz") == "a\xE2\x80\xAEz");
    CHECK(ical::written_line("a\xE2\x80\xAEz\xE2\x81\xA6\xE2\x80\x8F") == "a z \xE2\x80\x8F");
    CHECK(ical::calendar_name("Lake, Shore; & Co\\") == "Lake Shore & Co");
}

TEST_CASE("long texts are folded between characters") {
    auto one = session(kTuesday);
    // A line that is just full once lost its end (names of 59 and 60 letters here).
    for (int i = 0; i < 160; ++i) {
        for (const auto* end : {"\U0001F600\U0001F600\U0001F600\u00e9", "z"}) {
            one.clients[0].name = std::string(static_cast<std::size_t>(i), 'a') + end;
            one.lines[0].description = one.clients[0].name;
            linted({one}, request(Privacy::full));
        }
    }
}

TEST_CASE("the same data gives the same bytes") {
    const auto one = series(kTuesday, "FREQ=WEEKLY");
    CHECK(feed({one}) == feed({one}));
}
