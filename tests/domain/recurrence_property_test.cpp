// SPDX-License-Identifier: MIT
// The engine against the day-by-day model, and against itself by other ways.
#include <catch2/catch.hpp>

#include "practice/recurrence.h"
#include "recurrence_model.h"
#include "recurrence_rules.h"

using namespace practice;
using namespace practice::test;
using std::chrono::days;

namespace {

constexpr int kYears = 12;  // what the model looks through, day by day

std::vector<std::string> in_iso(const std::vector<Date>& dates) {
    std::vector<std::string> texts;
    for (const auto date : dates) { texts.push_back(to_string(date)); }
    return texts;
}

std::vector<Date> some_dates(Date around, int most) {
    std::vector<Date> dates;
    for (int left = *rc::gen::inRange(0, most + 1); left > 0; --left) {
        dates.push_back(around + days{*rc::gen::inRange(-20, 1'500)});
    }
    return dates;
}

Recurrence any_recurrence() {
    const auto anchor = any_date(1900, 2400);
    const auto rule = any_rule(anchor);
    if (chance(60)) { return Recurrence{anchor, rule}; }
    auto excluded = some_dates(anchor, 6);
    for (const auto slot : Recurrence{anchor, rule}.next(anchor, 5)) {
        if (chance(40)) { excluded.push_back(slot); }
    }
    return Recurrence{anchor, rule, excluded, some_dates(anchor, 4)};
}

std::vector<Date> all_by_stepping(const Recurrence& recurrence, Date from, Date to) {
    std::vector<Date> slots;
    SlotCursor cursor{recurrence, kFirstDate};
    for (auto slot = cursor.next(); slot && *slot < to; slot = cursor.next()) {
        if (*slot >= from) { slots.push_back(*slot); }
    }
    return slots;
}

}  // namespace

TEST_CASE("The engine gives what the RFC's table gives, day by day") {
    CHECK(rc::check([] {
        const auto anchor = any_date(1900, 2400);
        const auto rule = any_rule(anchor);
        RC_LOG() << to_rrule(rule) << " from " << to_string(anchor) << std::endl;
        const auto end = anchor + days{366 * kYears};
        const Recurrence recurrence{anchor, rule};
        RC_ASSERT(in_iso(recurrence.between(kFirstDate, end)) == in_iso(model::dates(rule, anchor, end - days{1})));
    }));
}

TEST_CASE("Filling in from the anchor changes no slot") {
    CHECK(rc::check([] {
        const auto anchor = any_date(1900, 2400);
        const auto rule = any_rule(anchor);
        const auto filled = with_anchor(rule, anchor);
        RC_ASSERT(normalized(filled) == filled);
        const auto end = anchor + days{366 * kYears};
        RC_ASSERT(in_iso(Recurrence(anchor, rule).between(anchor, end)) ==
                  in_iso(Recurrence(anchor, filled).between(anchor, end)));
    }));
}

// "every 2 weeks on thu" lost the practice's first day of the week, and took another Thursday from a Sunday on.
TEST_CASE("Words count weeks from the practice's first day, wherever the series begins") {
    CHECK(rc::check([] {
        const auto week_start = any_weekday();
        const auto anchor = any_date(1900, 2400);
        const int step = *rc::gen::inRange(1, 7);
        std::vector<Weekday> weekdays;
        std::string list;
        for (int left = *rc::gen::inRange(1, 4); left > 0; --left) {
            weekdays.push_back(any_weekday());
            list += (list.empty() ? "" : ",") + std::string{short_name(weekdays.back())};
        }
        const auto rule = parse_recurrence("every " + std::to_string(step) + " weeks on " + list, week_start);
        RC_LOG() << to_rrule(rule) << " from " << to_string(anchor) << std::endl;
        std::vector<Date> expected;
        for (auto date = anchor; date < anchor + days{200}; date += days{1}) {
            const auto weeks = (start_of_week(date, week_start) - start_of_week(anchor, week_start)) / days{7};
            const bool listed = std::ranges::find(weekdays, weekday_of(date)) != weekdays.end();
            if (listed && weeks % step == 0) { expected.push_back(date); }
        }
        const Recurrence recurrence{anchor, rule};
        RC_ASSERT(in_iso(recurrence.between(anchor, anchor + days{200})) == in_iso(expected));
        // What is kept says so too, and is as short as it can be.
        RC_ASSERT(in_iso(Recurrence(anchor, recurrence.rule()).between(anchor, anchor + days{200})) ==
                  in_iso(expected));
        RC_ASSERT(parse_rrule(to_rrule(recurrence.rule())).rule == recurrence.rule());
    }));
}

TEST_CASE("A window holds what stepping from the start finds in it") {
    CHECK(rc::check([] {
        const auto recurrence = any_recurrence();
        const auto from = recurrence.anchor() + days{*rc::gen::inRange(-100, 20'000)};
        const auto to = from + days{*rc::gen::inRange(0, 2'000)};
        RC_LOG() << to_rrule(recurrence.rule()) << " from " << to_string(recurrence.anchor()) << std::endl;
        const auto slots = all_by_stepping(recurrence, from, to);
        RC_ASSERT(in_iso(recurrence.between(from, to)) == in_iso(slots));
        RC_ASSERT(in_iso(recurrence.next(from, slots.size())) == in_iso(slots));
        const auto first = recurrence.on_or_after(from);
        if (!slots.empty()) { RC_ASSERT(first == slots.front()); }
        if (slots.empty() && first) { RC_ASSERT(*first >= to); }
    }));
}

TEST_CASE("A date is a slot exactly when its day's window says so") {
    CHECK(rc::check([] {
        const auto recurrence = any_recurrence();
        const auto from = recurrence.anchor() + days{*rc::gen::inRange(-30, 3'000)};
        const auto slots = recurrence.between(from, from + days{200});
        for (int day = 0; day < 200; ++day) {
            const auto date = from + days{day};
            const bool listed = std::binary_search(slots.begin(), slots.end(), date);
            RC_ASSERT(recurrence.occurs_on(date) == listed);
            if (listed) { RC_ASSERT((recurrence.weekdays() >> weekday_of(date).c_encoding() & 1U) == 1U); }
        }
    }));
}

TEST_CASE("The last slot is the last") {
    CHECK(rc::check([] {
        const auto recurrence = any_recurrence();
        if (recurrence.never_ends()) {
            RC_ASSERT(!recurrence.last());
            return;
        }
        RC_LOG() << to_rrule(recurrence.rule()) << " from " << to_string(recurrence.anchor()) << std::endl;
        const auto slots = recurrence.between(kFirstDate, kLastDate + days{1});
        RC_ASSERT(recurrence.last() == (slots.empty() ? std::nullopt : std::optional{slots.back()}));
        const auto& rule = recurrence.rule();
        if (rule.count && recurrence.excluded().empty() && recurrence.added().empty()) {
            RC_ASSERT(slots.size() <= static_cast<std::size_t>(*rule.count));
        }
    }));
}

TEST_CASE("Two recurrences that never meet share no date") {
    CHECK(rc::check([] {
        const auto near = any_date(2020, 2030);
        const auto at = [&] { return near + days{*rc::gen::inRange(0, 60)}; };
        const auto one_anchor = at();
        const auto other_anchor = at();
        const Recurrence one{
            one_anchor, any_rule(one_anchor), {}, chance(10) ? some_dates(near, 3) : std::vector<Date>{}};
        const Recurrence other{
            other_anchor, any_rule(other_anchor), {}, chance(10) ? some_dates(near, 3) : std::vector<Date>{}};
        const int shift = chance(60) ? 0 : *rc::gen::inRange(-9, 10);
        if (!one.never_meets(other, shift)) { return; }
        RC_LOG() << to_rrule(one.rule()) << " from " << to_string(one_anchor) << ", " << to_rrule(other.rule())
                 << " from " << to_string(other_anchor) << ", shift " << shift << std::endl;
        one.each(kFirstDate, near + days{30'000}, [&](Date slot) {
            RC_ASSERT(!other.occurs_on(slot + days{shift}));
            return true;
        });
    }));
}

TEST_CASE("What arithmetic can tell about meeting, it tells") {
    const auto tuesday = *make_date(2026, 12, 1);
    const auto made = [](Date anchor, const char* rule) { return Recurrence{anchor, parse_rrule(rule).rule}; };
    const auto apart = [&](const Recurrence& a, const Recurrence& b) {
        return a.never_meets(b, 0) && b.never_meets(a, 0);
    };
    CHECK(apart(made(tuesday, "FREQ=WEEKLY"), made(tuesday + days{1}, "FREQ=WEEKLY")));
    CHECK(apart(made(tuesday, "FREQ=WEEKLY;INTERVAL=2"), made(tuesday + days{7}, "FREQ=WEEKLY;INTERVAL=2")));
    CHECK(apart(made(tuesday, "FREQ=WEEKLY;INTERVAL=2"), made(tuesday + days{7}, "FREQ=WEEKLY;INTERVAL=4")));
    CHECK_FALSE(apart(made(tuesday, "FREQ=WEEKLY;INTERVAL=2"), made(tuesday + days{7}, "FREQ=WEEKLY;INTERVAL=3")));
    CHECK(apart(made(tuesday, "FREQ=DAILY;INTERVAL=2"), made(tuesday + days{1}, "FREQ=DAILY;INTERVAL=4")));
    CHECK(apart(made(tuesday, "FREQ=MONTHLY;BYDAY=1TU"), made(tuesday, "FREQ=MONTHLY;BYDAY=3TU")));
    CHECK(apart(made(tuesday, "FREQ=MONTHLY;BYDAY=1TU"), made(tuesday, "FREQ=WEEKLY;BYDAY=WE")));
    CHECK(apart(made(tuesday, "FREQ=MONTHLY;INTERVAL=2"), made(*make_date(2027, 1, 1), "FREQ=MONTHLY;INTERVAL=2")));
    CHECK(apart(made(tuesday, "FREQ=YEARLY;BYMONTH=3"), made(tuesday, "FREQ=DAILY;BYMONTH=4")));
    CHECK(apart(made(tuesday, "FREQ=DAILY;COUNT=3"), made(tuesday + days{3}, "FREQ=DAILY")));
    CHECK_FALSE(apart(made(tuesday, "FREQ=DAILY;COUNT=3"), made(tuesday + days{2}, "FREQ=DAILY")));
    CHECK(made(tuesday, "FREQ=WEEKLY").never_meets(made(tuesday, "FREQ=WEEKLY"), 1));
    CHECK_FALSE(made(tuesday, "FREQ=WEEKLY").never_meets(made(tuesday + days{1}, "FREQ=WEEKLY"), 1));
}

TEST_CASE("Any rule is ready at once, and a far window costs no more than a near one") {
    const auto anchor = *make_date(1900, 1, 1);
    const char* const rules[] = {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
                                 "FREQ=YEARLY;INTERVAL=99999;BYMONTH=2;BYMONTHDAY=31",
                                 "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                                 "FREQ=DAILY;INTERVAL=7;BYDAY=SU",
                                 "FREQ=DAILY;INTERVAL=99998;BYDAY=SU;BYMONTH=2;BYMONTHDAY=29",
                                 "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=99999",
                                 "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=2",
                                 "FREQ=DAILY;BYMONTHDAY=31;BYDAY=MO;COUNT=99999",
                                 "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;COUNT=99999",
                                 "FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29;COUNT=99999"};
    for (const auto* text : rules) {
        INFO(text);
        const auto rule = parse_rrule(text).rule;
        const auto begin = std::chrono::steady_clock::now();
        const Recurrence recurrence{anchor, rule};
        const auto far = recurrence.between(*make_date(9990, 1, 1), *make_date(9990, 2, 1));
        const auto took = std::chrono::steady_clock::now() - begin;
        CHECK(far.size() <= 31);
        CHECK(took < std::chrono::milliseconds{500});  // some ms without sanitizers on an idle machine
    }
}
