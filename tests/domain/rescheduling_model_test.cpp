// SPDX-License-Identifier: MIT
// Thousands of made-up sequences of changes, against a model that knows nothing of rules, splits and left-out
// dates: a list of dates, each with what stands on it.
#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <set>

#include "domain/rescheduling_world.h"

using namespace rescheduling_world;

namespace {

const Instant kPresent = utc("2027-01-15 14:30");
const Date kBegin = on("2026-12-01");
const Date kShownUntil = on("2029-12-01");
const Date kKnownUntil = on("2031-06-01");  // a series moves by days, not by years

/// One date of a series. What is its own does not follow the series.
struct Entry {
    LocalTime start;
    int length = 45;
    RoomName room = kRoom1;
    Status status = Status::scheduled;
    bool own_start = false, own_length = false, own_room = false;
    bool operator==(const Entry&) const = default;

    [[nodiscard]] bool has_own() const { return own_start || own_length || own_room || status != Status::scheduled; }
    [[nodiscard]] bool is_record() const {
        if (status == Status::attended || status == Status::no_show) { return true; }
        return status == Status::cancelled && zones().find("America/New_York")->to_instant(start) < kPresent;
    }
};

struct Series {
    TimeOfDay time{};
    int length = 45;
    RoomName room = kRoom1;
    Date anchor;
    int step = 7;
    std::optional<Date> end;
    std::set<Date> deleted;
    std::set<Date> added;
    std::map<Date, Entry> entries;
    /// Beyond the end, for a later one: what was said of single dates.
    std::map<Date, Entry> waiting;
    /// Cancelled with the rest, beside the rule.
    std::set<Date> added_then;

    [[nodiscard]] bool on_grid(Date date) const { return date >= anchor && (date - anchor).count() % step == 0; }
    [[nodiscard]] bool by_rule(Date date) const { return on_grid(date) && (!end || date <= *end); }

    [[nodiscard]] bool waits(Date date) const {
        return added_then.contains(date) || (on_grid(date) && !deleted.contains(date));
    }

    /// The dates that the rule has now, and the records that it has not.
    void refill() {
        for (auto entry = entries.begin(); entry != entries.end();) {
            const auto date = entry->first;
            if (entry->second.is_record()) { by_rule(date) ? added.erase(date) : added.insert(date).second; }
            const bool stays = added.contains(date) || (by_rule(date) && !deleted.contains(date));
            if (!stays && entry->second.has_own() && waits(date)) { waiting.insert(*entry); }
            entry = stays ? std::next(entry) : entries.erase(entry);
        }
        std::erase_if(waiting, [&](const auto& one) {
            const bool stands = added.contains(one.first) || (by_rule(one.first) && !deleted.contains(one.first));
            if (stands) { entries.insert_or_assign(one.first, one.second); }
            return stands || !waits(one.first);
        });
        for (auto date = anchor; date < kKnownUntil && (!end || date <= *end); date += days{step}) {
            if (!deleted.contains(date)) { entries.try_emplace(date, Entry{date + time, length, room}); }
        }
    }
};

struct Edit {
    std::optional<TimeOfDay> time;
    std::optional<int> length;
    std::optional<RoomName> room;
    int shift = 0;

