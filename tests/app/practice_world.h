// SPDX-License-Identifier: MIT
// A practice in memory, and the office of it, for what the program does without its command line: Dana Lee and Sam
// Orr, two rooms and a virtual one, clients 1 Anna Smith, 2 Jo Ng, 3 Ben Hill. It is 2026-11-23, 08:00 in New York.
#pragma once

#include <string>
#include <vector>

#include "app/booking/book_session.h"
#include "app/office.h"
#include "app/query/occurrence_filter.h"
#include "app/settings/record_entries.h"
#include "app/settings/settings_change.h"
#include "config/settings_file.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "support/refused.h"
#include "time/zone_database.h"

namespace practice::test {

inline constexpr const char* kSettings = R"(
practice: {name: Lakeside, time-zone: America/New_York, currency: USD}
rooms:
  - {name: Room 1}
  - {name: Room 2, capacity: 2}
  - {name: Video, kind: virtual, link: "https://video.example/lakeside"}
services:
  - {code: "90834", description: Psychotherapy, length: 45, price: "150.00"}
  - {code: "90853", description: Group, length: 90, price: "60.00", per: client}
professionals:
  - {code: lee, name: Dana Lee, room: Room 1}
  - {code: orr, name: Sam Orr, room: Room 2}
clients:
  - {name: Anna Smith, professionals: [lee]}
  - {name: Jo Ng, professionals: [lee]}
  - {name: Ben Hill, professionals: [orr]}
)";

class PracticeWorld {
public:
    PracticeWorld() {
        office.zones = &zones;
        office.now =
            zones.find("America/New_York")->to_instant(LocalTime{*make_date(2026, 11, 23)} + std::chrono::hours{8});
        office.account = "dana";
        office.notes = [this](std::string_view note) { notes.emplace_back(note); };
        office.database = store::Database::in_memory();
        const auto file = config::read_settings({"lakeside.yaml", kSettings});
        app::Change change{office};
        auto plan = app::plan_against(office, app::Directory{office}, file.settings, {});
        app::save(*office.database, plan);
        change.commit();
        office.practice = store::load_practice(*office.database);
        office.made.reset();
    }

    /// What a booking says where it says no more: Anna Smith with Dana Lee, 90834.
    static app::SessionWords words(const std::string& at, const std::string& repeat = {}) {
        app::SessionWords words;
        words.professional = "lee";
        words.clients = {"Anna Smith"};
        words.services = {"90834"};
        words.at = at;
        if (!repeat.empty()) { words.repeat = repeat; }
        return words;
    }
    SessionId book(const app::SessionWords& words) { return app::book_session(office, words).booking.session.id; }
    [[nodiscard]] Session session(SessionId id) { return store::load_session(*office.database, id).value(); }

    SettingsPlan edit_professional(const std::string& code, const app::EntryWords& words) {
        return app::change_records<Professional>(
            office, {},
            [&](const app::Directory& directory) {
                const auto& present = directory.find_professional(code);
                auto entry = app::professional_entry(words, office, directory, &present);
                entry.id = present.id;
                return std::vector{entry};
            },
            [](const app::Directory&, const std::vector<Professional>&) {});
    }
    SettingsPlan edit_room(const std::string& name, const app::EntryWords& words) {
        return app::change_records<Room>(
            office, {},
            [&](const app::Directory& directory) {
                auto entry = app::room_entry(words);
                entry.id = directory.find_room(name).id;
                return std::vector{entry};
            },
            [](const app::Directory&, const std::vector<Room>&) {});
    }

    /// "1@2026-12-01 2026-12-01T09:00 lee Room 1", of what takes place in these days.
    std::vector<std::string> list(Date first, int days) {
        app::OccurrenceFilter filter;
        filter.from = office.zone().to_instant(LocalTime{first});
        filter.to = office.zone().to_instant(LocalTime{first + std::chrono::days{days}});
        const auto found = app::load_occurrences(office, filter);
        std::vector<std::string> lines;
        for (const auto& one : found.list) {
            lines.push_back(to_string(one.id()) + " " + to_string(office.zone().to_local(one.start)).substr(0, 16) +
                            " " + one.professional().code + " " + one.room().name);
        }
        return lines;
    }

    time::ZoneDatabase zones;
    app::Office office;
    std::vector<std::string> notes;
};

}  // namespace practice::test
