// SPDX-License-Identifier: MIT
// What is the same for professionals, clients, rooms, services and named recurrences: how each is found, named and
// planned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/directory.h"
#include "practice/settings/settings_plan.h"

namespace practice::app {

/// REQUIRES: one of the five specialisations.
template <class Thing>
struct RecordKind;

template <>
struct RecordKind<Professional> {
    using Entry = ProfessionalEntry;
    static constexpr std::string_view noun = "professional";
    static constexpr auto section = &Settings::professionals;
    static constexpr auto planned = &SettingsPlan::professionals;
    static const std::vector<Professional>& all(const Directory& directory) { return directory.professionals(); }
    static const Professional& find(const Directory& directory, std::string_view text);
    static std::string key(const Professional& professional) { return professional.code; }
    static std::string name(const Professional& professional) { return professional.name.text; }
};

template <>
struct RecordKind<Client> {
    using Entry = ClientEntry;
    static constexpr std::string_view noun = "client";
    static constexpr auto section = &Settings::clients;
    static constexpr auto planned = &SettingsPlan::clients;
    static const std::vector<Client>& all(const Directory& directory) { return directory.clients(); }
    static const Client& find(const Directory& directory, std::string_view text);
    static std::string key(const Client& client) { return std::to_string(client.id.value); }
    static std::string name(const Client& client) { return client.name.text; }
};

template <>
struct RecordKind<Room> {
    using Entry = RoomEntry;
    static constexpr std::string_view noun = "room";
    static constexpr auto section = &Settings::rooms;
    static constexpr auto planned = &SettingsPlan::rooms;
    static const std::vector<Room>& all(const Directory& directory) { return directory.rooms(); }
    static const Room& find(const Directory& directory, std::string_view text);
    static std::string key(const Room& room) { return room.name.text; }
    static std::string name(const Room& room) { return room.name.text; }
};

template <>
struct RecordKind<Service> {
    using Entry = ServiceEntry;
    static constexpr std::string_view noun = "service";
    static constexpr auto section = &Settings::services;
    static constexpr auto planned = &SettingsPlan::services;
    static const std::vector<Service>& all(const Directory& directory) { return directory.services(); }
    static const Service& find(const Directory& directory, std::string_view text);
    static std::string key(const Service& service) { return service.code; }
    static std::string name(const Service& service) { return service.description; }
};

template <>
struct RecordKind<NamedRecurrence> {
    using Entry = RecurrenceEntry;
    static constexpr std::string_view noun = "recurrence";
    static constexpr auto section = &Settings::recurrences;
    static constexpr auto planned = &SettingsPlan::recurrences;
    static const std::vector<NamedRecurrence>& all(const Directory& directory) { return directory.recurrences(); }
    static const NamedRecurrence& find(const Directory& directory, std::string_view text);
    static std::string key(const NamedRecurrence& recurrence) { return recurrence.name; }
    static std::string name(const NamedRecurrence& recurrence) { return recurrence.name; }
};

/// "client 3 (Anna Smith)", "room Video", "Room 1".
[[nodiscard]] std::string called(std::string_view noun, const std::string& key, const std::string& name);
template <class Thing>
std::string called(const Thing& thing) {
    return called(RecordKind<Thing>::noun, RecordKind<Thing>::key(thing), RecordKind<Thing>::name(thing));
}

}  // namespace practice::app