    [[nodiscard]] SessionEdit real(Date slot) const {
        SessionEdit edit;
        edit.time.time = time;
        if (length) { edit.length = Length{*length}; }
        edit.room = room;
        if (shift != 0) {
            edit.time.date = slot + days{shift};
            edit.time.instead_of = slot;
        }
        return edit;
    }
};

/// Where "from a date on" begins, on the wall clock: what takes place before stays as it was.
struct Border {
    LocalTime at;
    std::optional<Date> split;
    std::set<Date> staying;
    std::set<Date> moved_on;
};

Border border_of(const Series& series, Date slot) {
    Border border;
    border.at = std::max(LocalTime{slot}, zones().find("America/New_York")->to_local(kPresent));
    for (const auto& [date, entry] : series.entries) {
        if (date >= slot && date + series.time >= border.at && !border.split) { border.split = date; }
        const bool takes_place = takes_time(entry.status);
        if (border.split) {
            if (entry.is_record() || (takes_place && entry.start < border.at)) { border.staying.insert(date); }
        } else if (takes_place && !entry.is_record() && entry.start >= border.at) {
            border.moved_on.insert(date);
        }
    }
    return border;
}

void edit_all(Series& series, const Edit& edit, const std::set<Date>& staying = {}) {
    const days shift{edit.shift};
    const auto old = series;
    series.time = edit.time.value_or(series.time);
    series.length = edit.length.value_or(series.length);
    series.room = edit.room.value_or(series.room);
    series.anchor += shift;
    if (series.end) { *series.end += shift; }
    series.deleted.clear();
    series.added.clear();
    series.added_then.clear();
    series.entries.clear();
    series.waiting.clear();
    for (const auto date : old.added_then) { series.added_then.insert(date + shift); }
    auto records = staying;
    for (const auto& [slot, entry] : old.entries) {
        if (entry.is_record()) { records.insert(slot); }
    }
    for (const auto date : old.deleted) {
        if (series.on_grid(date + shift)) { series.deleted.insert(date + shift); }
    }
    for (const auto date : old.added) {
        if (!records.contains(date)) { series.added.insert(date + shift); }
    }
    for (const auto date : records) {
        const auto place = date + shift;
        if (place != date && !records.contains(place) && series.by_rule(place)) { series.deleted.insert(place); }
    }
    for (const auto& [slot, was] : old.entries) {
        auto entry = was;
        const bool stays = records.contains(slot);
        const auto place = stays ? slot : slot + shift;
        const auto usual = place + series.time;
        if (stays) {
            series.deleted.erase(slot);
            series.by_rule(slot) ? series.added.erase(slot) : series.added.insert(slot).second;
            entry.own_start = entry.own_start || entry.start != usual;
            entry.own_length = entry.own_length || entry.length != series.length;
            entry.own_room = entry.own_room || entry.room != series.room;
        } else {
            if (records.contains(place)) { continue; }
            if (!entry.own_start) { entry.start = usual; }
            if (!entry.own_length) { entry.length = series.length; }
            if (!entry.own_room) { entry.room = series.room; }
        }
        series.entries[place] = entry;
    }
    for (auto [slot, entry] : old.waiting) {
        const auto place = slot + shift;
        if (!entry.own_start) { entry.start = place + series.time; }
        if (!entry.own_length) { entry.length = series.length; }
        if (!entry.own_room) { entry.room = series.room; }
        if (!records.contains(place)) { series.waiting[place] = entry; }
    }
    series.refill();
}

void edit_one(Series& series, Date slot, const Edit& edit) {
    auto& entry = series.entries.at(slot);
    if (edit.time || edit.shift != 0) {
        const auto date = edit.shift != 0 ? slot + days{edit.shift} : date_of(entry.start);
        entry.start = date + edit.time.value_or(time_of_day(entry.start));
        entry.own_start = entry.start != slot + series.time;
    }
    if (edit.length) {
        entry.length = *edit.length;
        entry.own_length = entry.length != series.length;
    }
    if (edit.room) {
        entry.room = *edit.room;
        entry.own_room = entry.room != series.room;
    }
}

/// What is of the first part by its slot, and takes place behind the border.
void edit_moved_on(Series& series, const std::set<Date>& slots, const Edit& edit) {
    for (const auto slot : slots) {
        auto& entry = series.entries.at(slot);
        if (edit.length && !entry.own_length) {
            entry.length = *edit.length;
            entry.own_length = entry.length != series.length;
        }
        if (edit.room && !entry.own_room) {
            entry.room = *edit.room;
            entry.own_room = entry.room != series.room;
        }
    }
}

/// The first part keeps its records and what takes place before, wherever they are.
Series split_off(Series& series, Date slot, const std::set<Date>& staying) {
    Series rest = series;
    series.end = std::min(series.end.value_or(kLastDate), slot - days{1});
    rest.anchor = slot;
    while (!series.on_grid(rest.anchor)) { rest.anchor += days{1}; }
    if (rest.end && rest.anchor > *rest.end) {
        rest.anchor = slot;
        rest.end = slot - days{1};
    }
    for (const auto& [date, entry] : rest.entries) {
        if (date < slot || !staying.contains(date)) { continue; }
        if (!rest.added.contains(date)) { rest.deleted.insert(date); }
        rest.added.erase(date);
    }
    std::erase_if(rest.entries, [&](const auto& entry) { return entry.first < slot || staying.contains(entry.first); });
    std::erase_if(rest.added, [&](Date date) { return date < slot; });
    std::erase_if(rest.deleted, [&](Date date) { return date < slot; });
    std::erase_if(series.entries,
                  [&](const auto& entry) { return entry.first >= slot && !staying.contains(entry.first); });
    series.waiting.clear();
    series.added_then.clear();
    std::erase_if(series.added, [&](Date date) { return date >= slot; });
    std::erase_if(series.deleted, [&](Date date) { return date >= slot; });
    series.added.insert(staying.begin(), staying.end());
    series.refill();
    return rest;
}

class World {
public:
    void add(const Session& session, const Series& series) {
        real_.emplace(next_, session);
        real_.at(next_).id = {next_};
        model_.emplace(next_, series);
        ++next_;
    }

