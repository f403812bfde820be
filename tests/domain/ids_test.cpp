// SPDX-License-Identifier: MIT
#include "practice/ids.h"

#include <type_traits>

#include <catch2/catch.hpp>

#include "practice/session.h"

using namespace practice;

static_assert(!std::is_convertible_v<RoomId, ClientId>, "a room's number is no client's");

TEST_CASE("A session is a number, one slot of a series a number and its date") {
    for (const auto* text : {"1", "12", "9223372036854775807", "12@2026-12-08"}) {
        CAPTURE(text);
        const auto id = parse_occurrence_id(text);
        REQUIRE(id);
        CHECK(to_string(*id) == text);
    }
    CHECK(parse_occurrence_id("12@2026-12-08")->slot == make_date(2026, 12, 8));
    CHECK_FALSE(parse_occurrence_id("12")->slot);
}

TEST_CASE("Nothing else names a session") {
    for (const auto* text : {"", "0", "012", "-1", "+1", "12@", "@2026-12-08", "12@2026-02-30", "12@2026-12-8", "12 ",
                             "12@2026-12-08@", "12a", "9223372036854775808", "1e3", "12@0000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_occurrence_id(text));
    }
}

TEST_CASE("A status has one name, and is read in the spellings in use") {
    for (const auto status :
         {Status::scheduled, Status::attended, Status::no_show, Status::cancelled, Status::late_cancelled}) {
        CHECK(parse_status(to_string(status)) == status);
    }
    CHECK(parse_status("Canceled") == Status::cancelled);
    CHECK(parse_status("late canceled") == Status::late_cancelled);
    CHECK(parse_status("no_show") == Status::no_show);
    for (const auto* text : {"", "all", "noshow!", "late"}) { CHECK_FALSE(parse_status(text)); }
    CHECK_FALSE(parse_status(std::string(1000, 'a')));
}
