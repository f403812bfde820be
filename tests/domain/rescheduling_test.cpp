// SPDX-License-Identifier: MIT
#include "practice/rescheduling.h"

#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

TEST_CASE("one occurrence is moved; its neighbours stay") {
    const auto plan = edited(weekly(), one("2026-12-08"), to("2026-12-09 15:00"));
    CHECK(told(*plan.after) == Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1", "@2026-12-08 2026-12-09 15:00 45 Room 1",
                                     "@2026-12-15 2026-12-15 09:00 45 Room 1",
                                     "@2026-12-22 2026-12-22 09:00 45 Room 1"});
    CHECK_FALSE(plan.continuation);
}

TEST_CASE("an occurrence may be moved to its neighbour's day, past it, and out of the series") {
    for (const auto* when : {"2026-12-15 15:00", "2026-12-17 15:00", "2031-01-01 15:00", "2026-11-24 15:00"}) {
        const auto plan = edited(weekly("FREQ=WEEKLY;COUNT=4"), one("2026-12-08"), to(when));
        CHECK(told(*plan.after)[1] == "@2026-12-08 " + std::string{when} + " 45 Room 1");
        CHECK(told(*plan.after)[2] == "@2026-12-15 2026-12-15 09:00 45 Room 1");
    }
}

TEST_CASE("an occurrence moved back to its place has no change of its own any more") {
    const auto moved = *edited(weekly(), one("2026-12-08"), to("2026-12-09 15:00")).after;
    CHECK(*edited(moved, one("2026-12-08"), to("2026-12-08 09:00")).after == weekly());
}