    void step() {
        if (model_.empty()) { return; }
        auto chosen = std::next(model_.begin(), *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(model_)));
        const auto id = chosen->first;
        auto& series = chosen->second;
        if (series.entries.empty()) { return; }
        const auto most = std::min<std::ptrdiff_t>(12, std::ssize(series.entries));
        const auto slot = std::next(series.entries.begin(), *rc::gen::inRange<std::ptrdiff_t>(0, most))->first;
        const auto before = real_.at(id);
        const auto next = next_;
        const auto command = *rc::gen::inRange(0, 12);
        RC_LOG() << command << " on " << id << "@" << to_string(slot) << "\n";
        try {
            act(command, id, slot);
        } catch (const Refusal& refusal) {
            RC_LOG() << "  refused: " << refusal.what() << "\n";
            real_.insert_or_assign(id, before);
            return;
        }
        if (!real_.contains(id)) { return; }
        const auto carries_on = real_.find(next);
        check_what_to_check(before, real_.at(id), carries_on == real_.end() ? nullptr : &carries_on->second);
    }

    void compare() const {
        Lines expected;
        Lines found;
        for (const auto& [id, series] : model_) {
            for (const auto& [slot, entry] : series.entries) {
                if (slot >= kShownUntil) { continue; }
                expected.push_back(line(id, slot, entry.start, entry.length, entry.room, entry.status));
            }
        }
        for (const auto& [id, session] : real_) {
            for (const auto slot : session.recurrence->between(kFirstDate, kShownUntil)) {
                const auto o = *occurrence_at(session, zone(), slot);
                found.push_back(
                    line(id, slot, o.local_start, static_cast<int>(o.length().count()), o.room(), o.status()));
            }
        }
        RC_ASSERT(found == expected);
    }

private:
    static const TimeZone& zone() { return *zones().find("America/New_York"); }
    static std::string line(std::int64_t id, Date slot, LocalTime start, int length, const RoomName& room,
                            Status status) {
        return to_string(OccurrenceId{{id}, slot}) + " " + minute_of(start) + " " + std::to_string(length) + " " +
               room.name + " " + std::string{to_string(status)};
    }

    void act(int command, std::int64_t id, Date slot) {
        auto& session = real_.at(id);
        auto& series = model_.at(id);
        auto& entry = series.entries.at(slot);
        switch (command) {
            case 0:
            case 1: {
                const auto edit = made_up_edit(true);
                session = *plan_edit(session, OneSlot{slot}, edit.real(slot), zones(), kPresent).after;
                edit_one(series, slot, edit);
                return;
            }
            case 2:
            case 3: {
                const auto edit = made_up_edit(series.by_rule(slot));
                session = *plan_edit(session, Whole{}, edit.real(slot), zones(), kPresent).after;
                edit_all(series, edit);
                return;
            }
            case 4:
            case 5: return edit_from(id, slot);
            case 6:
                session = *plan_cancel(session, OneSlot{slot}, {}, zones(), kPresent).after;
                entry.status = Status::cancelled;
                return;
            case 7:
                session = *plan_restore(session, OneSlot{slot}).after;
                entry.status = Status::scheduled;
                return;
            case 8: {
                const auto status = *rc::gen::element(Status::attended, Status::no_show, Status::scheduled);
                session = *plan_mark(session, OneSlot{slot}, status, {}).after;
                entry.status = status;
                return;
            }
            case 9: return remove(id, slot);
            case 10: return cancel_from(session, series, slot);
            default: return set_end(session, series, slot);
        }
    }

