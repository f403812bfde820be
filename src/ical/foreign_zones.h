// SPDX-License-Identifier: MIT
// The time zones of one calendar file: what its names stand for. UTC is never assumed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ical/zone_definition.h"
#include "practice/exchange/foreign_event.h"

namespace practice::ical {

/// What reading depends on beside the file.
struct CalendarOptions {
    const TimeZones* zones = nullptr;
    /// The practice's.
    const TimeZone* practice_zone = nullptr;
    /// --time-zone: of times without a zone, and of zones that cannot be found. Null: not given.
    const TimeZone* chosen_zone = nullptr;
    Instant now;
};

class ForeignZones {
public:
    /// Both must outlive it.
    ForeignZones(const CalendarOptions& options, const CalendarOutline& outline);

    /// The zone that `name` stands for in this calendar; null when nobody knows. `line` is where it was first used:
    /// the notes about the zone name it.
    const TimeZone* find(std::size_t calendar, const std::string& name, std::size_t line);
    /// The zone that this system has under that name; null when it has none.
    [[nodiscard]] const TimeZone* named(const std::string& name) const { return options_.zones->find(name); }
    /// Compares a time that is to come with what the file itself says of its zone: one note for each zone that lies.
    void check(std::size_t calendar, const std::string& name, LocalTime time, std::size_t line);

    /// Of zones that were found by their offsets, replaced, or that differ from the file's own definition.
    [[nodiscard]] std::vector<ScheduleProblem>& notes() { return notes_; }

private:
    struct Entry {
        const TimeZone* zone = nullptr;
        const ZoneDefinition* definition = nullptr;
        bool chosen = false;  // by --time-zone
        bool checked = false;
    };
    using Key = std::pair<std::size_t, std::string>;
    [[nodiscard]] InstantSpan used(std::size_t calendar, const std::string& name, const TimeZone& defined) const;
    Entry resolve(std::size_t calendar, const std::string& name, std::size_t line);
    void note(std::size_t line, std::string message, std::string hint);

    const CalendarOptions& options_;
    const CalendarOutline& outline_;
    std::map<Key, ZoneDefinition> definitions_;
    std::map<Key, Entry> entries_;
    std::vector<ScheduleProblem> notes_;
};

}  // namespace practice::ical
