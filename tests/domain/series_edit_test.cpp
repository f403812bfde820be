// SPDX-License-Identifier: MIT
// Series of several parts, changed: the cases of series_cases.txt, whose head says how they are read; and that what has
// been stays as it was, whatever is done.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "domain/rescheduling_world.h"
#include "practice/plain_text.h"
#include "practice/series.h"

using namespace rescheduling_world;

namespace {

/// A series on which things are done, one after the other.
struct Doings {
    Parts parts;
    Instant now = kNow;
};

std::string words_of(const std::vector<PartField>& fields) {
    const std::map<PartField, std::string> names{{PartField::professional, "professional"},
                                                 {PartField::room, "room"},
                                                 {PartField::clients, "clients"},
                                                 {PartField::services, "services"},
                                                 {PartField::length, "length"},
                                                 {PartField::note, "note"},
                                                 {PartField::zone, "zone"},
                                                 {PartField::time, "time"},
                                                 {PartField::rule, "rule"}};
    std::string text;
    for (const auto field : fields) { text += " " + names.at(field); }
    return text;
}

std::string dates_line(const std::string& label, const std::vector<Date>& dates) {
    if (dates.empty()) { return {}; }
    auto text = label;
    for (const auto date : dates) { text += " " + to_string(date); }
    return text + "\n";
}

/// Each part in a line with the first of its dates: "2026-12-01 09:00 45 Room 1 weekly: 2026-12-01 2026-12-08 ...".
std::string told_parts(const Parts& parts) {
    std::string text;
    for (const auto& part : parts) {
        const auto& zone = *zones().find(part.time_zone);
        text += minute_of(part.start).substr(11) + " " + std::to_string(part.length.count()) + " " + part.room.name +
                " " + to_words(part.recurrence->rule()) + ":";
        const auto slots = part.recurrence->next(kFirstDate, 6);
        for (std::size_t i = 0; i < slots.size() && i < 5; ++i) {
            const auto one = *occurrence_at(part, zone, slots[i]);
            text += " " + to_string(slots[i]).substr(5);
            std::string own;
            if (one.local_start != slots[i] + time_of_day(part.start)) { own += " on " + minute_of(one.local_start); }
            if (one.length() != part.length) { own += " " + std::to_string(one.length().count()); }
            if (one.room() != part.room) { own += " " + one.room().name; }
            if (one.status() != Status::scheduled) { own += " " + std::string{to_string(one.status())}; }
            if (!own.empty()) { text += " (" + own.substr(1) + ")"; }
        }
        text += slots.size() > 5 ? " ...\n" : "\n";
    }
    return text;
}

SessionEdit edit_of(std::istringstream& words) {
    SessionEdit edit;
    std::string word;
    while (words >> word) {
        std::string value;
        words >> value;
        if (word == "room") {
            edit.room = value == "1" ? kRoom1 : kRoom2;
        } else if (word == "length") {
            edit.length = Length{std::stoi(value)};
        } else if (word == "time") {
            edit.time.time = time_of_day(at("2026-01-01 " + value));
        } else if (word == "date") {  // 2026-12-22->2026-12-23
            edit.time.instead_of = on(value.substr(0, 10));
            edit.time.date = on(value.substr(12));
        } else if (word == "rule") {
            edit.rule = NewRule{parse_rrule(value).rule};
        } else if (word == "ends") {
            edit.end = value == "never" ? NewEnd{NeverEnds{}} : NewEnd{on(value)};
        } else if (word == "times") {
            edit.end = std::stoi(value);
        } else if (word == "held") {
            edit.end = HeldDates{std::stoi(value)};
        } else if (word == "except") {
            edit.excluded = value == "none" ? std::vector<Date>{} : std::vector{on(value)};
        } else {
            throw std::invalid_argument{"unknown word: " + word};
        }
    }
    return edit;
}

std::string told_plan(Doings& world, const SeriesPlan& plan) {
    world.parts.clear();
    for (const auto& part : plan.parts) { world.parts.push_back(part.session); }
    auto text = told_parts(world.parts) + dates_line("been", plan.been) + dates_line("kept", plan.kept) +
                dates_line("moved on", plan.moved_on) + dates_line("lost", plan.lost) + dates_line("over", plan.over) +
                dates_line("still out", plan.singles);
    for (const auto& [date, fields] : plan.own) { text += "own " + to_string(date) + words_of(fields) + "\n"; }
    return text;
}

void change_slot(Doings& world, Date slot, std::istringstream& words) {
    auto& part = const_cast<Session&>(*part_with(world.parts, slot));
    std::string verb;
    words >> verb;
    if (verb == "to") {
        std::string date;
        std::string time;
        words >> date >> time;
        part = *edited(part, OneSlot{slot}, to(date + " " + time), world.now).after;
    } else if (verb == "cancel") {
        part = *plan_cancel(part, OneSlot{slot}, {}, zones(), world.now).after;
    } else {
        part = *plan_mark(part, OneSlot{slot}, *parse_status(verb), {}).after;
    }
}

std::string end_or_restore(Doings& world, const std::string& verb, std::optional<Date> from) {
    if (verb == "cancel") { return told_plan(world, plan_series_cancel(world.parts, from, {}, zones(), world.now)); }
    return told_plan(
        world, verb == "restore" ? plan_series_restore(world.parts, from, {}) : plan_series_delete(world.parts, from));
}

/// One line of a case, and what comes of it.
std::string done(Doings& world, const std::string& line) {
    std::istringstream words{line};
    std::string verb;
    std::string date;
    words >> verb;
    try {
        if (verb == "series") {
            std::string rrule;
            std::string time;
            words >> rrule >> date >> time;
            world.parts = {session(12, {.start = date + " " + time, .length = 45, .rrule = rrule})};
            return told_parts(world.parts);
        }
        if (verb == "now") {
            std::string time;
            words >> date >> time;
            world.now = zones().find("America/New_York")->to_instant(at(date + " " + time));
            return {};
        }
        if (verb == "one") {
            words >> date;
            change_slot(world, on(date), words);
            return told_parts(world.parts);
        }
        if (verb == "cancel" || verb == "restore" || verb == "delete") {
            words >> date;
            return end_or_restore(world, verb, date == "all" ? std::nullopt : std::optional{on(date)});
        }
        Stretch stretch;
        std::string flag;
        if (verb == "from") {
            words >> date;
            stretch.from = on(date);
        }
        for (auto place = words.tellg(); words >> flag; place = words.tellg()) {
            if (flag == "to") {
                words >> date;
                stretch.to = on(date);
            } else if (flag == "past-too") {
                stretch.past_too = true;
            } else if (flag == "later-too") {
                stretch.later_too = true;
            } else {
                words.seekg(place);
                break;
            }
        }
        return told_plan(world, plan_series_edit(world.parts, stretch, edit_of(words), zones(), world.now));
    } catch (const Refusal& refusal) {
        return "refused: " + refusal.problems().at(0).message + " | " + refusal.problems().at(0).hint + "\n";
    }
}

}  // namespace

