// SPDX-License-Identifier: MIT
// A small practice in a database, for the tests of the store.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "practice/recurrence_text.h"
#include "store/database.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "support/new_york.h"

namespace practice::store::test {

/// Two zones: one with daylight saving, one without.
class FixedZones : public TimeZones {
public:
    [[nodiscard]] const TimeZone* find(std::string_view name) const override {
        if (name == new_york_.name()) { return &new_york_; }
        return name == utc_.name() ? &utc_ : nullptr;
    }
    [[nodiscard]] std::vector<std::string> names() const override { return {new_york_.name(), utc_.name()}; }

private:
    TimeZone new_york_ = practice::test::new_york();
    TimeZone utc_{"Etc/UTC", std::chrono::seconds{0}};
};

inline const OperationNote kNote{Instant{std::chrono::seconds{1'795'450'000}}, "dana", "a test"};

[[nodiscard]] inline Currency usd() {
    return Currency::from_code("USD").value();
}
[[nodiscard]] inline Date date(std::string_view text) {
    return parse_iso_date(text).value();
}
[[nodiscard]] inline Instant utc(std::string_view day, int hour = 0) {
    return Instant{date(day).time_since_epoch() + std::chrono::hours{hour}};
}

[[nodiscard]] inline Room room_named(const std::string& name, const std::string& folded = {}) {
    Room room;
    room.name = {name, folded.empty() ? name : folded};
    return room;
}

/// Professionals 1 Dana Lee, 2 Sam Orr, 3 Kim Day; rooms 1, 2 and 3 (virtual); clients 1 to 6; services 1 and 2.
struct World {
    explicit World(Database opened = Database::in_memory()) : database{std::move(opened)} {
        Writing writing{database, kNote};
        save_practice(database, {"Lakeside", "America/New_York", usd(), std::chrono::Monday, Length{15}});
        rooms = {{{1}, "Room 1", RoomKind::in_person, 1, ""},
                 {{2}, "Room 2", RoomKind::in_person, 4, ""},
                 {{3}, "Video", RoomKind::is_virtual, 1, "https://video.example/lakeside"}};
        for (const auto& room : rooms) {
            insert(database, Room{{}, {room.name, room.name}, room.kind, room.capacity, "", room.link});
        }
        professionals = {{{1}, "lee", "Dana Lee"}, {{2}, "orr", "Sam Orr"}, {{3}, "day", "Kim Day"}};
        for (const auto& person : professionals) {
            Professional professional;
            professional.code = person.code;
            professional.name = {person.name, person.name};
            insert(database, professional);
        }
        for (const char* name : {"Anna Smith", "Jo Ng", "Al Smithson", "Bo Diaz", "Cy Moss", "Di Katz"}) {
            clients.push_back({{static_cast<std::int64_t>(clients.size()) + 1}, name});
            Client client;
            client.name = {name, name};
            insert(database, client);
        }
        insert(database, Service{{}, "90834", "Psychotherapy, 45 minutes", Length{45}, {15'000, usd()}});
        insert(database, Service{{}, "90853", "Group", Length{90}, {6'000, usd()}, ChargedPer::client});
        writing.commit();
    }

    [[nodiscard]] ServiceLine line() const {
        return {{1}, "90834", "Psychotherapy, 45 minutes", 1, {15'000, usd()}, {}, ChargedPer::session};
    }

    /// Anna Smith with Dana Lee in Room 1, 45 minutes.
    [[nodiscard]] Session session(std::string_view day, int hour = 14) const {
        return {.id = {},
                .uid = "",
                .sequence = 0,
                .professional = professionals[0],
                .room = rooms[0],
                .clients = {clients[0]},
                .lines = {line()},
                .time_zone = "America/New_York",
                .start = date(day) + std::chrono::hours{hour},
                .length = Length{45},
                .recurrence = std::nullopt,
                .changes = {},
                .former_end = {},
                .status = Status::scheduled,
                .reason = "",
                .attendance = {},
                .note = "",
                .ref = "",
                .currency = usd(),
                .clash_allowed = false,
                .created = utc("2026-11-23"),
                .changed = utc("2026-11-23")};
    }

    [[nodiscard]] Session series(std::string_view day, const char* rule, int hour = 14) const {
        auto made = session(day, hour);
        made.recurrence = Recurrence{date(day), parse_rrule(rule).rule};
        return made;
    }

    /// One operation around `change`.
    template <class Change>
    auto write(Change&& change) {
        Writing writing{database, kNote};
        if constexpr (std::is_void_v<decltype(change())>) {
            change();
            writing.commit();
        } else {
            auto result = change();
            writing.commit();
            return result;
        }
    }
    SessionId add(const Session& made) {
        return write([&] { return insert(database, made, zones); });
    }

    Database database;
    FixedZones zones;
    std::vector<ProfessionalName> professionals;
    std::vector<RoomName> rooms;
    std::vector<ClientName> clients;
};

/// A folder that goes away with its contents.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "practice-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) { std::abort(); }
        path_ = std::filesystem::canonical(pattern);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace practice::store::test
