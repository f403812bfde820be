// SPDX-License-Identifier: MIT
#include "ical/zone_definition.h"

#include <algorithm>

#include "ical/calendar_values.h"
#include "ical/content_lines.h"
#include "ical/windows_zones.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "practice/zone_lookup.h"

namespace practice::ical {
namespace {

using std::chrono::seconds;

constexpr Date kEnd{std::chrono::year{2100} / 1 / 1};
/// More than any zone of the world had since 1900.
constexpr std::size_t kMostChanges = 4'000;

/// STANDARD or DAYLIGHT.
struct Observance {
    std::optional<LocalTime> start;
    std::optional<seconds> from;
    std::optional<seconds> to;
    std::string rule;
    std::vector<LocalTime> added;
};

/// Outlook's zones begin in 1601, which is long before everything here.
std::optional<LocalTime> start_of_observance(std::string_view text) {
    if (const auto value = parse_time_value(text)) { return value->time; }
    if (text.size() < 8 || text.substr(0, 4) >= "1900") { return std::nullopt; }
    const auto later = parse_time_value("1900" + std::string{text.substr(4)});
    return later ? std::optional{later->time} : std::nullopt;
}

void read_property(const ContentLine& line, Observance& observance) {
    if (line.is("dtstart")) {
        observance.start = start_of_observance(line.value);
    } else if (line.is("tzoffsetfrom")) {
        observance.from = parse_offset_value(line.value);
    } else if (line.is("tzoffsetto")) {
        observance.to = parse_offset_value(line.value);
    } else if (line.is("rrule")) {
        observance.rule = line.value;
    } else if (line.is("rdate")) {
        for (const auto text : split(line.value, ',')) {
            if (const auto value = parse_time_value(text)) { observance.added.push_back(value->time); }
        }
    }
}

/// When it begins to hold, each time, on the wall clock before. Throws Refusal for a rule that cannot be read.
std::vector<LocalTime> onsets(const Observance& observance) {
    auto starts = observance.added;
    if (observance.rule.empty()) {
        starts.push_back(*observance.start);
        return starts;
    }
    const auto time = time_of_day(*observance.start);
    const auto rule = resolve_until(parse_rrule(observance.rule), time, TimeZone{"", *observance.from});
    const Recurrence recurrence{date_of(*observance.start), rule};
    recurrence.each(recurrence.anchor(), kEnd, [&](Date date) {
        starts.push_back(date + time);
        return starts.size() < kMostChanges;
    });
    return starts;
}

std::optional<TimeZone> zone_of(const std::string& name, const std::vector<Observance>& observances) {
    std::vector<TimeZone::Transition> changes;
    std::optional<std::pair<Instant, seconds>> first;
    for (const auto& observance : observances) {
        if (!observance.start || !observance.from || !observance.to) { return std::nullopt; }
        for (const auto onset : onsets(observance)) {
            const Instant at{onset.time_since_epoch() - *observance.from};
            changes.push_back({at, *observance.to});
            if (!first || at < first->first) { first.emplace(at, *observance.from); }
        }
        if (changes.size() > kMostChanges) { return std::nullopt; }
    }
    if (!first) { return std::nullopt; }
    std::ranges::stable_sort(changes, {}, &TimeZone::Transition::at);
    // What changes nothing is no change.
    auto offset = first->second;
    std::erase_if(changes, [&offset](const TimeZone::Transition& change) {
        const bool same = change.offset == offset;
        offset = change.offset;
        return same;
    });
    return TimeZone{name, first->second, std::move(changes)};
}

/// In small letters, without what other programs write otherwise. The sign of "Etc/GMT-5" stays.
std::string bare_name(std::string_view name) {
    std::string bare;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool sign = c == '-' && i + 1 < name.size() && '0' <= name[i + 1] && name[i + 1] <= '9';
        if (sign || (c != '/' && c != '_' && c != '-' && c != ' ')) { bare += c; }
    }
    return small_letters(bare);
}

/// Null also when several zones are written alike.
const TimeZone* zone_written_like(std::string_view name, const TimeZones& zones) {
    const auto wanted = bare_name(name);
    const TimeZone* found = nullptr;
    for (const auto& known : zones.names()) {
        if (bare_name(known) != wanted) { continue; }
        if (found != nullptr) { return nullptr; }
        found = known_zone(zones, known);
    }
    return found;
}

bool same_offsets(const TimeZone& a, const TimeZone& b, InstantSpan span) {
    const auto same = [](const TimeZone::Transition& one, const TimeZone::Transition& other) {
        return one.at == other.at && one.offset == other.offset;
    };
    return a.offset_at(span.from) == b.offset_at(span.from) &&
           std::ranges::equal(a.transitions_within(span), b.transitions_within(span), same);
}

}  // namespace

ZoneDefinition read_zone_definition(const CalendarPart& part) {
    ZoneDefinition definition;
    definition.line = part.line;
    std::vector<Observance> observances;
    bool inside = false;
    ContentLines lines{part.text, part.line};
    for (ContentLine line; lines.next(line);) {
        if (line.is("begin") && !same_name(line.value, "vtimezone")) {
            inside = true;
            observances.emplace_back();
        } else if (line.is("end")) {
            inside = false;
        } else if (inside) {
            read_property(line, observances.back());
        } else if (line.is("tzid")) {
            definition.name = trimmed(line.value);
        } else if (line.is("x-lic-location")) {
            definition.location = trimmed(line.value);
        }
    }
    try {
        definition.zone = zone_of(definition.name, observances);
    } catch (const Refusal&) {  // a rule of the zone that cannot be read: its offsets are not known
        definition.zone.reset();
    }
    return definition;
}

const TimeZone* zone_of_foreign_name(std::string_view name, const TimeZones& zones) {
    constexpr std::string_view microsoft = "tzone://microsoft/";
    name = trimmed(name);
    if (const auto* zone = known_zone(zones, name)) { return zone; }
    if (const auto iana = zone_of_windows_name(name); !iana.empty()) { return known_zone(zones, iana); }
    if (same_name(name.substr(0, microsoft.size()), microsoft)) {
        return same_name(name.substr(microsoft.size()), "utc") ? known_zone(zones, "Etc/UTC") : nullptr;
    }
    // "/freeassociation.sourceforge.net/Tzfile/Europe/Paris": whose it is, then the name.
    if (!name.starts_with('/')) { return zone_written_like(name, zones); }
    for (auto slash = name.find('/', 1); slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
        if (const auto* zone = known_zone(zones, name.substr(slash + 1))) { return zone; }
    }
    return nullptr;
}

const TimeZone* zone_with_offsets_of(const TimeZone& defined, const TimeZones& zones, const TimeZone& preferred,
                                     InstantSpan used, Instant now) {
    constexpr std::chrono::days two_years{2 * 365};
    InstantSpan years{now, now + two_years};
    const auto changes = defined.transitions_within({Instant{}, Instant::max()});
    if (!changes.empty() && changes.back().at < years.to) {
        years = {changes.back().at - two_years, changes.back().at + seconds{1}};
    }
    const auto fits = [&](const TimeZone& zone) {
        return same_offsets(defined, zone, years) && same_offsets(defined, zone, used);
    };
    if (fits(preferred)) { return &preferred; }
    for (const auto& known : windows_zones()) {
        const auto* zone = zones.find(known.iana_name);
        if (zone != nullptr && fits(*zone)) { return zone; }
    }
    return nullptr;
}

}  // namespace practice::ical
