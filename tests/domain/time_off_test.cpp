// SPDX-License-Identifier: MIT
// Which dates of a series time off takes, and which it does not: one row for each case.
#include "practice/time_off.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "domain/conflict_world.h"
#include "practice/rescheduling.h"

using namespace conflict_world;

namespace {

struct Off {
    std::string from;
    std::string to;
    ProfessionalName whose = kLee;
};
std::vector<Away> away(const std::vector<Off>& list) {
    std::vector<Away> all;
    for (const auto& off : list) {
        all.push_back({off.whose.id, off.whose.name, {at(off.from), at(off.to)}, "vacation"});
    }
    return all;
}

Booked with(const std::vector<Away>& off) {
    return {{}, off, zones().find("America/New_York")};
}

Lines dates(const Session& session, std::size_t most = 4) {
    return tell(session.recurrence->next(kFirstDate, most));
}
Lines left_out(const Session& session) {
    Lines lines;
    for (const auto& one : session.away) { lines.push_back(to_string(one.date) + " " + one.because); }
    return lines;
}

/// A week in August, which has a Monday, 2, and a Friday, 6.
const Off kAugust{"2027-08-02 00:00", "2027-08-07 00:00"};

struct Row {
    std::string what;
    Told series;
    std::vector<Off> off;
    bool taken_on;  // what yield_to_time_off says
    Lines dates;
    std::vector<Date> named = {};
    bool to_more = true;
};

void check(const Row& row) {
    INFO(row.what);
    auto planned = session(0, row.series);
    const auto off = away(row.off);
    CHECK(yield_to_time_off(planned, with(off), zones(), {nullptr, row.named, row.to_more}) == row.taken_on);
    CHECK(dates(planned) == row.dates);
}

}  // namespace

TEST_CASE("a series that is booked gives way to the time off that stands") {
    const Told mondays{"2027-07-26 10:00", 45, "FREQ=WEEKLY;COUNT=4"};
    const Told for_ever{"2027-07-26 10:00", 45, "FREQ=WEEKLY"};
    const Lines all{"2027-07-26", "2027-08-02", "2027-08-09", "2027-08-16"};
    const Lines but_august{"2027-07-26", "2027-08-09", "2027-08-16"};
    const Lines on_after{"2027-07-26", "2027-08-09", "2027-08-16", "2027-08-23"};
    for (const auto& row : std::vector<Row>{
             {"a week away", mondays, {kAugust}, true, but_august},
             {"for ever", for_ever, {kAugust}, true, on_after},
             {"somebody else's time off", mondays, {{kAugust.from, kAugust.to, kOrr}}, true, all},
             {"an hour that it meets", mondays, {{"2027-08-02 10:30", "2027-08-02 12:00"}}, true, but_august},
             {"hours that end as it begins", mondays, {{"2027-08-02 08:00", "2027-08-02 10:00"}}, true, all},
             {"hours that begin as it ends", mondays, {{"2027-08-02 10:45", "2027-08-02 12:00"}}, true, all},
             {"overnight, into a day away",
              {"2027-07-25 23:30", 60, "FREQ=WEEKLY;COUNT=4"},
              {kAugust},
              true,
              {"2027-07-25", "2027-08-08", "2027-08-15"}},
             {"another zone, where the day away ends earlier",
              {"2027-07-26 23:30", 30, "FREQ=WEEKLY;COUNT=3", kLee, kAnna, kRoom1, "America/Chicago"},
              {{"2027-08-02 00:00", "2027-08-03 00:00"}},
              true,
              {"2027-07-26", "2027-08-02", "2027-08-09"}},
             {"a date that the command names", mondays, {kAugust}, true, all, {on("2027-08-02")}},
             {"booked in spite of it", mondays, {kAugust}, true, all, {}, false},
             {"all of its dates",
              {"2027-08-02 10:00", 45, "FREQ=DAILY;COUNT=4"},
              {kAugust},
              false,
              {"2027-08-02", "2027-08-03", "2027-08-04", "2027-08-05"}},
             {"all but a few for ever", for_ever, {{"2027-08-20 00:00", "9000-01-01 00:00"}}, false, all},
             {"fifty years are not for ever",
              for_ever,
              {{"2027-08-20 00:00", "2060-01-01 00:00"}},
              true,
              {"2027-07-26", "2027-08-02", "2027-08-09", "2027-08-16"}},
             {"years before it begins", for_ever, {{"2020-01-01 00:00", "2021-01-01 00:00"}}, true, all},
         }) {
        check(row);
    }
}