    static Edit made_up_edit(bool with_shift) {
        Edit edit;
        if (*rc::gen::inRange(0, 2) == 0) { edit.time = hours{*rc::gen::inRange(9, 13)}; }
        if (*rc::gen::inRange(0, 3) == 0) { edit.length = *rc::gen::element(45, 60); }
        if (*rc::gen::inRange(0, 3) == 0) { edit.room = *rc::gen::element(kRoom1, kRoom2); }
        if (with_shift && *rc::gen::inRange(0, 3) == 0) { edit.shift = *rc::gen::inRange(-3, 4); }
        return edit;
    }

    void edit_from(std::int64_t id, Date slot) {
        auto& series = model_.at(id);
        const auto border = border_of(series, slot);
        const auto first = border.split.value_or(slot);
        const auto edit = made_up_edit(series.by_rule(first));
        const auto plan = plan_edit(real_.at(id), FromDate{slot}, edit.real(first), zones(), kPresent);
        real_.at(id) = *plan.after;
        if (!plan.continuation) {
            if (border.split && series.entries.begin()->first == border.split) {
                edit_all(series, edit, border.staying);
                return;
            }
            // From then on it was so already, or nothing is left.
            auto rest = series;
            if (border.split) { rest = split_off(rest, *border.split, border.staying); }
            const auto as_it_was = rest.entries;
            if (border.split) { edit_all(rest, edit); }
            RC_ASSERT(rest.entries == as_it_was);
            edit_moved_on(series, border.moved_on, edit);
            return;
        }
        auto rest = split_off(series, *border.split, border.staying);
        edit_moved_on(series, border.moved_on, edit);
        edit_all(rest, edit);
        add(*plan.continuation, rest);
    }

    void remove(std::int64_t id, Date slot) {
        auto& series = model_.at(id);
        const auto plan = plan_delete(real_.at(id), OneSlot{slot});
        series.added.erase(slot);
        if (series.by_rule(slot)) { series.deleted.insert(slot); }
        series.entries.erase(slot);
        RC_ASSERT(plan.after.has_value() == !series.entries.empty());
        if (plan.after) {
            real_.at(id) = *plan.after;
        } else {
            real_.erase(id);
            model_.erase(id);
        }
    }

    static void cancel_from(Session& session, Series& series, Date slot) {
        const auto border = border_of(series, slot);
        session = *plan_cancel(session, FromDate{slot}, {}, zones(), kPresent).after;
        for (const auto moved : border.moved_on) { series.entries.at(moved).status = Status::cancelled; }
        if (!border.split) { return; }
        const auto before = series;
        const auto rest = split_off(series, *border.split, border.staying);
        // What was said of single dates waits for them to come back.
        series.deleted = before.deleted;
        series.added_then = before.added_then;
        for (const auto date : rest.added) { series.added_then.insert(date); }
        series.waiting = rest.waiting;
        for (const auto& [date, entry] : rest.entries) { series.waiting.insert({date, entry}); }
        std::erase_if(series.waiting, [](const auto& one) { return !one.second.has_own(); });
        series.refill();
    }

    static void set_end(Session& session, Series& series, Date slot) {
        const bool never = *rc::gen::inRange(0, 2) == 0;
        session = *plan_edit(session, Whole{}, never ? ending(NeverEnds{}) : ending(slot), zones(), kPresent).after;
        series.end = never ? std::nullopt : std::optional{slot};
        for (const auto date : std::exchange(series.added_then, {})) {
            if (never || date <= slot) { series.added.insert(date); }
        }
        // What has been stays, whatever the end.
        for (const auto& [date, entry] : series.entries) {
            const bool has_been = std::min(date + series.time, entry.start) < zone().to_local(kPresent);
            if (has_been && !series.by_rule(date)) { series.added.insert(date); }
        }
        std::erase_if(series.added, [&](Date date) { return series.by_rule(date); });
        const auto had = series.entries;
        series.refill();
        leave_out_over(series, had);
    }

