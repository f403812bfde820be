// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "practice/recurrence.h"
#include "practice/recurrence_text.h"
#include "recurrence_rules.h"
#include "support/new_york.h"
#include "support/refused.h"

using namespace practice;
using namespace practice::test;

namespace {

std::string read(std::string_view words, Weekday week_start = std::chrono::Monday) {
    return to_rrule(parse_recurrence(words, week_start));
}
std::string custom(std::string_view every, std::string_view unit, std::string_view on) {
    return to_rrule(parse_custom_recurrence(every, unit, on));
}
std::string told(std::string_view rrule) {
    return to_words(parse_rrule(rrule).rule);
}

}  // namespace

TEST_CASE("'last' counts weekdays, and nothing else") {
    CHECK(read("every last fri") == "FREQ=MONTHLY;BYDAY=-1FR");
    CHECK(refused([] { return read("every last month"); }).starts_with("cannot read 'last' in the recurrence"));
    CHECK(refused([] { return read("every last"); }).starts_with("cannot read 'last' in the recurrence"));
}

TEST_CASE("Words are read as rules") {
    const std::vector<std::pair<const char*, const char*>> rows{
        {"daily", "FREQ=DAILY"},
        {"Daily", "FREQ=DAILY"},
        {"every day", "FREQ=DAILY"},
        {"every 3 days", "FREQ=DAILY;INTERVAL=3"},
        {"every other day", "FREQ=DAILY;INTERVAL=2"},
        {"weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
        {"every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
        {"weekends", "FREQ=WEEKLY;BYDAY=SA,SU"},
        {"weekly", "FREQ=WEEKLY"},
        {"once a week", "FREQ=WEEKLY"},
        {"weekly on tue, thu", "FREQ=WEEKLY;BYDAY=TU,TH"},
        {"weekly on mon-thu", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"},
        {"weekly tue,thu", "FREQ=WEEKLY;BYDAY=TU,TH"},
        {"tuesdays and thursdays", "FREQ=WEEKLY;BYDAY=TU,TH"},
        {"every tuesday", "FREQ=WEEKLY;BYDAY=TU"},
        {"every other tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"},
        {"biweekly", "FREQ=WEEKLY;INTERVAL=2"},
        {"fortnightly", "FREQ=WEEKLY;INTERVAL=2"},
        {"every other week", "FREQ=WEEKLY;INTERVAL=2"},
        {"every second week", "FREQ=WEEKLY;INTERVAL=2"},
        {"every two weeks", "FREQ=WEEKLY;INTERVAL=2"},
        {"every 2 weeks on tue,thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"},
        {"every 6 weeks", "FREQ=WEEKLY;INTERVAL=6"},
        {"6 weeks", "FREQ=WEEKLY;INTERVAL=6"},
        {"monthly", "FREQ=MONTHLY"},
        {"quarterly", "FREQ=MONTHLY;INTERVAL=3"},
        {"monthly on 2nd tue", "FREQ=MONTHLY;BYDAY=2TU"},
        {"monthly on the second tuesday", "FREQ=MONTHLY;BYDAY=2TU"},
        {"monthly on 2tue", "FREQ=MONTHLY;BYDAY=2TU"},
        {"monthly on -1fri", "FREQ=MONTHLY;BYDAY=-1FR"},
        {"monthly on last fri", "FREQ=MONTHLY;BYDAY=-1FR"},
        {"every last fri", "FREQ=MONTHLY;BYDAY=-1FR"},
        {"last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"},
        {"2nd tue of each month", "FREQ=MONTHLY;BYDAY=2TU"},
        {"monthly on second to last fri", "FREQ=MONTHLY;BYDAY=-2FR"},
        {"monthly on 1st and 3rd tue", "FREQ=MONTHLY;BYDAY=1TU,3TU"},
        {"monthly on 2nd tue and last fri", "FREQ=MONTHLY;BYDAY=2TU,-1FR"},
        {"monthly on last day", "FREQ=MONTHLY;BYMONTHDAY=-1"},
        {"monthly on 15", "FREQ=MONTHLY;BYMONTHDAY=15"},
        {"monthly on day 15", "FREQ=MONTHLY;BYMONTHDAY=15"},
        {"monthly on the 1st, 15th and last day", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"},
        {"monthly on last weekday", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
        {"every 2 months on the 15th", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15"},
        {"yearly", "FREQ=YEARLY"},
        {"annually", "FREQ=YEARLY"},
        {"yearly on march 5", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5"},
        {"yearly on 5 mar", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5"},
        {"yearly on 4th thu of november", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"},
        {"yearly on last day of february", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"},
        {"weekly until 2027-06-30", "FREQ=WEEKLY;UNTIL=20270630"},
        {"weekly, ends 2027-06-30", "FREQ=WEEKLY;UNTIL=20270630"},
        {"weekly on tue 12 times", "FREQ=WEEKLY;BYDAY=TU;COUNT=12"},
        {"monthly for 6 times", "FREQ=MONTHLY;COUNT=6"},
        {"weekly, never ends", "FREQ=WEEKLY"},
        {"FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"},
        {"rrule:freq=weekly;byday=tu", "FREQ=WEEKLY;BYDAY=TU"}};
    for (const auto& [words, rule] : rows) {
        INFO(words);
        CHECK(read(words) == rule);
    }
}

TEST_CASE("The practice's week start is taken where it matters") {
    CHECK(read("every 2 weeks on sun,mon", std::chrono::Sunday) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU");
    CHECK(read("every 2 weeks on sun", std::chrono::Sunday) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU");
    CHECK(read("weekly on sun,mon", std::chrono::Sunday) == "FREQ=WEEKLY;BYDAY=MO,SU");
    CHECK(read("every 2 weeks on sun,mon, weeks starting sunday") == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU");
}

TEST_CASE("Words that say too little or two things are refused with what to type") {
    const std::vector<std::pair<const char*, const char*>> rows{
        {"hourly", "'hourly' is finer than a day: sessions repeat by day at most"},
        {"every 5 minutes", "'minutes' is finer than a day: sessions repeat by day at most"},
        {"every 2nd tue", "'every 2nd tue' may count weeks or the days of a month"},
        {"every other weekday", "'every other weekday' may count days or weeks"},
        {"bimonthly", "'bimonthly' may mean every 2 months or twice a month"},
        {"weekly on 2nd tue", "a weekly recurrence takes weekdays only"},
        {"monthly on tue", "a monthly recurrence takes either days of the month or numbered weekdays"},
        {"yearly on 4th thu", "a yearly recurrence takes a date or a numbered weekday of a month"},
        {"yearly on march 5 and june 7", "a yearly recurrence takes a date or a numbered weekday of a month"},
        {"monthly on 6th tue", "no month has a weekday number 6"},
        {"monthly on 32", "BYMONTHDAY=32 is out of range"},
        {"every 0 weeks", "the step '0' is out of range"},
        {"every 100000 weeks", "the step '100000' is out of range"},
        {"weekly until 2027-02-30", "'2027-02-30' is not a date"},
        {"weekly twice", "cannot read 'twice' in the recurrence"},
        {"weekly 12 weeks", "a weekly recurrence takes weekdays only"},
        {"weekly for 12 weeks", "cannot read how often it takes place"},
        {"", "the recurrence is empty"}};
    for (const auto& [words, message] : rows) {
        INFO(words);
        const auto refusal = refused([&, text = std::string_view{words}] { return parse_recurrence(text); });
        CHECK(refusal.substr(0, refusal.find(" | ")) == message);
        CHECK(refusal.size() > refusal.find(" | ") + 3);
    }
    CHECK(refused([] { return parse_recurrence("wekly"); }).find("did you mean 'weekly'?") != std::string::npos);
}

TEST_CASE("Flags are read as rules") {
    CHECK(custom("2", "week", "tue,thu") == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH");
    CHECK(custom("2", "weeks", "") == "FREQ=WEEKLY;INTERVAL=2");
    CHECK(custom("", "day", "") == "FREQ=DAILY");
    CHECK(custom("1", "month", "2tue,-1fri") == "FREQ=MONTHLY;BYDAY=2TU,-1FR");
    CHECK(custom("1", "month", "15,-1") == "FREQ=MONTHLY;BYMONTHDAY=15,-1");
    CHECK(custom("1", "year", "march 5") == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5");
    CHECK(refused([] { return custom("2", "hour", ""); }) ==
          "'hour' is finer than a day: sessions repeat by day at most | type day, week, month or year, as in `every 2` "
          "`unit week`");
    CHECK(refused([] { return custom("x", "week", ""); }).starts_with("the step 'x' is not a number"));
    CHECK(refused([] { return custom("0", "week", ""); }).starts_with("the step '0' is out of range"));
    CHECK(refused([] { return custom("1", "week", "tue,foo"); }).starts_with("cannot read 'foo' in the list of days"));
    CHECK(refused([] { return custom("1", "month", "tue"); }).starts_with("a monthly recurrence takes"));
}

TEST_CASE("RRULE values are refused part by part") {
    const std::vector<std::pair<const char*, const char*>> rows{
        {"FREQ=HOURLY", "FREQ=HOURLY is finer than a day: sessions repeat by day at most"},
        {"FREQ=WEEKLY;BYHOUR=9", "BYHOUR is finer than a day: a series has one time of day"},
        {"INTERVAL=2", "the rule has no FREQ"},
        {"FREQ=SOMETIMES", "'FREQ=SOMETIMES' is no frequency"},
        {"FREQ=WEEKLY;FREQ=DAILY", "'FREQ' stands twice in the rule"},
        {"FREQ=WEEKLY;X-FOO=1", "'X-FOO' is a private extension, its meaning is unknown"},
        {"FREQ=WEEKLY;FOO=1", "'FOO' is no part of a recurrence rule"},
        {"FREQ=WEEKLY;;COUNT=2", "'' is not a part of the form NAME=VALUE"},
        {"FREQ=WEEKLY;COUNT=99999999999", "'COUNT=99999999999' is out of range"},
        {"FREQ=WEEKLY;COUNT=0", "'COUNT=0' is out of range"},
        {"FREQ=WEEKLY;COUNT=-1", "'COUNT=-1' is not a number"},
        {"FREQ=WEEKLY;INTERVAL=0", "'INTERVAL=0' is out of range"},
        {"FREQ=WEEKLY;INTERVAL=", "'INTERVAL=' is not a number"},
        {"FREQ=WEEKLY;BYDAY=", "'' in BYDAY is no weekday"},
        {"FREQ=WEEKLY;BYDAY=MO,XX", "'XX' in BYDAY is no weekday"},
        {"FREQ=MONTHLY;BYDAY=0MO", "'0MO' in BYDAY is no weekday"},
        {"FREQ=MONTHLY;BYDAY=54MO", "'54MO' in BYDAY is no weekday"},
        {"FREQ=MONTHLY;BYMONTHDAY=32", "'32' in BYMONTHDAY is out of range"},
        {"FREQ=MONTHLY;BYMONTHDAY=0", "'0' in BYMONTHDAY is out of range"},
        {"FREQ=YEARLY;BYMONTH=-1", "'-1' in BYMONTH is out of range"},
        {"FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY does not go with FREQ=WEEKLY"},
        {"FREQ=WEEKLY;BYDAY=2TU", "a numbered weekday (as in BYDAY=2TU) goes with FREQ=MONTHLY or FREQ=YEARLY only"},
        {"FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO goes with FREQ=YEARLY only"},
        {"FREQ=MONTHLY;BYYEARDAY=3", "BYYEARDAY goes with FREQ=YEARLY only"},
        {"FREQ=YEARLY;BYWEEKNO=3;BYDAY=2TU", "a numbered weekday (as in BYDAY=2TU) does not go with BYWEEKNO"},
        {"FREQ=WEEKLY;BYSETPOS=1", "BYSETPOS picks from another BY part, and there is none"},
        {"FREQ=WEEKLY;COUNT=2;UNTIL=20270101", "COUNT and UNTIL exclude each other"},
        {"FREQ=WEEKLY;COUNT=2;UNTIL=20270101T000000Z", "COUNT and UNTIL exclude each other"},
        {"FREQ=WEEKLY;UNTIL=20270230", "'UNTIL=20270230' is not a date"},
        {"FREQ=WEEKLY;UNTIL=2027-06-30", "'UNTIL=2027-06-30' is not a date"},
        {"FREQ=WEEKLY;UNTIL=20270630T2500", "'UNTIL=20270630T2500' is not a date"},
        {"FREQ=WEEKLY;UNTIL=20270630T250000", "'UNTIL=20270630T250000' is not a date"},
        {"FREQ=WEEKLY;WKST=XX", "'WKST=XX' is no weekday"},
        {"", "'' is not a part of the form NAME=VALUE"}};
    for (const auto& [text, message] : rows) {
        INFO(text);
        const auto refusal = refused([&, rule = std::string_view{text}] { return parse_rrule(rule); });
        CHECK(refusal.substr(0, refusal.find(" | ")) == message);
        CHECK(refusal.size() > refusal.find(" | ") + 3);
    }
}

TEST_CASE("All that is wrong with an RRULE value is told at once") {
    try {
        (void)parse_rrule("FREQ=WEEKLY;COUNT=0;BYDAY=XX;INTERVAL=0");
        FAIL("accepted");
    } catch (const Refusal& refusal) { CHECK(refusal.problems().size() == 3); }
}

TEST_CASE("What an RRULE value says twice or in vain is kept out of the rule") {
    CHECK(read("FREQ=WEEKLY;BYDAY=TH,TU,TU;INTERVAL=1;WKST=SU;") == "FREQ=WEEKLY;BYDAY=TU,TH");
    CHECK(read("FREQ=WEEKLY;INTERVAL=65537") == "FREQ=WEEKLY;INTERVAL=65537");
    CHECK(read("FREQ=MONTHLY;BYMONTHDAY=-1,15,+1,1") == "FREQ=MONTHLY;BYMONTHDAY=1,15,-1");
}

TEST_CASE("Rules are told in words") {
    CHECK(told("FREQ=WEEKLY") == "every week");
    CHECK(told("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH") == "every 2 weeks on Tuesday and Thursday");
    CHECK(told("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR") == "every weekday");
    CHECK(told("FREQ=MONTHLY;BYDAY=2TU") == "every month on the 2nd Tuesday");
    CHECK(told("FREQ=MONTHLY;BYMONTHDAY=1,15,-1") == "every month on the 1st, 15th and last day");
    CHECK(told("FREQ=MONTHLY;BYMONTHDAY=11,22,23,-2") == "every month on the 11th, 22nd, 23rd and 2nd to last day");
    CHECK(told("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH") == "every year on the 4th Thursday of November");
    CHECK(told("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3") == "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO");
    const auto tuesday = *make_date(2026, 12, 8);
    CHECK(to_words(parse_recurrence("weekly"), tuesday) == "every week on Tuesday");
    CHECK(to_words(parse_recurrence("monthly"), tuesday) == "every month on the 8th");
    CHECK(to_words(parse_recurrence("yearly"), tuesday) == "every year on December 8");
    CHECK(end_in_words(parse_recurrence("weekly")) == "never ends");
    CHECK(end_in_words(parse_recurrence("weekly until 2027-06-30")) == "ends 2027-06-30");
    CHECK(end_in_words(parse_recurrence("weekly 12 times")) == "12 times");
}

TEST_CASE("Every rule that is printed reads back as the same rule") {
    CHECK(rc::check([] {
        const auto rule = any_rule(any_date(1900, 2400));
        RC_ASSERT(parse_rrule(to_rrule(rule)).rule == rule);
        RC_ASSERT(parse_recurrence(to_rrule(rule)) == rule);
        auto endless = rule;
        endless.count.reset();
        endless.until.reset();
        const auto words = to_words(rule);
        RC_LOG() << words << std::endl;
        RC_ASSERT(parse_recurrence(words) == endless);
        if (!looks_like_rrule(words)) { RC_ASSERT(parse_recurrence(words + ", " + end_in_words(rule)) == rule); }
    }));
}

TEST_CASE("What is told for an anchor means the same dates") {
    CHECK(rc::check([] {
        const auto anchor = any_date(1900, 2400);
        const auto rule = any_endless_rule();
        const auto words = to_words(rule, anchor);
        RC_LOG() << to_rrule(rule) << " is told as " << words << std::endl;
        RC_ASSERT(Recurrence(anchor, parse_recurrence(words)).next(anchor, 20) ==
                  Recurrence(anchor, rule).next(anchor, 20));
    }));
}

TEST_CASE("UNTIL with a time becomes the last date that starts by then") {
    const auto zone = new_york();
    const auto last = [&](std::string_view until, int hour) {
        const auto parsed = parse_rrule("FREQ=DAILY;UNTIL=" + std::string{until});
        return to_string(resolve_until(parsed, std::chrono::hours{hour}, zone).until.value());
    };
    CHECK(last("20261203T140000Z", 9) == "2026-12-03");
    CHECK(last("20261203T135959Z", 9) == "2026-12-02");
    CHECK(last("20261203T090000", 9) == "2026-12-03");
    CHECK(last("20261203T085959", 9) == "2026-12-02");
    CHECK(last("20261204T020000Z", 21) == "2026-12-03");
    CHECK(last("20261203", 23) == "2026-12-03");
    CHECK(last("99991231T235959Z", 9) == "9999-12-31");
    CHECK(refused([] { return parse_recurrence("FREQ=DAILY;UNTIL=20261203T140000Z"); }) ==
          "UNTIL has a time of day here | use the last date alone, as in UNTIL=20270630");
}