namespace {

/// What stands on each slot, as whoever comes sees it.
struct Standing {
    LocalTime start;
    int length = 0;
    RoomId room;
    Status status{};
    bool operator==(const Standing&) const = default;
};
using Calendar = std::map<Date, Standing>;

const TimeZone& new_york() {
    return *zones().find("America/New_York");
}

Calendar calendar_of(const Parts& parts) {
    Calendar calendar;
    for (const auto& part : parts) {
        for (const auto slot : part.recurrence->between(kFirstDate, on("2029-01-01"))) {
            const auto one = *occurrence_at(part, new_york(), slot);
            const Standing standing{one.local_start, static_cast<int>(one.length().count()), one.room().id,
                                    one.status()};
            const bool is_new = calendar.emplace(slot, standing).second;
            RC_ASSERT(is_new);  // no date is that of two
        }
    }
    return calendar;
}

bool has_begun(const Standing& one, Instant when) {
    return new_york().to_instant(one.start) < when;
}

SessionEdit any_edit(const Parts& parts, Date from) {
    SessionEdit edit;
    switch (*rc::gen::inRange(0, 8)) {
        case 0: edit.length = Length{*rc::gen::element(30, 45, 60)}; break;
        case 1: edit.time.time = hours{*rc::gen::inRange(8, 18)}; break;
        case 2:
            edit.time.instead_of = part_around(parts, from).recurrence->on_or_after(from);
            if (edit.time.instead_of) { edit.time.date = *edit.time.instead_of + days{*rc::gen::inRange(-3, 8)}; }
            break;
        case 3:
            edit.rule = NewRule{parse_rrule(*rc::gen::element<std::string>("FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3",
                                                                           "FREQ=WEEKLY;INTERVAL=2"))
                                    .rule};
            break;
        case 4: edit.end = *rc::gen::element<NewEnd>(NeverEnds{}, 20, HeldDates{12}, on("2027-09-01")); break;
        default: edit.room = *rc::gen::element(kRoom1, kRoom2); break;
    }
    return edit;
}

/// A date moved, or cancelled.
void change_any_date(Doings& doings) {
    const auto calendar = calendar_of(doings.parts);
    if (calendar.empty()) { return; }
    const auto place = *rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(calendar.size(), 30));
    const auto slot = std::next(calendar.begin(), static_cast<std::ptrdiff_t>(place))->first;
    const auto day = slot + days{*rc::gen::inRange(-20, 40)};
    const auto verb = *rc::gen::element<std::string>("to " + to_string(day) + " 07:00", "cancel");
    (void)done(doings, "one " + to_string(slot) + " " + verb);
}