    /// What never took place, and would have before now, is not invented.
    static void leave_out_over(Series& series, const std::map<Date, Entry>& had) {
        const auto is_over = [&](const auto& one) {
            const auto& [date, entry] = one;
            return !had.contains(date) && takes_time(entry.status) && entry.start < zone().to_local(kPresent);
        };
        for (const auto& one : series.entries) {
            if (!is_over(one)) { continue; }
            series.added.erase(one.first);
            if (series.on_grid(one.first)) { series.deleted.insert(one.first); }
        }
        series.refill();
    }

    using Places = std::multiset<std::string>;

    /// When it claims whom or what, of what `scope` asks about.
    static Places claims(const Session& session, const ConflictScope& scope, ClashKind kind) {
        Places all;
        for (const auto slot : session.recurrence->between(kFirstDate, kShownUntil)) {
            const auto o = *occurrence_at(session, zone(), slot);
            if (scope.only && !std::ranges::binary_search(*scope.only, slot)) { continue; }
            if (std::ranges::binary_search(scope.but, slot)) { continue; }
            if (!takes_time(o.status())) { continue; }
            const auto when = minute_of(o.local_start) + " " + std::to_string(o.length().count()) + " ";
            if (kind == ClashKind::professional && o.professional().id != ProfessionalId{}) { all.insert(when); }
            if (kind == ClashKind::client && !o.clients().empty()) { all.insert(when); }
            if (kind == ClashKind::room && o.room().kind == RoomKind::in_person) { all.insert(when + o.room().name); }
        }
        return all;
    }

    /// What has to be free is what is claimed now and was not before: two that claim alike need two before.
    static void check_what_to_check(const Session& before, const Session& after, const Session* continuation) {
        for (const auto kind : kClashKinds) {
            Places expected = claims(after, {}, kind);
            if (continuation != nullptr) { expected.merge(claims(*continuation, {}, kind)); }
            for (const auto& claim : claims(before, {}, kind)) {
                if (const auto found = expected.find(claim); found != expected.end()) { expected.erase(found); }
            }
            Places asked;
            const auto add = [&](const Session& session, const Session* beside) {
                if (const auto check = what_to_check(before, session, zones(), beside)) {
                    asked.merge(claims(check->planned, check->scope, kind));
                }
            };
            add(after, nullptr);
            if (continuation != nullptr) { add(*continuation, &after); }
            RC_ASSERT(asked == expected);
        }
    }

    std::map<std::int64_t, Session> real_;
    std::map<std::int64_t, Series> model_;
    std::int64_t next_ = 1;
};

void add_made_up(World& world) {
    Series series;
    series.time = hours{9};
    series.anchor = kBegin + days{*rc::gen::inRange(0, 5)};
    series.step = *rc::gen::element(7, 14, 3);
    const int count = *rc::gen::inRange(0, 3) == 0 ? *rc::gen::inRange(1, 9) : 0;
    std::string rule =
        series.step == 3 ? "FREQ=DAILY;INTERVAL=3" : "FREQ=WEEKLY;INTERVAL=" + std::to_string(series.step / 7);
    if (count > 0) {
        series.end = series.anchor + days{series.step * (count - 1)};
        auto until = to_string(*series.end);
        std::erase(until, '-');
        rule += *rc::gen::inRange(0, 2) == 0 ? ";COUNT=" + std::to_string(count) : ";UNTIL=" + until;
    }
    series.refill();
    world.add(session(0, {.start = to_string(series.anchor) + " 09:00", .length = 45, .rrule = rule}), series);
}

}  // namespace

TEST_CASE("any sequence of changes leaves what a list of dates would have") {
    CHECK(rc::check([] {
        World world;
        add_made_up(world);
        world.compare();
        const auto steps = *rc::gen::inRange(1, 25);
        for (int i = 0; i < steps; ++i) {
            world.step();
            world.compare();
        }
    }));
}