TEST_CASE("this and following: the series ends before the slot, and a new one carries on") {
    const auto plan = edited(weekly(), from("2026-12-10"), at_time("15:00"));
    CHECK(told(*plan.after) ==
          Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1", "@2026-12-08 2026-12-08 09:00 45 Room 1"});
    REQUIRE(plan.continuation);
    CHECK_FALSE(plan.continuation->id.stored());
    CHECK(plan.continuation->uid.empty());
    CHECK(plan.continuation->recurrence->never_ends());
    CHECK(told(*plan.continuation, 2) ==
          Lines{"@2026-12-15 2026-12-15 15:00 45 Room 1", "@2026-12-22 2026-12-22 15:00 45 Room 1"});
}

TEST_CASE("a count is shared out over a split") {
    const auto plan = edited(weekly("FREQ=WEEKLY;COUNT=5"), from("2026-12-15"), into(kRoom2));
    CHECK(plan.after->recurrence->rule().count == 2);
    CHECK(plan.continuation->recurrence->rule().count == 3);
    CHECK(told(*plan.continuation) == Lines{"@2026-12-15 2026-12-15 09:00 45 Room 2",
                                            "@2026-12-22 2026-12-22 09:00 45 Room 2",
                                            "@2026-12-29 2026-12-29 09:00 45 Room 2"});
}

TEST_CASE("left-out dates and changes of later slots move along over a split") {
    auto series = *edited(weekly(), one("2026-12-22"), into(kRoom2)).after;
    series = leaving_out(series, {on("2026-12-29")});
    const auto plan = edited(series, from("2026-12-15"), to("2026-12-16 10:00", on("2026-12-15")));
    CHECK(told(*plan.continuation, 3) == Lines{"@2026-12-16 2026-12-16 10:00 45 Room 1",
                                               "@2026-12-23 2026-12-23 10:00 45 Room 2",
                                               "@2027-01-06 2027-01-06 10:00 45 Room 1"});
    CHECK(plan.after->changes.empty());
    CHECK(plan.after->recurrence->excluded().empty());
}

TEST_CASE("from its first slot on is the whole series: no empty one is left behind") {
    const auto plan = edited(weekly(), from("2026-11-25"), into(kRoom2));
    CHECK_FALSE(plan.continuation);
    CHECK(plan.after->id == SessionId{12});
    CHECK(told(*plan.after, 1) == Lines{"@2026-12-01 2026-12-01 09:00 45 Room 2"});
}

TEST_CASE("the whole: changes of single slots are kept") {
    const auto series = *edited(weekly(), one("2026-12-08"), to("2026-12-10 11:00")).after;
    const auto plan = edited(series, Whole{}, at_time("15:00"));
    CHECK(told(*plan.after, 3) == Lines{"@2026-12-01 2026-12-01 15:00 45 Room 1",
                                        "@2026-12-08 2026-12-10 11:00 45 Room 1",
                                        "@2026-12-15 2026-12-15 15:00 45 Room 1"});
    CHECK(plan.lost.empty());
}

TEST_CASE("the whole moved by a day: what was cancelled stays cancelled in its week") {
    const auto series = cancelled(weekly(), "2026-12-08");
    const auto plan = edited(series, Whole{}, to("2026-12-02 09:00", on("2026-12-01")));
    CHECK(told(*plan.after, 3) == Lines{"@2026-12-02 2026-12-02 09:00 45 Room 1",
                                        "@2026-12-09 2026-12-09 09:00 45 Room 1 cancelled",
                                        "@2026-12-16 2026-12-16 09:00 45 Room 1"});
}

TEST_CASE("records are never altered by a change of the whole") {
    const auto series = marked(weekly(), "2026-12-01", Status::attended);
    SECTION("another time") {
        const auto plan = edited(series, Whole{}, at_time("15:00"));
        CHECK(told(*plan.after, 2) ==
              Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1 attended", "@2026-12-08 2026-12-08 15:00 45 Room 1"});
        CHECK(tell(plan.kept) == Lines{"2026-12-01"});
    }
    SECTION("another day: kept as an added date, and the place it would have had is left out") {
        const auto plan = edited(series, Whole{}, to("2026-12-02 09:00", on("2026-12-01")));
        CHECK(told(*plan.after, 2) ==
              Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1 attended", "@2026-12-09 2026-12-09 09:00 45 Room 1"});
    }
    SECTION("a shorter series") {
        const auto plan = edited(marked(series, "2026-12-22", Status::no_show), Whole{}, ending(on("2026-12-08")));
        CHECK(told(*plan.after) == Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1 attended",
                                         "@2026-12-08 2026-12-08 09:00 45 Room 1",
                                         "@2026-12-22 2026-12-22 09:00 45 Room 1 no-show"});
    }
    SECTION("another zone: at the same moment") {
        SessionEdit edit;
        edit.time_zone = "America/Chicago";
        const auto plan = edited(series, Whole{}, edit);
        CHECK(told(*plan.after, 2) ==
              Lines{"@2026-12-01 2026-12-01 08:00 45 Room 1 attended", "@2026-12-08 2026-12-08 09:00 45 Room 1"});
    }
    SECTION("what does not alter it pins nothing") {
        CHECK(edited(series, Whole{}, ending(on("2027-12-31"))).kept.empty());
    }
}

TEST_CASE("records after a split stay with the series they were of") {
    const auto series = marked(weekly(), "2026-12-15", Status::attended);
    const auto plan = edited(series, from("2026-12-08"), at_time("15:00"));
    CHECK(told(*plan.after) ==
          Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1", "@2026-12-15 2026-12-15 09:00 45 Room 1 attended"});
    CHECK(told(*plan.continuation, 2) ==
          Lines{"@2026-12-08 2026-12-08 15:00 45 Room 1", "@2026-12-22 2026-12-22 15:00 45 Room 1"});
    CHECK(tell(plan.kept) == Lines{"2026-12-15"});
}

TEST_CASE("a rule is exchanged; changes whose slot is gone are listed") {
    auto series = *edited(weekly(), one("2026-12-08"), into(kRoom2)).after;
    series = *edited(series, one("2026-12-15"), into(kRoom2)).after;
    const auto plan = edited(series, Whole{}, with_rule("FREQ=WEEKLY;INTERVAL=2"));
    CHECK(told(*plan.after, 2) ==
          Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1", "@2026-12-15 2026-12-15 09:00 45 Room 2"});
    CHECK(tell(plan.lost) == Lines{"2026-12-08"});
}

TEST_CASE("a new rule keeps the end, unless another is given") {
    const auto series = weekly("FREQ=WEEKLY;UNTIL=20261231");
    CHECK(edited(series, Whole{}, with_rule("FREQ=DAILY")).after->recurrence->last() == on("2026-12-31"));
    auto edit = with_rule("FREQ=DAILY");
    edit.end = NeverEnds{};
    CHECK(edited(series, Whole{}, edit).after->recurrence->never_ends());
}

TEST_CASE("an end is set, moved and taken away") {
    CHECK(edited(weekly(), Whole{}, ending(on("2026-12-14"))).after->recurrence->last() == on("2026-12-08"));
    CHECK(edited(weekly(), Whole{}, ending(3)).after->recurrence->last() == on("2026-12-15"));
    CHECK(edited(weekly("FREQ=WEEKLY;COUNT=2"), Whole{}, ending(NeverEnds{})).after->recurrence->never_ends());
    CHECK(refused([] { return edited(weekly(), Whole{}, ending(on("2026-11-30"))); }) ==
          "12 would end on 2026-11-30, before its first date, 2026-12-01 | give a later end: `ends 2026-12-01`; to end "
          "it: practice session cancel 12 `all`");
}

TEST_CASE("a move does not make a series shorter or longer") {
    const auto plan = edited(weekly("FREQ=WEEKLY;UNTIL=20261215"), Whole{}, to("2026-12-04 09:00", on("2026-12-01")));
    CHECK(plan.after->recurrence->last() == on("2026-12-18"));
    // An end that cuts nothing off stays as it was given.
    const auto same = edited(weekly("FREQ=WEEKLY;UNTIL=20261217"), Whole{}, to("2026-12-02 09:00", on("2026-12-01")));
    CHECK(same.after->recurrence->rule().until == on("2026-12-17"));
}

TEST_CASE("a series to another day carries one weekday or day of the month along") {
    struct Case {
        std::string rrule, start, slot, to, becomes;
    };
    for (const auto& [rrule, start, slot, to_date, becomes] : {
             Case{"FREQ=WEEKLY;BYDAY=TU", "2026-12-01", "2026-12-08", "2026-12-10", "FREQ=WEEKLY;BYDAY=TH"},
             Case{"FREQ=WEEKLY;INTERVAL=2", "2026-12-01", "2026-12-15", "2026-12-14", "FREQ=WEEKLY;INTERVAL=2"},
             Case{"FREQ=MONTHLY;BYDAY=2TU", "2026-12-08", "2027-01-12", "2027-01-13", "FREQ=MONTHLY;BYDAY=2WE"},
             Case{"FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15", "2027-01-15", "2027-01-20", "FREQ=MONTHLY;BYMONTHDAY=20"},
             Case{"FREQ=MONTHLY", "2026-12-15", "2026-12-15", "2026-12-16", "FREQ=MONTHLY"},
             Case{"FREQ=YEARLY", "2026-12-15", "2026-12-15", "2026-12-16", "FREQ=YEARLY"},
             Case{"FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-01", "2026-12-01", "2026-12-08", "FREQ=WEEKLY;BYDAY=TU,TH"},
         }) {
        const auto plan = edited(weekly(rrule, start + " 09:00"), Whole{}, to(to_date + " 09:00", on(slot)));
        CAPTURE(rrule);
        CHECK(to_rrule(plan.after->recurrence->rule()) == becomes);
        CHECK(plan.after->recurrence->occurs_on(on(to_date)));
        CHECK(date_of(plan.after->start) == plan.after->recurrence->anchor());
    }
}

TEST_CASE("a move that could mean several rules is refused, naming repeat") {
    for (const auto& [rrule, start, to_date] :
         std::vector<std::array<std::string, 3>>{{"FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-01", "2026-12-02"},
                                                 {"FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-12-01", "2026-12-05"},
                                                 {"FREQ=MONTHLY;BYDAY=1TU", "2026-12-01", "2026-12-08"},
                                                 {"FREQ=MONTHLY;BYMONTHDAY=-1", "2026-12-31", "2026-12-30"},
                                                 {"FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "2026-12-01", "2026-12-02"}}) {
        const auto series = weekly(rrule, start + " 09:00");
        const auto said = refused([&] { return edited(series, Whole{}, to(to_date + " 09:00", on(start))); });
        CHECK(said.find("is not clear | say the new rule too: `repeat RULE`") != std::string::npos);
    }
}

TEST_CASE("a single session becomes a series, its status the first slot's") {
    auto single = session(7, {.start = "2026-12-01 09:00"});
    single.status = Status::attended;
    const auto series = *edited(single, Whole{}, with_rule("FREQ=WEEKLY")).after;
    CHECK(told(series, 2) ==
          Lines{"@2026-12-01 2026-12-01 09:00 50 Room 1 attended", "@2026-12-08 2026-12-08 09:00 50 Room 1"});
    CHECK(series.status == Status::scheduled);
    CHECK(refused([&] { return edited(single, Whole{}, with_rule("FREQ=WEEKLY;BYDAY=FR")); }) ==
          "Tue 2026-12-01 is not a date of 'every week on Friday' | begin on Fri 2026-12-04: `at` '2026-12-04', or "
          "change the rule");
}

TEST_CASE("a series becomes a single session: its first slot, as it stands") {
    SessionEdit none;
    none.rule = NewRule{};
    auto series = *edited(weekly(), one("2026-12-01"), to("2026-12-02 15:00")).after;
    series = cancelled(series, "2026-12-08");
    const auto plan = edited(series, Whole{}, none);
    CHECK(told(*plan.after) == Lines{"2026-12-02 15:00 45 Room 1"});
    CHECK(tell(plan.lost) == Lines{"2026-12-08"});
    const auto attended = marked(series, "2026-12-15", Status::attended);
    CHECK(refused([&] { return edited(attended, Whole{}, none); }).find("which would be gone") != std::string::npos);
    const auto split = edited(attended, from("2026-12-22"), none);
    CHECK(told(*split.continuation) == Lines{"2026-12-22 09:00 45 Room 1"});
}

TEST_CASE("cancelling a series ends it and keeps what has been") {
    const auto now = utc("2026-12-09 12:00");
    auto series = marked(weekly(), "2026-12-01", Status::attended);
    SECTION("as of now") {
        const auto plan = plan_cancel(series, Whole{}, {}, zones(), now);
        CHECK(told(*plan.after) ==
              Lines{"@2026-12-01 2026-12-01 09:00 45 Room 1 attended", "@2026-12-08 2026-12-08 09:00 45 Room 1"});
    }
    SECTION("an earlier slot that was moved to later does not take place either") {
        series = *edited(series, one("2026-12-08"), to("2026-12-20 09:00")).after;
        const auto plan = plan_cancel(series, Whole{}, {}, zones(), now);
        CHECK(told(*plan.after)[1] == "@2026-12-08 2026-12-20 09:00 45 Room 1 cancelled");
    }
    SECTION("from a date on") {
        const auto plan = plan_cancel(series, from("2026-12-20"), {}, zones(), now);
        CHECK(plan.after->recurrence->last() == on("2026-12-15"));
        CHECK(plan.after->id == series.id);
    }
}

TEST_CASE("a cancelled slot is restored; a slot that was left out comes back") {
    CHECK(*plan_restore(cancelled(weekly(), "2026-12-08"), one("2026-12-08")).after == weekly());
    CHECK(*plan_restore(leaving_out(weekly(), {on("2026-12-08")}), one("2026-12-08")).after == weekly());
    CHECK(refused([] { return plan_restore(marked(weekly(), "2026-12-08", Status::attended), one("2026-12-08")); }) ==
          "12@2026-12-08 is not cancelled: it is marked attended | to take that back: practice session mark "
          "12@2026-12-08 scheduled");
}

TEST_CASE("one client of several is marked; once all are known, so is the session") {
    auto couple = session(7, {.start = "2026-12-01 09:00"});
    couple.clients = {kAnna, kJo};
    auto after = *plan_mark(couple, Whole{}, Status::no_show, {kAnna.id}).after;
    CHECK(after.status == Status::scheduled);
    CHECK(after.attendance == std::vector<Attendance>{{kAnna.id, Status::no_show}});
    CHECK(plan_mark(after, Whole{}, Status::attended, {kJo.id}).after->status == Status::attended);
    after = *plan_mark(after, Whole{}, Status::attended, {}).after;
    CHECK(after.status == Status::attended);
    CHECK(after.attendance == std::vector<Attendance>{{kAnna.id, Status::no_show}});
    CHECK(*plan_mark(after, Whole{}, Status::scheduled, {}).after == couple);
}

TEST_CASE("one client of several cancels, and the others come; once nobody is left, the session is cancelled") {
    auto couple = session(7, {.start = "2026-12-01 09:00"});
    couple.clients = {kAnna, kJo};
    const auto cancelled_for = [](const Session& of, ClientId client, bool late = false) {
        return *plan_cancel(of, Whole{}, {late, "", {client}}, zones(), Instant{}).after;
    };
    const auto without_anna = cancelled_for(couple, kAnna.id);
    CHECK(without_anna.status == Status::scheduled);
    CHECK(without_anna.attendance == std::vector<Attendance>{{kAnna.id, Status::cancelled}});
    CHECK(cancelled_for(without_anna, kAnna.id) == without_anna);
    CHECK(*plan_restore(without_anna, Whole{}, {.clients = {kAnna.id}}).after == couple);

    const auto nobody = cancelled_for(without_anna, kJo.id, true);
    CHECK(nobody.status == Status::cancelled);
    CHECK(nobody.attendance == std::vector<Attendance>{{kJo.id, Status::late_cancelled}});
    const auto jo_comes = *plan_restore(nobody, Whole{}, {.clients = {kJo.id}}).after;
    CHECK(jo_comes == without_anna);

    const auto missed = *plan_mark(couple, Whole{}, Status::no_show, {kAnna.id}).after;
    CHECK(refused([&] {
              return plan_cancel(missed, Whole{}, {false, "", {kAnna.id}}, zones(), Instant{});
          }) ==
          "Anna Smith is marked no-show in 7 | to correct that: practice session mark 7 late-cancelled `client` 1");
}

TEST_CASE("deleting one slot leaves it out; deleting the last one deletes the series") {
    const auto two = weekly("FREQ=WEEKLY;COUNT=2");
    const auto left = *plan_delete(two, one("2026-12-01")).after;
    CHECK(told(left) == Lines{"@2026-12-08 2026-12-08 09:00 45 Room 1"});
    CHECK_FALSE(plan_delete(left, one("2026-12-08")).after);
    CHECK_FALSE(plan_delete(two, Whole{}).after);
}

TEST_CASE("only what has changed has to be free") {
    const auto check = [](const Session& before, const Session& after) {
        return what_to_check(before, after, zones());
    };
    const auto series = weekly();
    SessionEdit note;
    note.note = "bring the form";
    CHECK_FALSE(check(series, *edited(series, Whole{}, note).after));
    CHECK_FALSE(check(series, cancelled(series, "2026-12-08")));
    const auto elsewhen = *edited(series, one("2026-12-08"), to("2026-12-09 15:00")).after;
    const auto moved = check(series, elsewhen);
    REQUIRE(moved);
    CHECK(tell(*moved->scope.only) == Lines{"2026-12-08"});
    const auto stays = what_stays(elsewhen, *moved)->changes.at(on("2026-12-08"));
    CHECK_FALSE(stays.professional->id.stored());
    CHECK(stays.room->kind == RoomKind::is_virtual);
    CHECK(stays.clients->empty());
    CHECK(tell(*check(cancelled(series, "2026-12-08"), series)->scope.only) == Lines{"2026-12-08"});
    const auto longer = check(weekly("FREQ=WEEKLY;COUNT=2"), weekly("FREQ=WEEKLY;COUNT=4"));
    CHECK(tell(*longer->scope.only) == Lines{"2026-12-15", "2026-12-22"});
    // All of it moves, but not the slot that has a time, a length and a room of its own.
    const auto own = *edited(series, one("2026-12-08"), to("2026-12-09 15:00")).after;
    const auto all = check(own, *edited(own, Whole{}, at_time("15:00")).after);
    CHECK(tell(all->scope.but) == Lines{"2026-12-08"});
    CHECK_FALSE(all->scope.only);
}

TEST_CASE("a change is checked for what it changes") {
    const auto series = weekly();
    const auto& zone = *zones().find(series.time_zone);
    const auto claims = [&](const Session& before, const Session& after, const std::string& slot) {
        const auto check = what_to_check(before, after, zones());
        if (!check) { return std::string{"none"}; }
        const auto planned = *occurrence_at(check->planned, zone, on(slot));
        return (planned.professional().id.stored() ? "professional " : "") + std::to_string(planned.clients().size()) +
               (planned.room().kind == RoomKind::in_person ? " room" : "");
    };
    // Only the room of a date, and of all dates.
    CHECK(claims(series, *edited(series, one("2026-12-08"), into(kRoom2)).after, "2026-12-08") == "0 room");
    CHECK(claims(series, *edited(series, Whole{}, into(kRoom2)).after, "2026-12-15") == "0 room");
    // One date has another time, all have another room.
    auto both = *edited(series, one("2026-12-08"), to("2026-12-09 15:00")).after;
    both = *edited(both, Whole{}, into(kRoom2)).after;
    CHECK(claims(series, both, "2026-12-08") == "professional 1 room");
    CHECK(claims(series, both, "2026-12-15") == "0 room");
    // Who goes makes no claim.
    auto pair = series;
    pair.clients.push_back({{99}, "Zoë Müller"});
    CHECK(claims(pair, series, "2026-12-08") == "none");
    CHECK(claims(series, pair, "2026-12-08") == "2");
    // And what is not asked about stands.
    const auto check = *what_to_check(series, *edited(series, Whole{}, into(kRoom2)).after, zones());
    const auto stays = *what_stays(*edited(series, Whole{}, into(kRoom2)).after, check);
    CHECK(stays.professional.id.stored());
    CHECK(stays.clients.size() == 1);
    CHECK(stays.room.kind == RoomKind::is_virtual);
}

TEST_CASE("every change has the next SEQUENCE and the same UID") {
    auto series = weekly();
    series.uid = "a";
    const auto after = as_next_version(series, *edited(series, Whole{}, into(kRoom2)).after, kNow);
    CHECK(after.sequence == 1);
    CHECK(after.uid == "a");
    CHECK(as_next_version(series, series, kNow).sequence == 0);
}

TEST_CASE("from a date on is from what takes place then on") {
    // The third was moved to before the present, the first to after the second.
    auto series = weekly("FREQ=WEEKLY;COUNT=6", "2026-11-10 09:00");
    series = *edited(series, one("2026-12-08"), to("2026-11-20 09:00")).after;
    series = *edited(series, one("2026-11-10"), to("2026-12-03 10:00")).after;

    const auto plan = edited(series, from("2026-11-10"), into(kRoom2));
    CHECK(plan.from == on("2026-11-24"));
    CHECK(plan.moved_on == std::vector{on("2026-11-10")});
    CHECK(plan.kept == std::vector{on("2026-12-08")});
    CHECK(plan.been == std::vector{on("2026-11-17")});
    CHECK(told(*plan.after) == Lines{"@2026-11-10 2026-12-03 10:00 45 Room 2", "@2026-11-17 2026-11-17 09:00 45 Room 1",
                                     "@2026-12-08 2026-11-20 09:00 45 Room 1"});
    CHECK(told(*plan.continuation) == Lines{"@2026-11-24 2026-11-24 09:00 45 Room 2",
                                            "@2026-12-01 2026-12-01 09:00 45 Room 2",
                                            "@2026-12-15 2026-12-15 09:00 45 Room 2"});

    // A border to come parts what stands before it from what stands behind it.
    const auto later = edited(series, from("2026-12-02"), into(kRoom2));
    CHECK(later.moved_on == std::vector{on("2026-11-10")});
    CHECK(later.been.empty());

    const auto past_too = edited(series, FromDate{on("2026-11-17"), true}, into(kRoom2));
    CHECK(past_too.from == on("2026-11-17"));
    CHECK(past_too.been.empty());

    CHECK(refused([&] { return edited(series, from("2027-01-01"), into(kRoom2)); }) ==
          "12 has no date on or after 2027-01-01 | its last one is 2026-12-15");
    CHECK(refused([&] { return edited(series, from("2026-11-10"), into(kRoom2), utc("2027-01-01 00:00")); }) ==
          "all dates of 12 from 2026-11-10 on have been already | correct them one by one: 12@2026-11-10; or all of "
          "them, with `past-too`");
}
