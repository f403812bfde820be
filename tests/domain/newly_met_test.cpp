// SPDX-License-Identifier: MIT
// What was met before a change stays met, whatever came after the booking; only what a change newly meets counts.
// Made-up days, against a list of who meets whom over what.
#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <set>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

/// Who is met on a date: "2026-12-08 room 3".
std::set<std::string> met_by(const Session& session, const Booked& booked) {
    std::set<std::string> all;
    for (const auto slot : session.recurrence->between(kFirstDate, on("2027-03-01"))) {
        ConflictScope scope;
        scope.only = std::vector{slot};
        for (const auto& clash : find_conflicts(session, booked, zones(), scope).clashes) {
            all.insert(to_string(slot) + " " + std::string{to_string(clash.kind)} + " " +
                       (clash.with != nullptr ? std::to_string(clash.with->id.value) : "away"));
        }
    }
    return all;
}

Session made_up(std::int64_t id) {
    const auto day = *rc::gen::inRange(1, 4);
    const auto hour = *rc::gen::inRange(9, 12);
    auto one = session(id, {.start = "2026-12-0" + std::to_string(day) + (hour < 10 ? " 0" : " ") +
                                     std::to_string(hour) + (*rc::gen::inRange(0, 2) == 0 ? ":00" : ":30"),
                            .length = *rc::gen::element(30, 60, 90),
                            .rrule = *rc::gen::element<std::string>("FREQ=WEEKLY;COUNT=8", "FREQ=DAILY;COUNT=20")});
    if (*rc::gen::inRange(0, 2) == 0) { one.room = kRoom2; }
    return one;
}

}  // namespace

TEST_CASE("what a change is checked for is what it newly meets") {
    CHECK(rc::check([] {
        const auto before = made_up(12);
        std::vector<Session> others;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) { others.push_back(made_up(i)); }
        const std::vector<Away> away{
            {before.professional.id, "Dana Lee", {at("2026-12-08 00:00"), at("2026-12-11 00:00")}, ""}};
        const Booked booked{others, away, zones().find("America/New_York")};
        SessionEdit edit;
        if (*rc::gen::inRange(0, 2) == 0) { edit.length = Length{*rc::gen::element(20, 45, 120)}; }
        if (*rc::gen::inRange(0, 3) == 0) { edit.room = *rc::gen::element(kRoom1, kRoom2); }
        if (*rc::gen::inRange(0, 3) == 0) { edit.time.time = hours{*rc::gen::inRange(9, 13)}; }
        const auto after = *edited(before, Whole{}, edit).after;
        const auto check = what_to_check(before, after, zones());
        if (!check) { return; }
        const auto find = [&](const FreeCheck& asked) {
            return with_own_clashes(find_conflicts(asked.planned, booked, zones(), asked.scope), after, asked, zones());
        };
        const auto newly = what_is_newly_met(before, after, *check, find(*check), booked, zones());
        const auto found = newly ? find(*newly) : Conflicts{};

        const auto had = met_by(before, booked);
        std::set<Date> expected;
        for (const auto slot : after.recurrence->between(kFirstDate, on("2027-03-01"))) {
            const auto& zone = *zones().find("America/New_York");
            const auto then = *occurrence_at(before, zone, slot);
            const auto now = *occurrence_at(after, zone, slot);
            const bool shares = then.start < now.end && now.start < then.end;
            for (const auto& one : met_by(after, booked)) {
                const bool of_slot = one.starts_with(to_string(slot));
                const bool stood = then.span() == now.span() && then.room().id == now.room().id;
                if (of_slot && !stood && !(shares && had.contains(one))) { expected.insert(slot); }
            }
        }
        RC_ASSERT(found.slots == std::vector<Date>(expected.begin(), expected.end()));
    }));
}