TEST_CASE("what a series gives way to says why") {
    auto planned = session(0, {"2027-07-26 10:00", 45, "FREQ=WEEKLY"});
    const auto off = away({kAugust});
    REQUIRE(yield_to_time_off(planned, with(off), zones()));
    CHECK(left_out(planned) == Lines{"2027-08-02 Dana Lee is away (vacation)"});
    CHECK(planned.yields == std::vector<Yield>{{kLee.id, {at(kAugust.from), at(kAugust.to)}}});
}

TEST_CASE("a date is there again as far as its time off is not") {
    auto planned = session(0, {"2027-07-26 10:00", 45, "FREQ=DAILY;COUNT=14"});
    REQUIRE(yield_to_time_off(planned, with(away({kAugust})), zones()));
    REQUIRE(planned.away.size() == 5);
    struct Standing {
        std::string what;
        std::vector<Off> off;
        Lines left_out;
    };
    const std::string why = " Dana Lee is away (vacation)";
    for (const auto& row : std::vector<Standing>{
             {"deleted", {}, {}},
             {"shortened at its end",
              {{"2027-08-02 00:00", "2027-08-04 00:00"}},
              {"2027-08-02" + why, "2027-08-03" + why}},
             {"shortened at its beginning", {{"2027-08-06 00:00", "2027-08-07 00:00"}}, {"2027-08-06" + why}},
             {"split",
              {{"2027-08-02 00:00", "2027-08-03 00:00"}, {"2027-08-06 00:00", "2027-08-07 00:00"}},
              {"2027-08-02" + why, "2027-08-06" + why}},
             {"made longer: what is new takes nothing by itself",
              {{"2027-08-02 00:00", "2027-08-21 00:00"}},
              {"2027-08-02" + why, "2027-08-03" + why, "2027-08-04" + why, "2027-08-05" + why, "2027-08-06" + why}},
             {"somebody else's", {{kAugust.from, kAugust.to, kOrr}}, {}},
         }) {
        INFO(row.what);
        const auto off = away(row.off);
        leave_dates_away(planned, off, {});
        CHECK(left_out(planned) == row.left_out);
    }
}

namespace {

/// A change of a series that was booked with lee away in August, and orr in September.
struct Changed {
    std::string what;
    SessionEdit edit;
    ChangeScope scope;
    std::vector<Off> off;
    Lines dates;
    Lines left_out;
};

SessionEdit moved_to(int hour) {
    SessionEdit edit;
    edit.time.time = hours{hour};
    return edit;
}
SessionEdit given_to(const ProfessionalName& professional) {
    SessionEdit edit;
    edit.professional = professional;
    return edit;
}
SessionEdit noted() {
    SessionEdit edit;
    edit.note = "bring the form";
    return edit;
}
SessionEdit every(const std::string& rrule) {
    SessionEdit edit;
    edit.rule = NewRule{parse_rrule(rrule).rule};
    return edit;
}

}  // namespace

TEST_CASE("a change keeps what the series gives way to, and brings it into more") {
    const Off september{"2027-08-09 00:00", "2027-08-14 00:00", kOrr};
    const Off later{"2027-08-16 00:00", "2027-08-21 00:00"};
    const std::string lee = " Dana Lee is away (vacation)";
    const std::string orr = " Sam Orr is away (vacation)";
    auto before = session(12, {"2027-07-26 10:00", 45, "FREQ=WEEKLY;COUNT=5"});
    REQUIRE(yield_to_time_off(before, with(away({kAugust, september})), zones()));
    const std::vector<Off> all{kAugust, september, later};  // `later` was entered after it was booked
    for (const auto& row : std::vector<Changed>{
             {"a note leaves what stood",
              noted(),
              Whole{},
              all,
              {"2027-07-26", "2027-08-09", "2027-08-16", "2027-08-23"},
              {"2027-08-02" + lee}},
             {"another time gives way to what was entered since",
              moved_to(11),
              Whole{},
              all,
              {"2027-07-26", "2027-08-09", "2027-08-23"},
              {"2027-08-02" + lee, "2027-08-16" + lee}},
             {"another professional: back where lee was away, away where orr is",
              given_to(kOrr),
              Whole{},
              all,
              {"2027-07-26", "2027-08-02", "2027-08-16", "2027-08-23"},
              {"2027-08-09" + orr}},
             {"another rule",
              every("FREQ=WEEKLY;INTERVAL=2;COUNT=3"),
              Whole{},
              all,
              {"2027-07-26", "2027-08-09", "2027-08-23"},
              {}},
         }) {
        INFO(row.what);
        auto after = *plan_edit(before, row.scope, row.edit, zones(), utc("2027-07-01 00:00")).after;
        CHECK(yield_to_time_off(after, with(away(row.off)), zones(), {&before, {}, true}));
        CHECK(dates(after) == row.dates);
        CHECK(left_out(after) == row.left_out);
    }
}