/// A change from some date on, or of a stretch, or of all; and what of it could not be.
void change_and_compare(Doings& doings, Date today) {
    const auto before = calendar_of(doings.parts);
    Stretch stretch;
    if (*rc::gen::inRange(0, 4) != 0) { stretch.from = today + days{*rc::gen::inRange(-20, 150)}; }
    if (stretch.from && *rc::gen::inRange(0, 4) == 0) { stretch.to = *stretch.from + days{*rc::gen::inRange(0, 60)}; }
    const auto edit = any_edit(doings.parts, stretch.from.value_or(today));
    if (edit.end && stretch.to) { return; }
    SeriesPlan plan;
    try {
        plan = plan_series_edit(doings.parts, stretch, edit, zones(), doings.now);
    } catch (const Refusal&) { return; }
    doings.parts.clear();
    for (auto& part : plan.parts) { doings.parts.push_back(std::move(part.session)); }
    RC_ASSERT(!out_of_order(doings.parts));
    const auto after = calendar_of(doings.parts);
    for (const auto& [slot, one] : before) {
        const bool is_ahead = stretch.from && date_of(one.start) < *stretch.from && slot < *stretch.from;
        const bool is_behind = stretch.to && date_of(one.start) > *stretch.to && slot > *stretch.to;
        if (!has_begun(one, doings.now) && !is_ahead && !is_behind) { continue; }
        const auto found = after.find(slot);
        RC_ASSERT(found != after.end());
        RC_ASSERT(found->second == one);
    }
    for (const auto& [slot, one] : after) {
        RC_ASSERT(before.contains(slot) || !takes_time(one.status) || !has_begun(one, doings.now));
    }
}

}  // namespace

TEST_CASE("what has been stays as it was, no date is that of two, and what a change is not of is as before") {
    CHECK(rc::check([] {
        Doings doings;
        (void)done(doings, "series " +
                               *rc::gen::element<std::string>("FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=40",
                                                              "FREQ=DAILY;INTERVAL=2;UNTIL=20271001") +
                               " 2026-12-01 09:00");
        std::size_t most_parts = 1;
        auto today = on("2026-11-23");
        for (int steps = *rc::gen::inRange(2, 9); steps > 0; --steps) {
            today += days{*rc::gen::inRange(0, 25)};
            doings.now = new_york().to_instant(today + hours{8});
            if (*rc::gen::inRange(0, 3) == 0) { change_any_date(doings); }
            change_and_compare(doings, today);
            most_parts = std::max(most_parts, doings.parts.size());
        }
        RC_CLASSIFY(most_parts >= 3, "three parts or more");
        RC_CLASSIFY(most_parts == 2, "two parts");
    }));
}

namespace {

/// What comes of the lines of the file that give something else than it says.
std::vector<std::string> wrong_cases() {
    std::ifstream file{TESTS_DIR "/domain/series_cases.txt"};
    std::vector<std::string> wrong;
    Doings doings;
    std::string title;
    std::string command;
    std::string expected;
    std::string found;
    const auto compare = [&] {
        if (found != expected) { wrong.push_back(title + "\n> " + command + "\n" + found); }
        expected.clear();
        found.clear();
    };
    for (std::string line; std::getline(file, line);) {
        const bool is_outcome = !line.empty() && line[0] != '#' && line[0] != '>';
        if (is_outcome) {
            expected += line + "\n";
            continue;
        }
        compare();
        if (line.starts_with("## ")) {
            title = line;
            doings = {};
        } else if (line.starts_with("> ")) {
            command = line.substr(2);
            found = done(doings, command);
        }
    }
    compare();
    REQUIRE_FALSE(title.empty());  // the file is there, and was read
    return wrong;
}

}  // namespace

TEST_CASE("series of several parts, changed") {
    for (const auto& wrong : wrong_cases()) { FAIL_CHECK(wrong); }
}
