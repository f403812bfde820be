// SPDX-License-Identifier: MIT
// What was cancelled, left out or moved one by one came back, at the usual time and without a word, when a series of
// which the rest had been cancelled was given a later end. Made-up sequences of changes, against a model that knows of
// each date what was said of it alone, and where the series ends.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"
#include "practice/skipping.h"

using namespace rescheduling_world;

namespace {

const Date kFirst = on("2026-12-01");
constexpr int kDates = 14;

enum class Own { nothing, cancelled, left_out, moved };

struct Model {
    int end = kDates;  // exclusive: the dates from here on are not given; kDates is "never"
    std::optional<int> former;
    std::array<Own, kDates> own{};
    Length length{45};
};

Date date_of_number(int number) {
    return kFirst + days{7 * number};
}

std::string line(Date slot, LocalTime start, Length length, bool cancelled) {
    return to_string(slot) + " " + minute_of(start) + " " + std::to_string(length.count()) +
           (cancelled ? " cancelled" : "");
}

Lines expected(const Model& model) {
    Lines lines;
    for (int number = 0; number < model.end; ++number) {
        const auto own = model.own.at(static_cast<std::size_t>(number));
        const auto slot = date_of_number(number);
        if (own == Own::left_out) { continue; }
        const auto start = own == Own::moved ? slot + days{1} + hours{15} : slot + hours{9};
        lines.push_back(line(slot, LocalTime{start}, model.length, own == Own::cancelled));
    }
    return lines;
}

Lines found(const Session& series) {
    Lines lines;
    const auto& zone = *zones().find(series.time_zone);
    for (const auto slot : series.recurrence->between(kFirstDate, date_of_number(kDates))) {
        const auto one = *occurrence_at(series, zone, slot);
        lines.push_back(line(slot, one.local_start, one.length(), !takes_time(one.status())));
    }
    return lines;
}

/// What a later end gives, and that stays out.
Lines out_between(const Model& model, int from, int to) {
    Lines lines;
    for (int number = from; number < to; ++number) {
        const auto own = model.own.at(static_cast<std::size_t>(number));
        if (own == Own::cancelled || own == Own::left_out) { lines.push_back(to_string(date_of_number(number))); }
    }
    return lines;
}

class World {
public:
    void step() {
        const auto number = *rc::gen::inRange(0, kDates);
        const auto command = *rc::gen::inRange(0, 10);
        const auto before = series_;
        const auto model = model_;
        RC_LOG() << command << " " << to_string(date_of_number(number)) << "\n";
        try {
            act(command, number);
        } catch (const Refusal& refusal) {
            RC_LOG() << "  refused: " << refusal.what() << "\n";
            series_ = before;
            model_ = model;
        }
    }

    void compare() const { RC_ASSERT(found(series_) == expected(model_)); }

private:
    Own& own(int number) { return model_.own.at(static_cast<std::size_t>(number)); }
    [[nodiscard]] bool given(int number) const { return number < model_.end; }

    void act(int command, int number) {
        const auto slot = OneSlot{date_of_number(number)};
        switch (command) {
            case 0:
                series_ = *plan_cancel(series_, slot, {}, zones(), kNow).after;
                if (own(number) != Own::moved) { own(number) = Own::cancelled; }
                RC_ASSERT(given(number));
                if (own(number) == Own::moved) { throw misuse("not in the model", ""); }
                return;
            case 1: {
                RC_ASSERT(series_.recurrence->occurs_on(slot.slot) == (given(number) && own(number) != Own::left_out));
                const auto plan = plan_delete(series_, slot);
                if (!plan.after) { throw misuse("not in the model", ""); }
                series_ = *plan.after;
                own(number) = Own::left_out;
                return;
            }
            case 2:
                if (own(number) != Own::nothing) { return; }
                series_ = *edited(series_, slot, to(to_string(slot.slot + days{1}) + " 15:00")).after;
                own(number) = Own::moved;
                return;
            case 3: return cancel_from(number);
            case 4:
                if (!series_.recurrence->first()) { return; }  // there is nothing to cancel
                series_ = *plan_cancel(series_, Whole{}, {}, zones(), kNow).after;
                model_.former = model_.former.value_or(model_.end);
                model_.end = 0;
                return;
            case 5: return end(number);
            case 6: return end(kDates);
            case 7: return restore(false);
            case 8: return restore(true);
            default: {
                SessionEdit edit;
                edit.length = Length{*rc::gen::element(30, 45, 60)};
                series_ = *edited(series_, Whole{}, edit).after;
                model_.length = *edit.length;
                return;
            }
        }
    }

