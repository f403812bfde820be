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

std::string read_back(const std::vector<Session>& sessions, bool show_cancelled = false) {
    auto wanted = request(Privacy::full);
    wanted.show_cancelled = show_cancelled;
    wanted.window.to = now() + std::chrono::days{5 * 366};
    return told(read_schedule(feed(sessions, wanted)));
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
    const std::string series_row =
        "row 24: ref=8b0c5a6e-0000-4000-8000-000000000012 professional=lee client=Anna Smith service=90834:1=0.00 "
        "room=Room 1 at=2026-12-01T14:00:00 length=45 time-zone=America/New_York rrule=FREQ=WEEKLY;BYDAY=TU "
        "except=2026-12-22";
    const auto hidden = read_back({made});
    CHECK(hidden.starts_with(series_row + ",2026-12-29\n"));
    CHECK(hidden.find("  slot 2026-12-08 at 2026-12-09T09:00:00 length=60\n  slot 2026-12-15 status=attended\n"
                      "  slot 2027-01-05 professional=orr room=Room 2\n") != std::string::npos);
    const auto shown = read_back({made}, true);
    CHECK(shown.starts_with(series_row + "\n"));
    CHECK(shown.find("  slot 2026-12-29 status=late-cancelled\n") != std::string::npos);
}

TEST_CASE("a series that goes out date by date comes back as those dates, under its own reference") {
    const auto text = read_back({series(day(2026, 12, 31) + hours{14}, "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2")});
    CHECK(text.find("ref=8b0c5a6e-0000-4000-8000-000000000012@2026-12-31 ") != std::string::npos);
    CHECK(text.find("ref=8b0c5a6e-0000-4000-8000-000000000012@2027-01-31 ") != std::string::npos);
    CHECK(text.find("rrule") == std::string::npos);
}

TEST_CASE("nothing of our own feed is passed over with a note") {
    auto one = session(kTuesday);
    one.room = {{9}, "Video", RoomKind::is_virtual, 1, "https://video.example/lakeside"};
    const auto text = read_back({one});
    CHECK(text.find("room=Video ") != std::string::npos);
    CHECK(text.find("note") == std::string::npos);
}
