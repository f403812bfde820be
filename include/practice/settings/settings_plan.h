// SPDX-License-Identifier: MIT
// Decides what settings change: a pure comparison of what is wanted with what there is. The plan says what
// would be added, changed (field by field) and archived, or everything that is wrong. Saving it is
// somebody else's work.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/client.h"
#include "practice/feeds/declared_feed.h"
#include "practice/named_recurrence.h"
#include "practice/practice.h"
#include "practice/professional.h"
#include "practice/refusal.h"
#include "practice/room.h"
#include "practice/service.h"
#include "practice/settings/settings.h"
#include "practice/time_zone.h"

namespace practice {

/// Everything that is configured, archived things included, each by id.
struct Existing {
    std::optional<Practice> practice;
    std::vector<Professional> professionals;
    std::vector<Room> rooms;
    std::vector<Service> services;
    std::vector<NamedRecurrence> recurrences;
    std::vector<Client> clients;
    std::vector<DeclaredFeed> feeds = {};
};

/// What planning must be told about the world.
struct SettingsWorld {
    const TimeZones* zones = nullptr;
    /// A text as it is kept, with its folded form.
    std::function<SearchName(std::string_view)> search_name;
    /// Throws Refusal for a text that must not be kept (control characters, more than `most_bytes`); `what`
    /// names it.
    std::function<void(std::string_view text, std::string_view what, std::size_t most_bytes)> check_text;
    /// Throws Refusal for words that are no dates, or whose window is empty; empty words are as usual.
    std::function<void(std::string_view since, std::string_view until)> check_window = {};
};

struct SettingsOptions {
    /// Archive what the sections given do not name, and bring back what they do.
    bool prune = false;
    /// Entries must be new things (the `add` verbs): one that is there already is a problem.
    bool only_new = false;
    /// A client whose name another one has is a new client all the same.
    bool same_name_is_new = false;
};

enum class PlannedAct { add, change, archive };

/// Before and after as people read them; "" is nothing.
struct FieldChange {
    std::string field;
    std::string before;
    std::string after;
    bool operator==(const FieldChange&) const = default;
};
struct PlannedChange {
    PlannedAct act{};
    std::string kind;  // "practice", "room", "service", "recurrence", "professional", "client", "feed"
    std::string key;   // what commands take: a code, number or name; "" for a new client
    std::string name;
    std::vector<FieldChange> fields;  // of an addition too, those that have a value; none of an archiving
    bool operator==(const PlannedChange&) const = default;
};

struct SettingsPlan {
    /// All that is wrong, by place; with any, the rest means nothing. The places have line and column only.
    std::vector<Problem> problems;

    // What to save, whole values. New ones have ids below 0, by which others of this plan may refer to them.
    std::optional<Practice> practice;
    std::vector<Room> rooms;
    std::vector<Service> services;
    std::vector<NamedRecurrence> recurrences;
    std::vector<Professional> professionals;
    std::vector<Client> clients;
    std::vector<DeclaredFeed> feeds;

    /// The same, told: practice, rooms, services, recurrences, professionals, clients, feeds.
    std::vector<PlannedChange> changes;
    std::size_t unchanged = 0;
    /// What somebody should know although nothing is wrong.
    std::vector<std::string> notes;

    [[nodiscard]] std::size_t count(PlannedAct act) const;
};

[[nodiscard]] SettingsPlan plan_settings(const Settings& settings, const Existing& existing, const SettingsWorld& world,
                                         const SettingsOptions& options = {});

/// "2026-12-24..2027-01-02" for whole days, the last one included; else with the times it stops at.
[[nodiscard]] std::string time_off_text(const Span<LocalTime>& span);

/// One field of a thing as people read it: "hours", "mon-fri 09:00-17:00".
struct Field {
    std::string name;
    std::string text;
};
/// All fields of a thing in the order of the settings file, empty ones too. The lists serve to name what
/// is referred to.
[[nodiscard]] std::vector<Field> fields_of(const Practice& practice);
[[nodiscard]] std::vector<Field> fields_of(const Room& room);
[[nodiscard]] std::vector<Field> fields_of(const Service& service);
[[nodiscard]] std::vector<Field> fields_of(const NamedRecurrence& recurrence);
[[nodiscard]] std::vector<Field> fields_of(const Professional& professional, const std::vector<Room>& rooms);
[[nodiscard]] std::vector<Field> fields_of(const Client& client, const std::vector<Professional>& professionals);
[[nodiscard]] std::vector<Field> fields_of(const DeclaredFeed& feed, const std::vector<Professional>& professionals,
                                           const std::vector<Room>& rooms, const std::vector<Client>& clients,
                                           const std::vector<Service>& services);

}  // namespace practice