    void cancel_from(int number) {
        const auto first = series_.recurrence->on_or_after(date_of_number(number));
        series_ = *plan_cancel(series_, FromDate{date_of_number(number)}, {}, zones(), kNow).after;
        model_.former = model_.former.value_or(model_.end);
        model_.end = static_cast<int>((*first - kFirst).count() / 7);
    }

    void end(int number) {
        const bool never = number == kDates;
        const auto plan = edited(series_, Whole{}, never ? ending(NeverEnds{}) : ending(date_of_number(number)));
        const auto until = never ? kDates : number + 1;
        auto out = tell(plan.singles);
        std::erase_if(out, [](const std::string& date) { return date >= to_string(date_of_number(kDates)); });
        RC_ASSERT(out == out_between(model_, model_.end, until));
        series_ = *plan.after;
        model_.end = until;
        model_.former.reset();
    }

    void restore(bool singles) {
        series_ = *plan_restore(series_, Whole{}, {.singles = singles}).after;
        model_.end = model_.former.value_or(model_.end);
        model_.former.reset();
        for (int number = 0; singles && number < kDates; ++number) {
            const bool was_out = own(number) == Own::cancelled || own(number) == Own::left_out;
            // What is left out is so whether or not the series goes so far.
            if (was_out && given(number)) { own(number) = Own::nothing; }
        }
    }

    Session series_ = weekly();
    Model model_;
};

}  // namespace

TEST_CASE("what was said of a single date holds whatever end the series is given") {
    CHECK(rc::check([] {
        World world;
        const auto steps = *rc::gen::inRange(1, 25);
        for (int i = 0; i < steps; ++i) {
            world.step();
            world.compare();
        }
    }));
}

TEST_CASE("another rule or day takes the rest that was cancelled along") {
    auto series = weekly("FREQ=WEEKLY;UNTIL=20270301");
    series = *edited(series, one("2027-01-05"), to("2027-01-06 15:00")).after;
    series = cancelled(series, "2026-12-29");
    const auto cut = *plan_cancel(series, from("2026-12-15"), {}, zones(), kNow).after;
    const auto moved = *edited(cut, Whole{}, to("2026-12-03 10:00", on("2026-12-01"))).after;
    const auto back = *plan_restore(moved, Whole{}).after;
    CHECK(told(back, 8) == Lines{"@2026-12-03 2026-12-03 10:00 45 Room 1", "@2026-12-10 2026-12-10 10:00 45 Room 1",
                                 "@2026-12-17 2026-12-17 10:00 45 Room 1", "@2026-12-24 2026-12-24 10:00 45 Room 1",
                                 "@2026-12-31 2026-12-31 10:00 45 Room 1 cancelled",
                                 "@2027-01-07 2027-01-06 15:00 45 Room 1", "@2027-01-14 2027-01-14 10:00 45 Room 1",
                                 "@2027-01-21 2027-01-21 10:00 45 Room 1"});
    // What the new rule does not give is named.
    const auto other = edited(cut, Whole{}, with_rule("FREQ=WEEKLY;INTERVAL=2"));
    CHECK(tell(other.lost) == Lines{"2027-01-05"});
    CHECK(to_string(plan_restore(*other.after, Whole{}).after->recurrence->last().value()) == "2027-02-23");
}

TEST_CASE("of a series in parts the rest that was cancelled goes with the later part, count and all") {
    auto series = cancelled(weekly("FREQ=WEEKLY;COUNT=9"), "2027-01-12");
    series = *plan_cancel(series, from("2027-01-05"), {}, zones(), kNow).after;
    SessionEdit edit;
    edit.length = Length{60};
    const auto plan = edited(series, from("2026-12-15"), edit);
    const auto rest = *plan_restore(*plan.continuation, Whole{}).after;
    CHECK(rest.recurrence->last() == on("2027-01-26"));
    CHECK(rest.changes.at(on("2027-01-12")).status == Status::cancelled);
}
