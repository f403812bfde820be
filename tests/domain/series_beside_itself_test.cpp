// SPDX-License-Identifier: MIT
// A moved date once stood on another date of its series: every check looked for other sessions only, or took a date
// for unchanged because some date had been at that time; or the client that a date was given was compared with nothing
// but the client that was asked about. Any commands on one series, each refused or skipped where it clashes, must leave
// no two of its occurrences at one time with anybody or anything in both.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr InstantSpan kLookedAt{Instant{days{20400}}, Instant{days{22000}}};

class OneSeries {
public:
    enum class Edits { times, people_too };
    OneSeries(Session first, Edits edits) : edits_{edits} { parts_.push_back(std::move(first)); }

    void step() {
        const auto at = *rc::gen::inRange<std::size_t>(0, parts_.size());
        const auto before = parts_[at];
        const auto slots = before.recurrence->next(kFirstDate, 10);
        if (slots.empty()) { return; }
        const auto slot = *rc::gen::elementOf(slots);
        const bool skip = *rc::gen::inRange(0, 3) == 0;
        const auto parts = parts_;
        try {
            auto plan = decide(before, slot, slots);
            if (!plan.after) { return; }
            parts_[at] = *plan.after;
            parts_[at].id = before.id;
            if (plan.continuation) {
                parts_.push_back(*plan.continuation);
                parts_.back().id = {std::ssize(parts_)};
            }
            const bool fine = settle(before, at, nullptr, skip) &&
                              (!plan.continuation || settle(before, parts_.size() - 1, &parts_[at], skip));
            if (!fine) { parts_ = parts; }
        } catch (const Refusal&) { parts_ = parts; }
    }

    /// By brute force.
    void check() const {
        std::vector<Occurrence> all;
        for (const auto& part : parts_) {
            for (const auto& one : occurrences(part, zone(), kLookedAt)) {
                if (takes_time(one.status())) { all.push_back(one); }
            }
        }
        sort_by_start(all);
        for (std::size_t i = 1; i < all.size(); ++i) {
            for (std::size_t j = i; j-- > 0;) {
                RC_LOG() << to_string(all[j].id()) << " beside " << to_string(all[i].id()) << "\n";
                RC_ASSERT(all[j].end <= all[i].start || !share_anything(all[j], all[i]));
                if (all[j].start + days{2} < all[i].start) { break; }  // none is that long
            }
        }
    }

private:
    static const TimeZone& zone() { return *zones().find("America/New_York"); }

    static bool share_anything(const Occurrence& one, const Occurrence& other) {
        const bool same_room = one.room().kind == RoomKind::in_person && one.room().id == other.room().id;
        return same_room || one.professional().id == other.professional().id ||
               std::ranges::any_of(one.clients(), [&](const ClientName& client) {
                   return std::ranges::find(other.clients(), client) != other.clients().end();
               });
    }

    SessionEdit made_up_edit(Date slot, Date other) const {
        SessionEdit edit;
        switch (*rc::gen::inRange(0, edits_ == Edits::times ? 6 : 12)) {
            case 6:
            case 7: edit.professional = *rc::gen::element(kLee, kOrr); break;
            case 8:
            case 9: edit.room = *rc::gen::element(kRoom1, kRoom2, kVideo); break;
            case 10: edit.clients = std::vector<ClientName>{*rc::gen::element(kAnna, kJo)}; break;
            case 11: edit.clients = std::vector<ClientName>{kAnna, kJo}; break;
            case 0: edit = to(to_string(other) + " " + one_time(), slot); break;
            case 1: edit = at_time(one_time()); break;
            case 2: edit.length = Length{*rc::gen::element(30, 60, 90, 1440)}; break;
            case 3: edit = to(to_string(slot + days{*rc::gen::inRange(-8, 9)}) + " " + one_time(), slot); break;
            case 4:
                edit = with_rule(*rc::gen::element<std::string>("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY"));
                break;
            default: edit.excluded = std::vector<Date>{}; break;
        }
        return edit;
    }
    static std::string one_time() { return *rc::gen::element<std::string>("09:00", "09:30", "10:00", "01:30"); }

    ChangePlan decide(const Session& session, Date slot, const std::vector<Date>& slots) const {
        const auto other = *rc::gen::elementOf(slots);
        const auto command = *rc::gen::inRange(0, 9);
        RC_LOG() << command << " on " << to_string(OccurrenceId{session.number(), slot}) << "\n";
        switch (command) {
            case 0:
            case 1:
            case 2: return plan_edit(session, OneSlot{slot}, made_up_edit(slot, other), zones(), kNow);
            case 3: return plan_edit(session, Whole{}, made_up_edit(slot, other), zones(), kNow);
            case 4: return plan_edit(session, FromDate{slot}, made_up_edit(slot, other), zones(), kNow);
            case 5: {  // two dates with one command
                auto plan = plan_edit(session, OneSlot{slot}, made_up_edit(slot, other), zones(), kNow);
                return plan_edit(*plan.after, OneSlot{other}, made_up_edit(slot, slot), zones(), kNow);
            }
            case 6: return plan_cancel(session, OneSlot{slot}, {}, zones(), kNow);
            case 7: return plan_restore(session, OneSlot{slot});
            default: return plan_restore(session, Whole{});
        }
    }

    /// False: refused.
    bool settle(const Session& before, std::size_t at, const Session* beside, bool skip) {
        auto& after = parts_[at];
        while (const auto check = what_to_check(before, after, zones(), beside)) {
            const auto found = with_own_clashes(
                find_conflicts(check->planned, {parts_, {}, nullptr}, zones(), check->scope), after, *check, zones());
            if (found.none()) { return true; }
            if (!skip) { return false; }
            after = leaving_out(std::move(after), found.slots);
            if (!after.recurrence->first()) { return false; }
        }
        return true;
    }

    std::vector<Session> parts_;
    Edits edits_;
};

void check_any_commands(OneSeries::Edits edits) {
    const auto rule = *rc::gen::element<std::string>("FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;COUNT=9");
    const auto start = *rc::gen::element<std::string>("2026-12-01 09:00", "2027-03-02 01:30", "2027-03-01 10:00");
    OneSeries series{session(1, {.start = start, .length = 45, .rrule = rule}), edits};
    for (auto steps = *rc::gen::inRange(1, 30); steps > 0; --steps) {
        series.step();
        series.check();
    }
}

}  // namespace

TEST_CASE("whatever is done to a series, no two of its dates are at one time") {
    CHECK(rc::check([] { check_any_commands(OneSeries::Edits::times); }));
}

TEST_CASE("whoever the dates of a series are given to, nobody and no room is in two of them at one time") {
    CHECK(rc::check([] { check_any_commands(OneSeries::Edits::people_too); }));
}

TEST_CASE("a series that overlaps itself gives way by its later dates") {
    const auto days_long = session(1, {.start = "2027-03-13 12:00", .length = 1440, .rrule = "FREQ=DAILY;COUNT=3"});
    CHECK(tell(find_conflicts(days_long, {{}, {}, nullptr}, zones()).slots) == Lines{"2027-03-14"});
}
