// SPDX-License-Identifier: MIT
#include "practice/feeds/invitation.h"

#include <catch2/catch.hpp>

#include "ical/feed_linter.h"
#include "ical/feed_world.h"
#include "ical/invitation_writer.h"

using namespace practice;
using namespace practice::test;
using std::chrono::hours;

namespace {

const LocalTime kTuesday = day(2026, 12, 1) + hours{14};

InvitationRequest for_anna(const std::string& zone = "America/New_York", std::optional<Date> slot = std::nullopt) {
    return {.client = {3},
            .time_zone = zone,
            .slot = slot,
            .window = request().window,
            .address = [](RoomId) { return std::string{"12 Shore Rd; 2nd floor"}; },
            .disguise = request().disguise};
}

/// The message, checked.
std::string written(const Session& session, const InvitationRequest& wanted) {
    const time::ZoneDatabase database;
    FeedParts parts{database, now()};
    const auto invitation = invite(session, wanted, parts);
    const ical::Envelope envelope{invitation.cancels ? "CANCEL" : "REQUEST", wanted.time_zone,
                                  ical::Person{"Lee, Dana: \"D\"", "dana@lakeside.example"},
                                  ical::Person{"Anna Smith", "anna@example.com"}};
    std::string text;
    ical::write_invitation([&](std::string_view piece) { text += piece; }, envelope, invitation.events);
    const FeedLinter linter{text, Linted::invitation};
    CHECK(linter.problems() == "");
    return text;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string uid_of(const std::string& text) {
    const auto at = text.find("UID:");
    return text.substr(at, text.find("\r\n", at) - at);
}

}  // namespace

TEST_CASE("an invitation says when, where and with whom, and nothing of other clients") {
    auto one = session(kTuesday);
    one.clients.push_back({{4}, "Jo Ng"});
    one.note = "private";
    const auto text = written(one, for_anna());
    CHECK(has(text, "SUMMARY:Session with Dana Lee\r\nLOCATION:Room 1\\, 12 Shore Rd\\; 2nd floor\r\n"));
    CHECK(!has(text, "Ng"));
    CHECK(!has(text, "private"));
    CHECK(!has(text, "90834"));
}

TEST_CASE("a name with marks of its own stays one parameter") {
    CHECK(has(written(session(kTuesday), for_anna()),
              "ORGANIZER;CN=\"Lee, Dana: 'D'\":mailto:dana@lakeside.example\r\n"));
}

TEST_CASE("single dates are on the client's clock, over both zones' changes") {
    CHECK(has(written(session(kTuesday), for_anna("Europe/London")), "DTSTART;TZID=Europe/London:20261201T190000\r\n"));
    // New York's summer time has begun, London's has not.
    CHECK(has(written(session(day(2027, 3, 16) + hours{14}), for_anna("Europe/London")),
              "DTSTART;TZID=Europe/London:20270316T180000\r\n"));
    // 01:30 comes twice in London on 31 October 2027.
    CHECK(has(written(session(day(2027, 10, 30) + hours{20} + std::chrono::minutes{30}), for_anna("Europe/London")),
              "DTSTART;TZID=America/New_York:20271030T203000\r\n"));
}

TEST_CASE("a series keeps the clock of its rule, and says its first date on the client's") {
    const auto text = written(series(kTuesday, "FREQ=WEEKLY"), for_anna("Europe/London"));
    CHECK(has(text, "DTSTART;TZID=America/New_York:20261201T140000\r\n"));
    CHECK(has(text, "DESCRIPTION:The first one is on Tuesday 2026-12-01 at 19:00"));
    CHECK(!has(written(series(kTuesday, "FREQ=WEEKLY"), for_anna()), "DESCRIPTION"));
}

TEST_CASE("a date without the client is left out of the series") {
    auto one = series(kTuesday, "FREQ=WEEKLY");
    one.changes[day(2026, 12, 8)].clients = std::vector<ClientName>{{{4}, "Jo Ng"}};
    const auto text = written(one, for_anna());
    CHECK(has(text, "EXDATE;TZID=America/New_York:20261208T140000\r\n"));
    CHECK(!has(text, "Ng"));
}

TEST_CASE("identities: the same for a client, another for each client and each date") {
    const auto one = series(kTuesday, "FREQ=WEEKLY");
    auto changed = one;
    changed.sequence = 3;
    changed.start += hours{1};
    CHECK(uid_of(written(one, for_anna())) == uid_of(written(changed, for_anna())));
    auto for_jo = for_anna();
    for_jo.client = {4};
    auto of_both = one;
    of_both.clients.push_back({{4}, "Jo Ng"});
    CHECK(uid_of(written(of_both, for_anna())) != uid_of(written(of_both, for_jo)));
    CHECK(uid_of(written(one, for_anna("America/New_York", day(2026, 12, 8)))) != uid_of(written(one, for_anna())));
}

TEST_CASE("what is cancelled is taken back") {
    auto single = session(kTuesday);
    single.status = Status::cancelled;
    CHECK(has(written(single, for_anna()), "METHOD:CANCEL\r\n"));
    auto one = series(kTuesday, "FREQ=WEEKLY;COUNT=2");
    one.changes[day(2026, 12, 8)].status = Status::late_cancelled;
    CHECK(has(written(one, for_anna("America/New_York", day(2026, 12, 8))), "STATUS:CANCELLED\r\n"));
    CHECK(has(written(one, for_anna()), "METHOD:REQUEST\r\n"));
    one.changes[day(2026, 12, 1)].status = Status::cancelled;
    const auto nothing_left = written(one, for_anna());
    CHECK(has(nothing_left, "METHOD:CANCEL\r\n"));
    CHECK(uid_of(nothing_left) == uid_of(written(series(kTuesday, "FREQ=WEEKLY"), for_anna())));
}
