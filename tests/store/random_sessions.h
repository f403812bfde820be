// SPDX-License-Identifier: MIT
// Sessions of every shape, for properties: single ones and series, with changed slots of all kinds.
#pragma once

#include <random>

#include "store_world.h"

namespace practice::store::test {

class RandomSessions {
public:
    RandomSessions(const World& world, unsigned seed) : world_{world}, random_{seed} {}

    [[nodiscard]] int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(random_); }
    [[nodiscard]] bool one_in(int n) { return below(n) == 0; }

    /// Starts within `days` days of 1 November 2026, when clocks change.
    [[nodiscard]] Session session(int days = 60) {
        auto made = world_.session("2026-11-01");
        made.start = date("2026-11-01") + std::chrono::days{below(days)} + std::chrono::minutes{15 * below(96)};
        made.length = Length{1 + below(one_in(10) ? 1440 : 120)};
        made.professional = professional();
        made.room = room();
        made.clients = clients();
        made.lines = lines();
        if (one_in(4)) { made.time_zone = "Etc/UTC"; }
        made.sequence = below(5);
        made.note = text();
        made.clash_allowed = one_in(5);
        if (one_in(3)) { made.allowed.push_back({ClashKind::room, AllowedClash::Itself{}}); }
        if (one_in(3)) { made.allowed.push_back({ClashKind::room, SessionId{9'001 + below(9)}}); }
        made.changed = made.created + std::chrono::seconds{below(1'000'000)};
        if (one_in(2)) {
            make_series(made);
        } else {
            made.status = status();
            made.reason = text();
            made.attendance = attendance(made.clients);
        }
        return made;
    }

private:
    ProfessionalName professional() { return world_.professionals[static_cast<std::size_t>(below(3))]; }
    RoomName room() { return world_.rooms[static_cast<std::size_t>(below(3))]; }
    Status status() {
        return std::array{Status::scheduled, Status::attended, Status::no_show, Status::cancelled,
                          Status::late_cancelled}[static_cast<std::size_t>(below(5))];
    }
    std::string text() {
        return std::array{"", "", "room for \"two\", \\ slash", "line\nbreak\ttab\x01", "名前 é", "' ; DROP TABLE"}
            [static_cast<std::size_t>(below(6))];
    }
    std::vector<ClientName> clients() {
        std::vector<ClientName> some;
        for (const auto& client : world_.clients) {
            if (one_in(3)) { some.push_back(client); }
        }
        if (some.empty()) { some.push_back(world_.clients[1]); }
        std::shuffle(some.begin(), some.end(), random_);
        return some;
    }
    std::vector<ServiceLine> lines() {
        std::vector<ServiceLine> some;
        for (int i = 0; i <= below(3); ++i) {
            auto line = world_.line();
            line.service = {1 + below(2)};
            line.units = 1 + below(999);
            line.price.minor = below(100'000);
            line.description = text();
            line.per = one_in(2) ? ChargedPer::client : ChargedPer::session;
            for (int m = below(3); m > 0; --m) {
                line.modifiers.emplace_back(one_in(3) ? "a,b\\" : one_in(3) ? "" : "95");
            }
            some.push_back(line);
        }
        return some;
    }
    std::vector<Attendance> attendance(const std::vector<ClientName>& of) {
        std::vector<Attendance> some;
        for (const auto& client : of) {
            if (one_in(4)) { some.push_back({client.id, status()}); }
        }
        return some;
    }

    void make_series(Session& made) {
        const auto* rule = std::array{"FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=9",
                                      "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630", "FREQ=DAILY;COUNT=3",
                                      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}[static_cast<std::size_t>(below(5))];
        const auto anchor = date_of(made.start);
        std::vector<Date> excluded;
        std::vector<Date> added;
        for (int i = below(3); i > 0; --i) { excluded.push_back(anchor + std::chrono::days{7 * below(8)}); }
        for (int i = below(2); i > 0; --i) { added.push_back(anchor + std::chrono::days{below(40)}); }
        made.recurrence = Recurrence{anchor, parse_rrule(rule).rule, excluded, added};
        for (const auto slot : made.recurrence->next(anchor, 6)) {
            if (one_in(3)) { made.changes.emplace(slot, change(slot)); }
        }
    }

    SlotChange change(Date slot) {
        SlotChange made;
        if (one_in(2)) { made.start = slot + std::chrono::days{below(30) - 15} + std::chrono::minutes{5 * below(288)}; }
        if (one_in(4)) { made.length = Length{1 + below(200)}; }
        if (one_in(4)) { made.professional = professional(); }
        if (one_in(4)) { made.room = room(); }
        if (one_in(4)) { made.clients = clients(); }
        if (one_in(4)) { made.lines = one_in(5) ? std::vector<ServiceLine>{} : lines(); }
        if (one_in(4)) { made.note = text(); }
        made.status = one_in(2) ? status() : Status::scheduled;
        made.reason = text();
        made.attendance = attendance(world_.clients);
        return made;
    }

    const World& world_;
    std::mt19937 random_;
};

}  // namespace practice::store::test
