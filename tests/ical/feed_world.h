// SPDX-License-Identifier: MIT
// Sessions to make feeds of, and the feeds as text.
#pragma once

#include "ical/feed_writer.h"
#include "practice/feeds/feed.h"
#include "practice/recurrence_text.h"
#include "time/zone_database.h"

namespace practice::test {

inline Date day(int year, unsigned month, unsigned of_month) {
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}};
}

/// The present of all tests.
inline Instant now() {
    return Instant{day(2026, 11, 23).time_since_epoch()};
}

inline Session session(LocalTime start, const std::string& zone = "America/New_York") {
    Session made;
    made.id = {12};
    made.uid = "8b0c5a6e-0000-4000-8000-000000000012";
    made.professional = {{1}, "lee", "Dana Lee"};
    made.room = {{1}, "Room 1", RoomKind::in_person, 1, ""};
    made.clients = {{{3}, "Anna Smith"}};
    made.lines = {{{1}, "90834", "Psychotherapy, 45 minutes", 1, {}, {}, ChargedPer::session}};
    made.time_zone = zone;
    made.start = start;
    made.length = Length{45};
    made.changed = made.created = now();
    return made;
}

inline Session series(LocalTime start, std::string_view rule, const std::string& zone = "America/New_York",
                      std::vector<Date> excluded = {}, std::vector<Date> added = {}) {
    auto made = session(start, zone);
    const auto parsed = parse_rrule(rule);
    made.recurrence = Recurrence{date_of(start), parsed.rule, std::move(excluded), std::move(added)};
    return made;
}

inline FeedRequest request(Privacy privacy = Privacy::code) {
    FeedRequest made;
    made.privacy = privacy;
    made.window = {now() - std::chrono::days{60}, now() + std::chrono::days{400}};
    made.disguise = [](std::string_view uid, std::string_view purpose) {
        return std::to_string(std::hash<std::string>{}(std::string{uid} + '/' + std::string{purpose}));
    };
    return made;
}

inline std::string feed(const std::vector<Session>& sessions, const FeedRequest& wanted = request(),
                        const std::string& name = "Lakeside") {
    const time::ZoneDatabase database;
    FeedParts parts{database, now()};
    std::vector<FeedEvent> events;
    for (const auto& one : sessions) { add_to_feed(events, one, wanted, parts); }
    std::string text;
    ical::write_feed([&](std::string_view piece) { text += piece; }, name, events);
    return text;
}

}  // namespace practice::test
