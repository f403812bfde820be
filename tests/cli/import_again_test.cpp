// SPDX-License-Identifier: MIT
// A nightly import of an unchanged file took back what was changed here since: it compared its rows with what stands
// instead of with what they said last time.
#include <rapidcheck.h>

#include "program_world.h"

namespace {

using namespace practice;
using Words = std::vector<std::string>;

constexpr const char* kTable =
    "ref,professional,client,service,price,at,repeat,times,room,note,except\n"
    "A,lee,Anna Smith,90834,150,2026-12-01 10:00,weekly,6,Room 1,,2026-12-15\n"
    "A@2026-12-08,,,,,2026-12-08 12:00,,,,,\n"
    "B,orr,Jo Ng,90834,,2026-12-02 10:00,,,Room 2,hello,\n"
    "C,lee,Jo Ng,90853,,2026-12-03 15:00,daily,5,Room 2,,\n";

constexpr const char* kCalendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:A\r\nSUMMARY:Anna Smith\r\nDTSTART;TZID=America/New_York:20261201T100000\r\n"
    "DURATION:PT45M\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\nEXDATE;TZID=America/New_York:20261215T100000\r\n"
    "RDATE;TZID=America/New_York:20261211T100000\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:A\r\nSUMMARY:Anna Smith\r\nRECURRENCE-ID;TZID=America/New_York:20261208T100000\r\n"
    "DTSTART;TZID=America/New_York:20261208T120000\r\nDURATION:PT45M\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:B\r\nSUMMARY:Jo Ng\r\nDTSTART;TZID=America/New_York:20261202T100000\r\n"
    "DURATION:PT45M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

std::string one_of(const std::vector<std::string>& choices) {
    return *rc::gen::elementOf(choices);
}
std::string number(int from, int to) {
    return std::to_string(*rc::gen::inRange(from, to));
}
std::string some_slot() {
    return number(1, 4) + "@2026-12-" + one_of({"01", "04", "08", "11", "22", "29"});
}

/// Many of these are refused, and change nothing.
Words some_change() {
    const auto session = number(1, 4);
    switch (*rc::gen::inRange(0, 13)) {
        case 0: return {"session", "edit", session, "--all", "--price", number(100, 200)};
        case 1: return {"session", "edit", session, "--all", "--room", one_of({"Room 1", "Room 2", "Video"})};
        case 2: return {"session", "edit", some_slot(), "--length", number(20, 80), "--note", "longer"};
        case 3: return {"session", "edit", session, "--from", "2026-12-08", "--service", "90853"};
        case 4: return {"session", "edit", session, "--all", "--except", "2026-12-22"};
        case 5: return {"session", "edit", session, "--all", "--ends", "2026-12-20"};
        case 6: return {"session", "move", some_slot(), "2026-12-10 17:00"};
        case 7: return {"session", "move", session, "1" + number(0, 9) + ":15", "--all"};
        case 8: return {"session", "cancel", some_slot(), "--reason", "ill"};
        case 9: return {"session", "cancel", session, "--all", "--yes"};
        case 10: return {"session", "edit", "2", "--client", "Anna Smith"};
        case 11: return {"session", "delete", session, "--all", "--yes"};
        default: return {"session", "restore", "1@2026-12-08"};
    }
}

bool nothing_changes_again(const std::string& name, const std::string& text) {
    return rc::check([&] {
        test::World world;
        const Words import{"import", world.write(name, text), "--professional", "lee", "--service", "90834"};
        RC_ASSERT(world.run(import) == 0);
        const int changes = *rc::gen::inRange(1, 6);
        for (int i = 0; i < changes; ++i) {
            const auto command = some_change();
            const int code = world.run(command);
            for (const auto& word : command) { RC_LOG() << word << ' '; }
            RC_LOG() << "-> " << code << '\n';
        }
        const auto before = world.tables();
        const int code = world.run(import);
        RC_LOG() << world.said();
        RC_ASSERT(code == 0);
        RC_ASSERT(world.said().find("0 added, 0 changed") != std::string::npos);
        RC_ASSERT(world.tables() == before);
    });
}

}  // namespace

TEST_CASE("a table that comes in again unchanged takes back nothing that was changed here since") {
    CHECK(nothing_changes_again("schedule.csv", kTable));
}

TEST_CASE("a calendar that comes in again unchanged takes back nothing that was changed here since") {
    CHECK(nothing_changes_again("schedule.ics", kCalendar));
}
