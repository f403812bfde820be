// SPDX-License-Identifier: MIT
// Sessions to put into a calendar, made in one line each.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "support/new_york.h"
#include "text/calendar/calendar_entry.h"

namespace practice::test {

class Booked {
public:
    explicit Booked(TimeZone zone = new_york()) : zone_{std::move(zone)} {}

    Session& add(LocalTime start, Length length, std::string client, std::string professional = "lee",
                 std::string room = "Room 1") {
        Session session;
        session.id = SessionId{static_cast<std::int64_t>(sessions_.size()) + 1};
        session.professional = {ProfessionalId{1}, std::move(professional), "Dana Lee"};
        session.room = {RoomId{1}, std::move(room), RoomKind::in_person, 1, ""};
        session.clients = {{ClientId{7}, std::move(client)}};
        session.time_zone = zone_.name();
        session.start = start;
        session.length = length;
        return sessions_.emplace_back(std::move(session));
    }

    /// By start. Valid as long as this object, until the next call.
    const std::vector<text::CalendarEntry>& entries(const text::CalendarStyle& style) {
        const InstantSpan all{Instant{kFirstDate.time_since_epoch()}, Instant{kLastDate.time_since_epoch()}};
        found_.clear();
        for (const auto& session : sessions_) {
            for (const auto& one : occurrences(session, zone_, all)) { found_.push_back(one); }
        }
        sort_by_start(found_);
        entries_ = text::calendar_entries(found_, zone_, style);
        return entries_;
    }

    [[nodiscard]] const TimeZone& zone() const { return zone_; }

private:
    TimeZone zone_;
    std::deque<Session> sessions_;
    std::vector<Occurrence> found_;
    std::vector<text::CalendarEntry> entries_;
};

[[nodiscard]] inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

}  // namespace practice::test
