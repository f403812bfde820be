// SPDX-License-Identifier: MIT
// Leaving dates out of a series. A series moved onto one that never ends kept 5,229 left-out dates, and its client had
// no session for a hundred years.
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"
#include "practice/recurrence_text.h"
#include "practice/skipping.h"

using namespace rescheduling_world;

namespace {

struct Meeting {
    std::string wanted;
    std::string booked;
    std::optional<NoSkip> why;
    std::string instead;  // the rule beside it
};

Session other(const std::string& rrule) {
    return session(7, {.start = "2026-12-01 09:00", .length = 45, .rrule = rrule});
}

}  // namespace

TEST_CASE("what clashes for ever is not left out date by date") {
    const auto meeting = GENERATE(values<Meeting>({
        {"FREQ=WEEKLY", "FREQ=WEEKLY", NoSkip::all, ""},
        {"FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY", NoSkip::all, ""},
        {"FREQ=DAILY", "FREQ=WEEKLY", NoSkip::endless,
         "every week on Monday, Wednesday, Thursday, Friday, Saturday and Sunday"},
        {"FREQ=DAILY;BYDAY=MO,TU", "FREQ=WEEKLY", NoSkip::endless, "every week on Monday"},
        {"FREQ=WEEKLY;BYDAY=TU,FR", "FREQ=WEEKLY;INTERVAL=3", NoSkip::endless, "every week on Friday"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "FREQ=WEEKLY", NoSkip::endless, "every 2 weeks on Friday"},
        {"FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", NoSkip::endless, ""},
        {"FREQ=MONTHLY", "FREQ=WEEKLY", NoSkip::endless, ""},
        {"FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY", NoSkip::endless, ""},
        {"FREQ=DAILY;COUNT=30", "FREQ=WEEKLY", {}, ""},
        {"FREQ=DAILY", "FREQ=WEEKLY;COUNT=30", {}, ""},
    }));
    CAPTURE(meeting.wanted, meeting.booked);
    const auto wanted = weekly(meeting.wanted);
    const std::vector<Session> booked{other(meeting.booked)};
    const auto conflicts = find_conflicts(wanted, {booked, {}, nullptr}, zones());
    CHECK(why_no_skip(wanted, conflicts) == meeting.why);
    const auto rule = rule_beside(wanted, conflicts);
    CHECK((rule ? to_words(*rule) : "") == meeting.instead);
    if (rule) {
        auto beside = wanted;
        beside.recurrence = Recurrence{wanted.recurrence->anchor(), *rule};
        CHECK(find_conflicts(beside, {booked, {}, nullptr}, zones()).none());
    }
}

TEST_CASE("a date that was asked for by name is never left out") {
    const auto wanted = weekly("FREQ=DAILY;COUNT=30");
    const std::vector<Session> booked{other("FREQ=WEEKLY")};
    const auto conflicts = find_conflicts(wanted, {booked, {}, nullptr}, zones());
    CHECK(why_no_skip(wanted, conflicts, on("2026-12-01")) == NoSkip::is_named);
    CHECK(why_no_skip(wanted, conflicts, on("2026-12-02")) == std::nullopt);
}

TEST_CASE("dates held are those neither left out nor cancelled") {
    auto series = weekly("FREQ=WEEKLY;COUNT=6");
    CHECK(dates_held(series) == 6);
    series = leaving_out(std::move(series), {on("2026-12-08"), on("2026-12-15")});
    CHECK(dates_held(series) == 4);
    series = cancelled(series, "2026-12-22");
    CHECK(dates_held(series) == 3);

    const auto longer = holding(series, 5);
    REQUIRE(longer);
    CHECK(longer->recurrence->rule().count == 8);
    CHECK(dates_held(*longer) == 5);
    CHECK(dates_held(*holding(series, 1)) == 1);
    CHECK(holding(series, 1)->recurrence->rule().count == 1);
}

TEST_CASE("the calendar has no more than so many dates of a rule") {
    const auto leap = weekly("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29 09:00");
    CHECK(holding(leap, 10));
    CHECK_FALSE(holding(leap, 5'000));
}

TEST_CASE("an edit that says how many take place counts around what is left out") {
    auto series = leaving_out(weekly("FREQ=WEEKLY;COUNT=3"), {on("2026-12-08")});
    const auto plan = edited(series, Whole{}, ending(HeldDates{3}));
    CHECK(plan.after->recurrence->rule().count == 4);
    CHECK(plan.held == 3);
    const auto single = edited(session(3, {.start = "2026-12-01 09:00", .length = 45}), Whole{}, [] {
        auto edit = with_rule("FREQ=WEEKLY");
        edit.excluded = std::vector<Date>{on("2026-12-15")};
        edit.end = HeldDates{3};
        return edit;
    }());
    CHECK(single.after->recurrence->rule().count == 4);
}
