// SPDX-License-Identifier: MIT
// What people type for --at and for dates. The present is Mon 2026-11-23 09:00 unless a row says otherwise.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "support/new_york.h"
#include "support/refused.h"
#include "text/dates/parse_time.h"

using namespace practice;
using namespace practice::text;
using namespace std::chrono_literals;
using practice::test::refused;

namespace {

const Date today = *make_date(2026, 11, 23);
const Now now{today + 9h};

/// "2026-12-01 14:00", "- 14:00", "first free", with " = 2026-12-01T19:00:00Z" for an instant.
std::string shown(const When& when) {
    if (when.first_free) { return "first free"; }
    return (when.date ? to_string(*when.date) : "-") + ' ' + (when.time ? to_string_time(*when.time) : "-") +
           (when.instant ? " = " + to_string(*when.instant) : "");
}
std::string refusal_of(std::string_view typed, const Now& present = now) {
    return refused([&] { return parse_when(typed, present); });
}

struct Row {
    std::string typed;
    std::string result;
};

}  // namespace

TEST_CASE("Dates and times are read as people write them") {
    const Row rows[] = {
        {"2026-12-01 14:00", "2026-12-01 14:00"},
        {"2026-12-01T14:00", "2026-12-01 14:00"},
        {"2026-12-01T14:00:30", "2026-12-01 14:00:30"},
        {"2026-12-01T14:00-05:00", "2026-12-01 14:00 = 2026-12-01T19:00:00Z"},
        {"2026-12-01t14:00:00z", "2026-12-01 14:00 = 2026-12-01T14:00:00Z"},
        {"2026-12-01T14:00+0530", "2026-12-01 14:00 = 2026-12-01T08:30:00Z"},
        {"2026-12-01 14:00:00-05:00", "2026-12-01 14:00 = 2026-12-01T19:00:00Z"},
        {"2026-12-01 14:00Z", "2026-12-01 14:00 = 2026-12-01T14:00:00Z"},
        {"2026-12-01", "2026-12-01 -"},
        {"  2026-12-01   14:00 ", "2026-12-01 14:00"},
        {"dec 1 2pm", "2026-12-01 14:00"},
        {"DEC 1 2 PM", "2026-12-01 14:00"},
        {"Dec 1 2:30\u202fPM", "2026-12-01 14:30"},  // as some systems paste it
        {"1 dec 2:30 p.m.", "2026-12-01 14:30"},
        {"december 1st", "2026-12-01 -"},
        {"dec 1 2027", "2027-12-01 -"},
        {"Dec 1, 2027 9:05", "2027-12-01 09:05"},
        {"1st december 2027 at noon", "2027-12-01 12:00"},
        {"nov 22", "2027-11-22 -"},  // passed this year
        {"nov 23", "2026-11-23 -"},
        {"today 9:30", "2026-11-23 09:30"},
        {"tomorrow 2pm", "2026-11-24 14:00"},
        {"2pm tomorrow", "2026-11-24 14:00"},
        {"yesterday", "2026-11-22 -"},
        {"tue 14:00", "2026-11-24 14:00"},
        {"tuesday", "2026-11-24 -"},
        {"mon", "2026-11-30 -"},  // strictly after today
        {"next mon", "2026-11-30 -"},
        {"next tue 9am", "2026-12-01 09:00"},
        {"next sunday", "2026-12-06 -"},
        {"tue dec 1 9am", "2026-12-01 09:00"},
        {"Tue 2026-12-01 09:00", "2026-12-01 09:00"},  // as listings print it
        {"+2w 14:00", "2026-12-07 14:00"},
        {"+2w", "2026-12-07 -"},
        {"+3d", "2026-11-26 -"},
        {"+1m", "2026-12-23 -"},
        {"+1y", "2027-11-23 -"},
        {"+2 weeks 14:00", "2026-12-07 14:00"},
        {"+30min", "2026-11-23 09:30"},
        {"in 3 days 9am", "2026-11-26 09:00"},
        {"in a week", "2026-11-30 -"},
        {"in 2 weeks", "2026-12-07 -"},
        {"in 1 month", "2026-12-23 -"},
        {"in 2 hours", "2026-11-23 11:00"},
        {"now", "2026-11-23 09:00"},
        {"14:00", "- 14:00"},
        {"noon", "- 12:00"},
        {"next", "first free"},
        {"Next free", "first free"},
        {"1900-01-01", "1900-01-01 -"},
        {"9999-12-31 23:59:59", "9999-12-31 23:59:59"},
        {"feb 29 2028", "2028-02-29 -"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        try {
            CHECK(shown(parse_when(row.typed, now)) == row.result);
        } catch (const Refusal& refusal) { FAIL(refusal.what()); }
    }
}

TEST_CASE("What could be read in two ways is refused with both") {
    const Row rows[] = {
        {"10/05/26", "'10/05/26' can be read in two ways | type 2026-10-05 or 2026-05-10"},
        {"10/05/26 14:00", "'10/05/26' can be read in two ways | type 2026-10-05 or 2026-05-10"},
        {"10.05.2026", "'10.05.2026' can be read in two ways | type 2026-10-05 or 2026-05-10"},
        {"10-05-26", "'10-05-26' can be read in two ways | type 2026-10-05 or 2026-05-10"},
        {"12/1", "'12/1' can be read in two ways | type 2026-12-01 or 2027-01-12"},
        {"25/12/26", "'25/12/26' does not say which is the day and which the month | type 2026-12-25"},
        {"05/05/26", "'05/05/26' does not say which is the day and which the month | type 2026-05-05"},
        {"99/99/26", "'99/99/26' does not say which is the day and which the month | type dates as 2026-12-01"},
        {"+30m", "'+30m' can be months or minutes | type +30mo or +30min"},
        {"in 5 m", "'in 5 m' can be months or minutes | type 'in 5 months' or 'in 5 minutes'"},
        {"2026-12-01 09:00-09:45",
         "'09:00-09:45' is a span of time, or a time with an offset | type the start alone, and --length 45; an offset "
         "is "
         "read in the form 2026-12-01T14:00-05:00"},
        {"tue 9", "'9' is not a time of day | type 09:00 or 21:00"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(refusal_of(row.typed) == row.result);
    }
}

TEST_CASE("Dates that do not exist are refused with what is right") {
    const Row rows[] = {
        {"2026-02-30", "2026-02-30 does not exist; February 2026 has 28 days | its last day is 2026-02-28"},
        {"2026-04-31 14:00", "2026-04-31 does not exist; April 2026 has 30 days | its last day is 2026-04-30"},
        {"2026-12-00", "2026-12-00 does not exist; December 2026 has 31 days | its last day is 2026-12-31"},
        {"2026-13-01", "2026-13-01 does not exist: there is no month 13 | months run from 1 to 12"},
        {"0000-01-01", "0000-01-01 is out of the calendar | dates run from 1900-01-01 to 9999-12-31"},
        {"10000-01-01", "10000-01-01 is out of the calendar | dates run from 1900-01-01 to 9999-12-31"},
        {"99999999999-01-01", "'99999999999-01-01' is out of the calendar | dates run from 1900-01-01 to 9999-12-31"},
        {"+999999999w", "'+999999999w' is out of the calendar | dates run from 1900-01-01 to 9999-12-31"},
        {"+999999999y", "'+999999999y' is out of the calendar | dates run from 1900-01-01 to 9999-12-31"},
        {"in 999999999 hours", "'in 999999999 hours' is out of the calendar | dates run from 1900-01-01 to 9999-12-31"},
        {"feb 29", "'feb 29' does not exist; February 2027 has 28 days | its last day is 2027-02-28"},
        {"31 apr 2027", "'31 apr 2027' does not exist; April 2027 has 30 days | its last day is 2027-04-30"},
        {"tue 2026-12-02", "2026-12-02 is a Wednesday, not a Tuesday | leave out the weekday, or correct the date"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(refusal_of(row.typed) == row.result);
    }
    // A month later the 31st may not exist; no other day is taken for it.
    const Now end_of_january{*make_date(2027, 1, 31) + 9h};
    CHECK(refusal_of("+1m", end_of_january) ==
          "'+1m' does not exist; February 2027 has 28 days | its last day is 2027-02-28");
}

TEST_CASE("Words and forms that are not read are refused with those that are") {
    const Row rows[] = {
        {"tomorow", "'tomorow' is not a date or time | did you mean 'tomorrow'?"},
        {"thurday 9am", "'thurday' in 'thurday 9am' is not a date or time | did you mean 'thursday'?"},
        {"next week", "'next week' is not a date | type a day of it, such as 'next mon'; or +1w"},
        {"next month", "'next month' is not a date | type a date such as 2026-12-01, or +1m"},
        {"dec", "'dec' has a month but no day | type it as 'dec 1' or 2026-12-01"},
        {"dec 2027", "'dec 2027' has a month but no day | type it as 'dec 1' or 2026-12-01"},
        {"2026-12", "'2026-12' is a month; here a day is needed | type a date such as 2026-12-01"},
        {"2026/12/01", "'2026/12/01' is not a date as it is written here | type 2026-12-01"},
        {"2026-1-5", "'2026-1-5' is not a date as it is written here | type 2026-01-05"},
        {"20261201", "'20261201' is not a date as it is written here | type 2026-12-01"},
        {"+2", "'+2' is not a time from now | type it as +2w, +3d, +1m (month), +2h or 'in 3 days'"},
        {"in many days",
         "'in many days' is not a time from now | type it as +2w, +3d, +1m (month), +2h or 'in 3 days'"},
        {"2026-12-01T14:00-15:00", "'14:00-15:00' has no offset that any zone has | type it as 14:00-05:00"},
        {"14:00+01:00", "'14:00+01:00' has an offset but no date | type it as 2026-12-01T14:00-05:00"},
        {"", "the time is empty | type it as 2026-12-01 14:00"},
        {" \t", "the time is empty | type it as 2026-12-01 14:00"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(refusal_of(row.typed) == row.result);
    }
    for (const auto* typed :
         {"--help", "'); DROP TABLE", "dec 1 2pm 3pm", "tue wed", "today tomorrow", "in 2 hours 9am", "\xff\xfe"}) {
        CAPTURE(typed);
        CHECK(refusal_of(typed) != "accepted");
    }
}

TEST_CASE("A week begins where the practice says: next tue") {
    const Now sunday_first{today + 9h, std::chrono::Sunday};
    CHECK(parse_date("next sun", sunday_first) == *make_date(2026, 11, 29));
    CHECK(parse_date("next sun", now) == *make_date(2026, 12, 6));
    CHECK(parse_date("next mon", sunday_first) == *make_date(2026, 11, 30));
}

TEST_CASE("Hours are hours, even where the clocks change") {
    const TimeZone zone = test::new_york();
    const Now before{*make_date(2027, 3, 14) + 1h, std::chrono::Monday, &zone};
    CHECK(shown(parse_when("in 2 hours", before)) == "2027-03-14 04:00");
}

TEST_CASE("A date alone has no time") {
    CHECK(parse_date("tue", now) == today + std::chrono::days{1});
    CHECK(refused([] { return parse_date("tue 14:00", now); }) ==
          "'tue 14:00' is not a date alone | type it as 2026-12-01, 'dec 1', tue, tomorrow or +2w");
    CHECK(refused([] { return parse_date("next", now); }) != "accepted");
    CHECK(refused([] { return parse_date("14:00", now); }) != "accepted");
}

TEST_CASE("Dates in a list come in order, each once") {
    CHECK(parse_dates("2026-12-31,2026-12-24, 2026-12-31", now) ==
          std::vector<Date>{*make_date(2026, 12, 24), *make_date(2026, 12, 31)});
    CHECK(parse_dates("dec 24,dec 31", now).size() == 2);
    CHECK(refused([] { return parse_dates("2026-12-24,,2026-12-31", now); }) ==
          "'2026-12-24,,2026-12-31' has an empty place in its list of dates | type them as 2026-12-24,2026-12-31");
    CHECK(refused([] { return parse_dates("", now); }) != "accepted");
}

TEST_CASE("Every time reads back as it is printed") {
    CHECK(rc::check([] {
        const Date date =
            kFirstDate + std::chrono::days{*rc::gen::inRange<std::int64_t>(0, (kLastDate - kFirstDate).count())};
        const auto time = std::chrono::seconds{*rc::gen::inRange(0, 86'400)};
        const When when = parse_when(to_string(date + time), now);
        RC_ASSERT(when.date == date);
        RC_ASSERT(when.time == time);
        RC_ASSERT(parse_date(to_string(date), now) == date);
    }));
}

TEST_CASE("The plain form of files means what the same words mean apart") {
    const auto said = [](std::string_view typed) {
        const auto refusal = refusal_of(typed);
        return refusal == "accepted" ? shown(parse_when(typed, now)) : std::string{"refused"};
    };
    const auto around = [](const std::vector<std::string>& texts) { return *rc::gen::elementOf(texts); };
    CHECK(rc::check([&] {
        const auto date = around({"2026", "1899", "1900", "9999", "0000", "20x6"}) + '-' +
                          around({"00", "01", "02", "09", "12", "13", "1."}) + '-' +
                          around({"00", "01", "28", "29", "30", "31", "32", "-1"});
        const auto time =
            around({"00", "09", "12", "23", "24", "99", "+1"}) + ':' + around({"00", "07", "59", "60", "5 "});
        const auto plain = said(date + ' ' + time);
        RC_ASSERT(plain == said(date + "  " + time));
        if (plain != "refused") { RC_ASSERT(said(date + 'T' + time) == plain); }
    }));
}

TEST_CASE("Any words are a time or a refusal, and what is refused is not repeated at length") {
    static const std::vector<std::string> words{
        "next",     "tue",  "dec",    "1",     "2026-12-01", "T",    "14:00",  "-",         ":",  "+", "+2w", "in",
        "3",        "days", "9",      "am",    "pm",         "noon", "at",     "2027",      "99", "/", ".",   ",",
        "10/05/26", "z",    "-05:00", "24:00", "free",       "\xff", "\u00a0", "999999999", "h",  "m"};
    CHECK(rc::check([] {
        const auto drawn = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words));
        const auto between = *rc::gen::container<std::vector<bool>>(drawn.size(), rc::gen::arbitrary<bool>());
        std::string text;
        for (std::size_t i = 0; i < drawn.size(); ++i) { text += (between[i] ? " " : "") + drawn[i]; }
        test::survives([&] { return parse_when(text, now); });
        test::survives([&] { return parse_dates(text, now); });
        test::survives([&] { return parse_length(text); });
        test::survives([&] { return parse_window({.from = text, .to = text}, now); });
    }));
    CHECK(rc::check([](const std::string& text) { test::survives([&] { return parse_when(text, now); }); }));
    CHECK(refusal_of(std::string(1'000'000, '1')).size() < 200);
    CHECK(refusal_of(std::string(190, 'x')).size() < 300);
}