TEST_CASE("a date that was moved or marked by itself does not give way") {
    auto planned = session(12, {"2027-07-26 10:00", 45, "FREQ=DAILY;COUNT=14"});
    planned.changes[on("2027-08-02")].start = at("2027-08-03 15:00");
    planned.changes[on("2027-08-03")].status = Status::cancelled;
    planned.changes[on("2027-08-04")].note = "bring the form";
    planned.changes[on("2027-08-05")].professional = kOrr;
    REQUIRE(yield_to_time_off(planned, with(away({kAugust})), zones()));
    const std::string lee = " Dana Lee is away (vacation)";
    CHECK(left_out(planned) == Lines{"2027-08-04" + lee, "2027-08-06" + lee});
}

TEST_CASE("one date that is restored into time off takes place by itself, or clashes") {
    auto before = session(12, {"2027-07-26 10:00", 45, "FREQ=WEEKLY;COUNT=4"});
    const auto off = away({kAugust});
    REQUIRE(yield_to_time_off(before, with(off), zones()));
    auto after = *plan_restore(before, OneSlot{on("2027-08-02")}).after;
    REQUIRE(yield_to_time_off(after, with(off), zones(), {&before, {on("2027-08-02")}, false}));
    CHECK(after.away.empty());
    CHECK(after.recurrence->occurs_on(on("2027-08-02")));
    const auto check = what_to_check(before, after, zones());
    REQUIRE(check);
    const auto found = find_conflicts(check->planned, with(off), zones(), check->scope);
    CHECK(tell(found) == Lines{"professional Dana Lee, with vacation, first 2027-08-02 10:00, 1 time"});
}

TEST_CASE("a single session gives way to nothing") {
    auto planned = session(0, {"2027-08-02 10:00", 45});
    const auto off = away({kAugust});
    CHECK(yield_to_time_off(planned, with(off), zones()));
    CHECK(planned.yields.empty());
}

namespace {

/// One to four stretches within two months, of hours or days, that may overlap.
std::vector<Away> made_up_stretches() {
    std::vector<Away> all;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
        const auto from = at("2027-07-20 00:00") + std::chrono::hours{*rc::gen::inRange(0, 1440)};
        all.push_back({kLee.id, kLee.name, {from, from + std::chrono::hours{*rc::gen::inRange(1, 240)}}, "vacation"});
    }
    std::ranges::sort(all, {}, [](const Away& one) { return one.span.from; });
    return all;
}

bool meets_any(const Session& session, Date date, const std::vector<Away>& off) {
    const LocalTime start = date + time_of_day(session.start);
    return std::ranges::any_of(
        off, [&](const Away& one) { return start < one.span.to && one.span.from < start + session.length; });
}

}  // namespace

TEST_CASE("whatever is off when a series is booked takes just the dates in it, and what is entered later none") {
    CHECK(rc::check([] {
        const std::vector<std::string> rules{"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3"};
        auto planned = session(0, {"2027-07-10 10:00", *rc::gen::inRange(15, 600), *rc::gen::elementOf(rules)});
        const auto booked = *planned.recurrence;
        const auto off = made_up_stretches();
        RC_ASSERT(yield_to_time_off(planned, with(off), zones()));
        const auto last = on("2027-11-01");
        booked.each(date_of(planned.start), last, [&](Date date) {
            RC_ASSERT(planned.recurrence->occurs_on(date) != meets_any(planned, date, off));
            return true;
        });
        // Some of it goes, and more is entered: what is away was away before, and stands still.
        auto standing = off;
        standing.erase(standing.begin() + *rc::gen::inRange(0, static_cast<int>(standing.size())));
        const auto kept = standing;
        auto entered = made_up_stretches();
        standing.insert(standing.end(), entered.begin(), entered.end());
        const auto was = planned;
        leave_dates_away(planned, standing, {});
        booked.each(date_of(planned.start), last, [&](Date date) {
            const bool away = !planned.recurrence->occurs_on(date);
            RC_ASSERT(!away || !was.recurrence->occurs_on(date));
            RC_ASSERT(!away || meets_any(planned, date, standing));
            RC_ASSERT(away || !meets_any(planned, date, kept));
            return true;
        });
    }));
}
