// SPDX-License-Identifier: MIT
// A small practice for the tests of conflicts and free slots: zones made by hand, people, rooms, and
// sessions told in a line.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "practice/conflict.h"
#include "practice/recurrence_text.h"

namespace conflict_world {

using namespace practice;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// "2026-12-01 14:00".
inline LocalTime at(const std::string& text) {
    const auto date = parse_iso_date(text.substr(0, 10)).value();
    return date + hours{std::stoi(text.substr(11, 2))} + minutes{std::stoi(text.substr(14, 2))};
}
inline Date on(const std::string& text) {
    return date_of(at(text + " 00:00"));
}
inline Instant utc(const std::string& text) {
    return Instant{at(text).time_since_epoch()};
}

/// The n-th Sunday of a month (5: the last one).
inline Date sunday(int year, unsigned month, unsigned n) {
    const std::chrono::year_month in{std::chrono::year{year}, std::chrono::month{month}};
    if (n == 5) { return Date{in / std::chrono::Sunday[std::chrono::last]}; }
    return Date{in / std::chrono::Sunday[n]};
}

/// Summer time from `begin` (UTC, on the n-th Sunday of `begin_month`) to `end`.
struct SummerTime {
    unsigned begin_month, begin_sunday;
    minutes begin;
    unsigned end_month, end_sunday;
    minutes end;
    minutes more;
};
inline TimeZone zone_with(std::string name, minutes standard, const SummerTime& rule) {
    std::vector<TimeZone::Transition> transitions;
    for (int year = 2000; year <= 2420; ++year) {
        std::vector<TimeZone::Transition> both{
            {Instant{sunday(year, rule.begin_month, rule.begin_sunday).time_since_epoch() + rule.begin},
             standard + rule.more},
            {Instant{sunday(year, rule.end_month, rule.end_sunday).time_since_epoch() + rule.end}, standard}};
        if (both[1].at < both[0].at) { std::swap(both[0], both[1]); }
        transitions.insert(transitions.end(), both.begin(), both.end());
    }
    return TimeZone{std::move(name), standard, std::move(transitions)};
}

/// New York, Chicago and London as they are today; the others have what is odd:
/// "Odd/Midnight" skips 00:00-01:00, "Odd/Half" changes by half an hour (Lord Howe), "Odd/Day" skips a whole
/// day, 2027-03-20 (Apia), "Odd/Often" changes four times within two weeks of 2027.
class Zones : public TimeZones {
public:
    Zones() {
        add(TimeZone{"UTC", seconds{0}});
        add(zone_with("America/New_York", hours{-5}, {3, 2, hours{7}, 11, 1, hours{6}, hours{1}}));
        add(zone_with("America/Chicago", hours{-6}, {3, 2, hours{8}, 11, 1, hours{7}, hours{1}}));
        add(zone_with("Europe/London", hours{0}, {3, 5, hours{1}, 10, 5, hours{1}, hours{1}}));
        add(zone_with("Odd/Midnight", hours{2}, {4, 5, -hours{2}, 10, 5, -hours{3}, hours{1}}));
        add(zone_with("Odd/Half", minutes{630}, {10, 1, -minutes{510}, 4, 1, -minutes{540}, minutes{30}}));
        const TimeZone::Transition far{utc("2900-01-01 00:00"), hours{14}};
        add(TimeZone{"Odd/Day", -hours{10}, {{utc("2027-03-20 10:00"), hours{14}}, far}});
        add(TimeZone{"Odd/Often",
                     hours{1},
                     {{utc("2027-03-01 01:00"), hours{2}},
                      {utc("2027-03-05 00:00"), hours{0}},
                      {utc("2027-03-09 12:00"), hours{3}},
                      {utc("2027-03-14 01:00"), hours{1}},
                      {utc("2900-01-01 00:00"), hours{1}}}});
    }
    [[nodiscard]] const TimeZone* find(std::string_view name) const override {
        const auto found = zones_.find(name);
        return found == zones_.end() ? nullptr : found->second.get();
    }
    [[nodiscard]] std::vector<std::string> names() const override {
        std::vector<std::string> all;
        for (const auto& [name, zone] : zones_) { all.push_back(name); }
        return all;
    }

private:
    void add(TimeZone zone) {
        auto name = zone.name();
        zones_.emplace(std::move(name), std::make_unique<TimeZone>(std::move(zone)));
    }
    std::map<std::string, std::unique_ptr<TimeZone>, std::less<>> zones_;
};
/// Made once: the tables are long.
inline const Zones& zones() {
    static const Zones all;
    return all;
}

inline const ProfessionalName kLee{{1}, "lee", "Dana Lee"};
inline const ProfessionalName kOrr{{2}, "orr", "Sam Orr"};
inline const RoomName kRoom1{{1}, "Room 1", RoomKind::in_person, 1, {}};
inline const RoomName kRoom2{{2}, "Room 2", RoomKind::in_person, 1, {}};
inline const RoomName kHall{{3}, "Hall", RoomKind::in_person, 2, {}};
inline const RoomName kGym{{5}, "Gym", RoomKind::in_person, 3, {}};
inline const RoomName kVideo{{4}, "Video", RoomKind::is_virtual, 1, "https://video.example/room"};
inline const ClientName kAnna{{1}, "Anna Smith"};
inline const ClientName kJo{{2}, "Jo Ng"};
inline const ClientName kKim{{3}, "Kim Roe"};

inline Recurrence repeats(const std::string& rrule, Date anchor, std::vector<Date> excluded = {}) {
    return Recurrence{anchor, parse_rrule(rrule).rule, std::move(excluded)};
}

/// Dana Lee with Anna Smith in Room 1, in New York, unless told otherwise; a series when `rrule` is not empty.
struct Told {
    std::string start;
    int length = 50;
    std::string rrule = {};
    ProfessionalName professional = kLee;
    ClientName client = kAnna;
    RoomName room = kRoom1;
    std::string zone = "America/New_York";
};
inline Session session(std::int64_t id, const Told& told) {
    Session made;
    made.id = SessionId{id};
    made.professional = told.professional;
    made.room = told.room;
    made.clients = {told.client};
    made.time_zone = told.zone;
    made.start = at(told.start);
    made.length = Length{told.length};
    if (!told.rrule.empty()) { made.recurrence = repeats(told.rrule, date_of(made.start)); }
    return made;
}

inline std::string minute_of(LocalTime time) {
    auto text = to_string(time).substr(0, 16);
    text[10] = ' ';
    return text;
}

/// "room Room 1, with 12@2026-12-08, first 2026-12-08 14:00, 26 times".
inline std::string tell(const Clash& clash) {
    std::string text{to_string(clash.kind)};
    text += " " + clash.what + ", with ";
    text += clash.with     ? to_string(OccurrenceId{clash.with->number(), clash.with_slot})
            : clash.itself ? "itself on " + to_string(*clash.itself->slot)
                           : clash.reason;
    text += ", first " + minute_of(clash.planned.from);
    return text + ", " + std::to_string(clash.count) + (clash.count == 1 ? " time" : " times");
}
using Lines = std::vector<std::string>;
inline Lines tell(const Conflicts& conflicts) {
    Lines lines;
    for (const auto& clash : conflicts.clashes) { lines.push_back(tell(clash)); }
    return lines;
}
inline Lines tell(const std::vector<Date>& dates) {
    Lines lines;
    for (const Date date : dates) { lines.push_back(to_string(date)); }
    return lines;
}

/// The clashes refer to what is booked: kept beside them.
struct Found : Conflicts {
    std::vector<Session> booked;
};
inline Found conflicts(const Session& planned, std::vector<Session> booked, const ConflictScope& scope = {}) {
    Found found;
    found.booked = std::move(booked);
    static_cast<Conflicts&>(found) =
        find_conflicts(planned, {found.booked, {}, zones().find("America/New_York")}, zones(), scope);
    return found;
}

}  // namespace conflict_world
