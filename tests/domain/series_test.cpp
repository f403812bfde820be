// SPDX-License-Identifier: MIT
// Parts of a series: which has a date, in what order they are, what a later one keeps, and when two become one.
#include "practice/series.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "domain/recurrence_rules.h"
#include "domain/rescheduling/rescheduling_parts.h"
#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

/// A series cut in two before a slot, as a change from then on cuts it.
Parts cut(const Session& session, const std::string& slot) {
    auto split = rescheduling::split_before(session, on(slot), {});
    return {std::move(split.first), std::move(split.rest)};
}

/// As far as they are equal and continue each other.
Parts grown_together(Parts parts) {
    for (std::size_t i = 1; i < parts.size();) {
        if (auto one = as_one(parts[i - 1], parts[i])) {
            parts[i - 1] = std::move(*one);
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
    return parts;
}

}  // namespace

TEST_CASE("the part that has a date, and those near one that none has") {
    auto parts = cut(weekly("FREQ=WEEKLY;COUNT=6"), "2026-12-22");
    parts[1] = *edited(parts[1], Whole{}, to("2026-12-23 09:00", on("2026-12-22"))).after;
    CHECK(part_with(parts, on("2026-12-15")) == &parts[0]);
    CHECK(part_with(parts, on("2026-12-23")) == &parts[1]);
    CHECK(part_with(parts, on("2026-12-22")) == nullptr);
    CHECK(&part_around(parts, on("2026-11-01")) == &parts[0]);
    CHECK(&part_around(parts, on("2026-12-22")) == &parts[0]);
    CHECK(&part_around(parts, on("2027-06-01")) == &parts[1]);
    CHECK(near_slots(parts, on("2026-12-22")).before == on("2026-12-15"));
    CHECK(near_slots(parts, on("2026-12-22")).after == on("2026-12-23"));
    CHECK(near_slots(parts, on("2026-11-01")).before == std::nullopt);
    CHECK(near_slots(parts, on("2027-06-01")).before == on("2027-01-06"));
    CHECK(near_slots(parts, on("2027-06-01")).after == std::nullopt);
}

TEST_CASE("a part that begins no later than the one before it ends is out of order") {
    auto parts = cut(weekly(), "2026-12-22");
    CHECK(out_of_order(parts) == std::nullopt);
    parts[1] = *edited(parts[1], Whole{}, to("2026-12-15 09:00", on("2026-12-22"))).after;
    const auto found = out_of_order(parts);
    REQUIRE(found);
    CHECK(found->slot == on("2026-12-15"));
    CHECK(found->last_before == on("2026-12-15"));
}

TEST_CASE("a later part keeps what it has set itself") {
    auto parts = cut(weekly(), "2026-12-22");
    parts[1] = *edited(parts[1], Whole{}, into(kRoom2)).after;
    CHECK(set_itself(parts[0], parts[1]) == std::vector{PartField::room});
    auto edit = into(kRoom1);
    edit.length = Length{60};
    std::vector<PartField> own;
    const auto later = for_later_part(edit, parts[0], parts[1], own);
    CHECK(later.room == std::nullopt);
    CHECK(later.length == Length{60});
    CHECK(own == std::vector{PartField::room});
}

TEST_CASE("a later part that was moved keeps its day and time") {
    auto parts = cut(weekly(), "2026-12-22");
    parts[1] = *edited(parts[1], Whole{}, to("2026-12-24 10:00", on("2026-12-22"))).after;
    std::vector<PartField> own;
    CHECK_FALSE(for_later_part(at_time("15:00"), parts[0], parts[1], own).time.time);
    CHECK(own == std::vector{PartField::time});
}

TEST_CASE("parts that have become equal and continue each other are one again") {
    const auto whole = weekly("FREQ=WEEKLY;COUNT=6");
    auto parts = cut(whole, "2026-12-22");
    CHECK(told(grown_together(parts).at(0), 9) == told(whole, 9));
    CHECK(grown_together(parts).size() == 1);

    SECTION("by the rule of the first, to whose beginning the week start may matter") {
        auto session = weekly("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU;COUNT=5");
        const auto rule = session.recurrence->rule();
        session.start = on("2026-01-01") + time_of_day(session.start);
        session.recurrence = Recurrence{on("2026-01-01"), rule};
        const auto later = cut(session, "2026-01-25");
        CHECK(told(grown_together(later).at(0), 9) == told(session, 9));
    }
    SECTION("not with something else in the later one") {
        parts[1] = *edited(parts[1], Whole{}, into(kRoom2)).after;
        CHECK(grown_together(parts).size() == 2);
    }
    SECTION("not where a date lies between them that neither has") {
        parts[1] = *edited(parts[1], Whole{}, to("2026-12-29 09:00", on("2026-12-22"))).after;
        CHECK(grown_together(parts).size() == 2);
    }
}

TEST_CASE("a series cut anywhere, and anywhere again, grows together to what it was") {
    CHECK(rc::check([] {
        auto session = weekly();
        const auto anchor = practice::test::any_date(2026, 2027);
        session.start = anchor + time_of_day(session.start);
        const Recurrence rule{anchor, practice::test::any_rule(anchor)};
        auto slots = rule.next(anchor, 40);
        RC_PRE(slots.size() > 4U);
        std::vector<Date> excluded;
        for (const auto slot : slots) {
            if (practice::test::chance(15)) { excluded.push_back(slot); }
        }
        std::vector<Date> added;
        if (practice::test::chance(30)) { added.push_back(slots[2] + std::chrono::days{1}); }
        session.recurrence = Recurrence{anchor, rule.rule(), excluded, added};
        for (const auto slot : slots) {
            const bool is_slot = session.recurrence->occurs_on(slot);
            if (is_slot && practice::test::chance(20)) { session.changes[slot].note = "own"; }
        }
        Parts parts{session};
        for (int cuts = *rc::gen::inRange(1, 4); cuts > 0; --cuts) {
            const auto at = slots[*rc::gen::inRange<std::size_t>(1, slots.size())];
            const auto of = static_cast<std::size_t>(&part_around(parts, at) - parts.data());
            if (!parts[of].recurrence->first() || *parts[of].recurrence->first() >= at) { continue; }
            auto split = rescheduling::split_before(parts[of], at, {});
            if (!split.rest.recurrence->first()) { continue; }
            parts[of] = std::move(split.first);
            parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(of) + 1, std::move(split.rest));
        }
        RC_ASSERT(!out_of_order(parts));
        std::vector<Date> of_parts;
        for (const auto& part : parts) {
            const auto some = part.recurrence->between(kFirstDate, slots.back() + std::chrono::days{1});
            of_parts.insert(of_parts.end(), some.begin(), some.end());
        }
        RC_ASSERT(of_parts == session.recurrence->between(kFirstDate, slots.back() + std::chrono::days{1}));
        const auto grown = grown_together(parts);
        RC_CLASSIFY(parts.size() > 2, "three parts or more");
        RC_ASSERT(grown.size() == 1U);
        RC_ASSERT(grown[0].recurrence->between(kFirstDate, on("2060-01-01")) ==
                  session.recurrence->between(kFirstDate, on("2060-01-01")));
        RC_ASSERT(grown[0].changes == session.changes);
    }));
}
