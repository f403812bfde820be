// SPDX-License-Identifier: MIT
#include "ical/foreign_zones.h"

#include <algorithm>

#include "ical/calendar_values.h"
#include "ical/content_lines.h"
#include "practice/plain_text.h"

namespace practice::ical {

ForeignZones::ForeignZones(const CalendarOptions& options, const CalendarOutline& outline)
    : options_{options}, outline_{outline} {
    for (const auto& part : outline.zones) {
        auto definition = read_zone_definition(part);
        Key key{part.calendar, definition.name};
        definitions_.emplace(std::move(key), std::move(definition));
    }
}

void ForeignZones::note(std::size_t line, std::string message, std::string hint) {
    notes_.push_back({line, {}, std::move(message), std::move(hint), {}});
}

/// From the first to the last time that the file has on this clock.
InstantSpan ForeignZones::used(std::size_t calendar, const std::string& name, const TimeZone& defined) const {
    InstantSpan span{Instant::max(), Instant::min()};
    for (const auto& part : outline_.events) {
        if (part.calendar != calendar || part.text.find(name) == std::string_view::npos) { continue; }
        ContentLines lines{part.text, part.line};
        for (ContentLine line; lines.next(line);) {
            if (line.parameter("tzid") != name) { continue; }
            for (const auto text : split(line.value, ',')) {
                const auto value = parse_time_value(text);
                if (!value) { continue; }
                const auto instant = defined.to_instant(value->time);
                span = {std::min(span.from, instant), std::max(span.to, instant + std::chrono::seconds{1})};
            }
        }
    }
    return span.from < span.to ? span : InstantSpan{options_.now, options_.now + std::chrono::seconds{1}};
}

ForeignZones::Entry ForeignZones::resolve(std::size_t calendar, const std::string& name, std::size_t line) {
    Entry entry;
    const auto found = definitions_.find(Key{calendar, name});
    if (found != definitions_.end()) { entry.definition = &found->second; }
    entry.zone = zone_of_foreign_name(name, *options_.zones);
    if (entry.zone != nullptr) { return entry; }
    std::string why;
    if (entry.definition != nullptr) {
        entry.zone = zone_of_foreign_name(entry.definition->location, *options_.zones);
        why = ", which the file names as its place";
    }
    // Somebody who says which zone it is knows better than a comparison.
    if (entry.zone == nullptr && options_.chosen_zone != nullptr) {
        entry.zone = options_.chosen_zone;
        entry.chosen = true;
        why = ", as --time-zone says: nobody knows that name";
    }
    if (entry.zone == nullptr && entry.definition != nullptr && entry.definition->zone) {
        const auto& defined = *entry.definition->zone;
        entry.zone = zone_with_offsets_of(defined, *options_.zones, *options_.practice_zone,
                                          used(calendar, name, defined), options_.now);
        why = ", which has the same offsets";
    }
    if (entry.zone != nullptr) {
        note(line, "the time zone " + quoted(name) + " is read as " + entry.zone->name() + why, {});
    }
    return entry;
}

const TimeZone* ForeignZones::find(std::size_t calendar, const std::string& name, std::size_t line) {
    const Key key{calendar, name};
    auto found = entries_.find(key);
    if (found == entries_.end()) { found = entries_.emplace(key, resolve(calendar, name, line)).first; }
    return found->second.zone;
}

void ForeignZones::check(std::size_t calendar, const std::string& name, LocalTime time, std::size_t line) {
    const auto found = entries_.find(Key{calendar, name});
    if (found == entries_.end() || found->second.checked || found->second.zone == nullptr) { return; }
    auto& [zone, definition, chosen, checked] = found->second;
    if (definition == nullptr || !definition->zone) {
        checked = true;
        return;
    }
    const auto instant = zone->to_instant(time);
    if (instant < options_.now || definition->zone->to_instant(time) == instant) { return; }
    checked = true;
    note(line,
         "the file's own definition of " + quoted(name) + " (line " + std::to_string(definition->line) +
             ") has another offset on " + to_string(date_of(time)) + " than " + zone->name() + " has; " +
             (chosen ? "--time-zone counts" : "the name counts"),
         {});
}

}  // namespace practice::ical
